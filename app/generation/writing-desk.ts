import type { ProductFacts } from "../catalog/facts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { NearDuplicateOf } from "../quality/check-input.ts";
import type { CheckResult } from "../quality/check-result.ts";
import { indexFacts } from "../quality/facts/fact-index.ts";
import { type MerchantsWords, saidByMerchant } from "../quality/facts/said-by-merchant.ts";
import { type Frame, frameChars, framesOf } from "../quality/fixes/add-around.ts";
import { type FinishedText, finishText } from "../quality/fixes/finish-text.ts";
import { smallPrintChars } from "../quality/fixes/insert-claims.ts";
import { runChecks, type WrittenText } from "../quality/run-checks.ts";
import { type AttributeTable, attributeTable, withoutReviews } from "../rules/attribute-table.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import { type KeywordUse, keywordUseOf } from "../rules/keyword-use.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { traitsOf } from "../texts/content-types.ts";

/** What is known of one product before its texts are written, and how they are put in order and checked. */
export interface WritingDesk {
  /** what customers wrote is not among them */
  facts: ProductFacts;
  /** content type → characters left for the model, where the config adds something */
  room: Record<string, number>;
  /** content type → words that the config's additions put around it */
  added: Record<string, string[]>;
  finish(contentType: string, raw: TextBody): FinishedText;
  judge(texts: ReadonlyMap<string, WrittenText>, only: readonly string[]): Map<string, CheckResult>;
}

export interface DeskInput extends MerchantsWords {
  contentTypes: readonly string[];
  /** BCP-47 */
  locale: string;
  /** what stands in the shop now; default: nothing */
  live?: LiveTexts | undefined;
  /** how the shop spells its words */
  glossary?: Glossary | undefined;
  /** finds texts of other products; default: nothing to compare with */
  nearDuplicateOf?: NearDuplicateOf | undefined;
}

/** Prepares one product once for all of its texts and tries. */
export function openDesk(input: DeskInput): WritingDesk {
  const { config, locale, contentTypes, glossary, live } = input;
  const keywords = input.keywords ?? input.facts.keywords;
  const index = indexFacts(withoutReviews(input.facts, config), saidByMerchant({ ...input, keywords }));
  const table = attributeTable(input.facts, config);
  const uses = new Map(
    contentTypes.map((contentType) => [contentType, keywordUseOf(config, contentType, keywords)] as const),
  );
  const keywordsOf = (contentType: string) => uses.get(contentType) ?? keywordUseOf(config, contentType, keywords);
  return {
    facts: index.facts,
    room: roomOf(input, table, keywordsOf),
    added: addedOf(input, table),
    finish: (contentType, raw) =>
      finishText(contentType, raw, {
        config,
        table,
        use: keywordsOf(contentType),
        live: live?.[contentType],
      }),
    judge: (texts, only) =>
      runChecks({
        texts,
        only,
        facts: index,
        config,
        locale,
        keywords,
        glossary,
        live,
        nearDuplicateOf: input.nearDuplicateOf,
      }),
  };
}

function roomOf(
  input: DeskInput,
  table: AttributeTable,
  keywordsOf: (contentType: string) => KeywordUse,
): Record<string, number> {
  const room: Record<string, number> = {};
  for (const contentType of input.contentTypes) {
    const limit = typeConfigOf(input.config, contentType)?.character_limit;
    if (!limit) continue;
    const around = framesByPart(contentType, input.config, table).map(frameChars);
    const most =
      Math.max(...around) + smallPrintChars(keywordsOf(contentType).claims, traitsOf(contentType, input.config));
    if (most > 0) room[contentType] = Math.max(1, limit - most);
  }
  return room;
}

function addedOf({ config, contentTypes }: DeskInput, table: AttributeTable): Record<string, string[]> {
  const added = contentTypes.map((contentType): [string, string[]] => {
    const frames = framesByPart(contentType, config, table).flat();
    const words = frames.flatMap(({ before, after }) => [before.trim(), after.trim()]);
    return [contentType, [...new Set(words)].filter((text) => /[\p{L}\p{N}]/u.test(text))];
  });
  return Object.fromEntries(added.filter(([, words]) => words.length > 0));
}

function framesByPart(contentType: string, config: ContentConfig, table: AttributeTable): Frame[][] {
  const count = traitsOf(contentType, config).count ?? 1;
  return Array.from({ length: count }, (_, i) => framesOf(contentType, i, { config, table }));
}
