import type { TextBody } from "../../db/schema/index.ts";
import type { AttributeTable } from "../../rules/attribute-table.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import type { KeywordUse } from "../../rules/keyword-use.ts";
import { typeConfigOf } from "../../rules/type-config-of.ts";
import { traitsOf } from "../../texts/content-types.ts";
import { partsOf, writtenOf } from "../../texts/text-body.ts";
import type { WrittenSource } from "../check-input.ts";
import type { Citation } from "../evidence/citation.ts";
import { addAround, framesByPart } from "./add-around.ts";
import { fixText } from "./fix-text.ts";
import { insertClaims } from "./insert-claims.ts";
import { mapWords } from "./map-words.ts";

export interface FinishInput {
  config: ContentConfig;
  table: AttributeTable;
  use: KeywordUse;
  /** the live text in its place */
  live?: TextBody | null | undefined;
}

export interface FinishedText {
  raw: TextBody;
  /** before the additions: what the model is shown in a repair request */
  draft: TextBody;
  body: TextBody;
  /** of an image's alt text: the model did not see the picture */
  unseen?: boolean | undefined;
  /** what the model says of its texts, which are verified; absent: it named no facts */
  citations?: readonly Citation[] | undefined;
  /** what it is a translation of; absent: it is none */
  source?: WrittenSource | undefined;
}

/**
 * Everything the program does to a model's text, in this order: Unicode clean-up, allowed HTML, `word_map`, claims with
 * their small print, additions. Pure.
 */
export function finishText(
  contentType: string,
  raw: TextBody,
  { config, table, use, live = null }: FinishInput,
): FinishedText {
  const traits = traitsOf(contentType, config);
  const { html } = traits;
  const kept = [...use.claims, ...use.optionalClaims].flatMap(({ text, disclaimer }) => [text, disclaimer ?? ""]);
  const map = (text: string) => mapWords(text, { wordMap: config.word_map, html, kept });
  const fixed = fixText(contentType, raw, config, { by: "model", live: writtenOf(live) });
  const mapped = typeof fixed === "string" ? map(fixed) : fixed.map(map).filter((bullet) => bullet !== "");
  const limitChars = typeConfigOf(config, contentType)?.character_limit;
  const draft = insertClaims(mapped, { claims: use.claims, optionalClaims: use.optionalClaims, traits, limitChars });
  const smallPrint = [...use.claims, ...use.optionalClaims].flatMap(({ disclaimer }) => disclaimer ?? []);
  const frames = framesByPart(contentType, partsOf(draft).length, { config, table });
  const body = addAround(draft, { html, smallPrint }, frames);
  return { raw, draft, body };
}
