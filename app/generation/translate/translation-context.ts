import type { ProductFacts } from "../../catalog/facts.ts";
import type { Product } from "../../catalog/product.ts";
import type { SourceText } from "../../catalog/translations/translation-sources.ts";
import type { Db } from "../../db/open.ts";
import type { ResourceKind, TextBody } from "../../db/schema/index.ts";
import type { Comparison } from "../../quality/near-duplicates/compare-catalogue.ts";
import { catalogueOf, compareWithCatalogue } from "../../quality/near-duplicates/compare-catalogue.ts";
import type { ResolvedConfig } from "../../rules/configs/resolve-config.ts";
import { translationConfig } from "../../rules/configs/translation-config.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import type { Glossary } from "../../rules/glossary/glossary.ts";
import { readGlossary } from "../../rules/glossary/read-glossary.ts";
import { readLocaleTerms } from "../../rules/terms/read-locale-terms.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import { storeTarget } from "../../texts/target.ts";
import { readKeptFindings } from "../../versions/findings/read-kept-findings.ts";
import { openVersions } from "../../versions/open-versions.ts";
import { readSourceFacts } from "../../versions/read-source-facts.ts";
import { chooseExamples } from "../choose-examples.ts";
import { createGenerationContext, type GenerationContext } from "../generation-context.ts";
import type { Example } from "../prompt-product.ts";
import type { Cell, ChosenCells } from "./choose-cells.ts";
import { keptWords } from "./kept-words.ts";
import { marketWordsOf, placeName } from "./places.ts";

/** Whatever is known for the translations of one product, in all languages and markets. */
export interface TranslationContext {
  product: Pick<ProductFacts, "title" | "vendor" | "productType">;
  /** what it is, where it is no product */
  kind: ResourceKind | null;
  sourceLocale: string;
  /** the rules as they are, for the prompt; those of the checks are in the languages */
  rules: ContentConfig;
  model: string;
  notes: string | undefined;
  glossary: Glossary;
  /** words that no translation changes: brand and codes */
  kept: readonly string[];
  /** name of a text → what the prompt and its answer call it */
  aliases: ReadonlyMap<string, string>;
  /** by the names of the places */
  languages: ReadonlyMap<string, LanguageContext>;
  /** what is said of a market's readers, by its number */
  marketWords: ReadonlyMap<string, string>;
}

export interface LanguageContext {
  locale: string;
  checks: GenerationContext;
  comparison: Comparison;
  examples: readonly Example[];
  known: ReadonlyMap<string, TextBody>;
}

const maxExamples = 3;

export async function readTranslationContext(
  { db, clock }: { db: Db; clock: Parameters<typeof chooseExamples>[0]["clock"] },
  input: {
    product: Product;
    sourceLocale: string;
    rules: ResolvedConfig;
    cells: readonly Cell[];
    known: ChosenCells["known"];
    model: string;
    notes: string | undefined;
    examplesBefore: number;
  },
): Promise<TranslationContext> {
  const { product, sourceLocale, rules, cells, known, model, notes } = input;
  const shop = product.shop as Parameters<typeof readGlossary>[0];
  const { terms: glossary } = await db.do(readGlossary(shop));
  const facts = await readSourceFacts({ db }, product);
  const sources = [...new Map(cells.map(({ source }) => [source.name, source])).values()];
  const config = translationConfig(rules.config, sources);
  const live = Object.fromEntries(sources.map(({ name, body }) => [name, body]));
  const languages = new Map<string, LanguageContext>();
  for (const [place, ofPlace] of Map.groupBy(cells, placeName)) {
    const [{ locale, market } = { locale: sourceLocale, market: "" }] = ofPlace;
    const target = { ...storeTarget(locale), market };
    const names = ofPlace.map(({ source }) => source.name);
    const comparison = await db.do(compareWithCatalogue(openVersions, { product, target }));
    const kept = await db.do(readKeptFindings({ shop, productId: product.id, target }));
    const catalogue = catalogueOf({ db }, comparison);
    const examples = await chooseExamples(
      { db, clock },
      {
        ...{ shop, product, contentTypes: names, locale },
        ...{ configDigest: rules.digest, before: input.examplesBefore },
      },
    );
    const terms = await db.do(readLocaleTerms(shop, locale));
    const checks = createGenerationContext({
      ...{ facts, config, contentTypes: names, locale, market, model, live, glossary, terms, kept, catalogue },
    });
    languages.set(place, {
      ...{ locale, checks, comparison, known: known.get(place) ?? new Map() },
      examples: examples.slice(0, maxExamples),
    });
  }
  return {
    ...{
      product: facts,
      kind: kindOfOwner(product.id),
      sourceLocale,
      rules: rules.config,
      model,
      notes,
      glossary,
      languages,
    },
    marketWords: await db.do(marketWordsOf(shop)),
    kept: keptWords(facts),
    aliases: aliasesOf(sources),
  };
}

/** Slots that are no content types have names that not every provider takes as a field's. */
function aliasesOf(sources: readonly SourceText[]): Map<string, string> {
  const others = sources.map(({ name }) => name).filter((name) => !/^[a-z][a-z0-9_]*$/.test(name));
  return new Map(others.map((name, i) => [name, `text_${i + 1}`]));
}
