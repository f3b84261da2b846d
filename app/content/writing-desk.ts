import type { ProductFacts } from "../catalog/facts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import type { TextBody } from "../db/schema/index.ts";
import { type AttributeTable, attributeTable, withoutReviews } from "./attribute-table.ts";
import type { TwinOf } from "./checks/check-input.ts";
import { indexFacts } from "./checks/fact-index.ts";
import type { Judgement } from "./checks/finding.ts";
import { runChecks, type WrittenText } from "./checks/run-checks.ts";
import { type MerchantsWords, saidByMerchant } from "./checks/said-by-merchant.ts";
import { traitsOf, typeConfigOf } from "./content-types.ts";
import { frameChars, framesOf } from "./fix/add-around.ts";
import { type FinishedText, finishText } from "./fix/finish-text.ts";
import type { Glossary } from "./glossary/glossary.ts";
import { keywordUseOf } from "./keyword-use.ts";

/** What is known of one product before its texts are written, and how they are put in order and judged. */
export interface WritingDesk {
  /** what customers wrote is not among them */
  facts: ProductFacts;
  /** content type → characters left for the model, where the config adds something */
  room: Record<string, number>;
  finish(contentType: string, raw: TextBody): FinishedText;
  judge(texts: ReadonlyMap<string, WrittenText>, only: readonly string[]): Map<string, Judgement>;
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
  twinOf?: TwinOf | undefined;
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
  return {
    facts: index.facts,
    room: roomOf(input, table),
    finish: (contentType, raw) =>
      finishText(contentType, raw, {
        config,
        table,
        use: uses.get(contentType) ?? keywordUseOf(config, contentType, keywords),
        live: live?.[contentType],
      }),
    judge: (texts, only) =>
      runChecks({ texts, only, facts: index, config, locale, keywords, glossary, live, twinOf: input.twinOf }),
  };
}

function roomOf({ config, contentTypes }: DeskInput, table: AttributeTable): Record<string, number> {
  const room: Record<string, number> = {};
  for (const contentType of contentTypes) {
    const { character_limit: limit, additions } = typeConfigOf(config, contentType) ?? {};
    if (!limit || !additions) continue;
    const count = traitsOf(contentType, config).count ?? 1;
    const taken = Array.from({ length: count }, (_, i) => frameChars(framesOf(contentType, i, { config, table })));
    const most = Math.max(...taken);
    if (most > 0) room[contentType] = Math.max(1, limit - most);
  }
  return room;
}
