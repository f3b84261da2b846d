import type { ProductFacts } from "../../catalog/facts.ts";
import { attributeTable } from "../../rules/attribute-table.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import { type Keywords, keywordUseOf } from "../../rules/keyword-use.ts";
import type { MerchantsNotes } from "../../rules/merchants-notes.ts";
import { framesByPart } from "../fixes/add-around.ts";
import type { Said } from "./list-facts.ts";

export interface MerchantsWords extends MerchantsNotes {
  config: ContentConfig;
  facts: ProductFacts;
  keywords?: Keywords | undefined;
}

const framedParts = 10;

/** What the merchant asserts beside the product's data, and answers for: claims, keywords, additions, notes of this run. */
export function saidByMerchant({ config, facts, keywords, notes, fieldNotes }: MerchantsWords): Said[] {
  const said: Said[] = [];
  const add = (name: string, value: string | null | undefined) => {
    if (value && value.trim() !== "") said.push({ name, value });
  };
  const types = new Set([
    "title",
    "desc",
    "bullets",
    "seo_title",
    "seo_desc",
    ...Object.keys(config.content_types ?? {}),
  ]);
  const hasUse = keywords !== undefined || config.keywords;
  const table = attributeTable(facts, config);
  for (const contentType of types) {
    if (hasUse) {
      const { must, should, claims, optionalClaims } = keywordUseOf(config, contentType, keywords);
      for (const term of [...must, ...should]) add("Keyword", term);
      for (const { text, disclaimer } of [...claims, ...optionalClaims]) {
        add("Claim", text);
        add("Disclaimer", disclaimer);
      }
    }
    if (!config.content_types?.[contentType]?.additions) continue;
    for (const { before, after } of framesByPart(contentType, framedParts, { config, table }).flat()) {
      add("Addition", `${before} ${after}`);
    }
  }
  add("Note", notes);
  for (const note of Object.values(fieldNotes ?? {})) add("Note", note);
  return [...new Map(said.toReversed().map((one) => [one.value, one])).values()].toReversed();
}
