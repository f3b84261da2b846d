import type { ProductFacts } from "../catalog/facts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import type { TextBody } from "../db/schema/index.ts";
import { attributeTable, withoutReviews } from "../rules/attribute-table.ts";
import { rulesFor } from "../rules/channels/channel-rules.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { emptyGlossary, type Glossary } from "../rules/glossary/glossary.ts";
import { type Keywords, keywordUseOf } from "../rules/keyword-use.ts";
import { traitsOf } from "../texts/content-types.ts";
import { readersView } from "../texts/readers-view.ts";
import { writtenOf } from "../texts/text-body.ts";
import type { CheckInput, NearDuplicateOf } from "./check-input.ts";
import { type CheckResult, checkResultOf, settingsOf } from "./check-result.ts";
import { checkedChars } from "./checked-chars.ts";
import { checkAllCaps } from "./checks/all-caps.ts";
import { checkAltText } from "./checks/alt-text.ts";
import { checkChannelRules } from "./checks/channel-rule.ts";
import { checkClaims } from "./checks/claims.ts";
import { checkDuplicate } from "./checks/duplicate.ts";
import { checkEcho } from "./checks/echo.ts";
import { checkEntities } from "./checks/entities.ts";
import { checkForbiddenWords } from "./checks/forbidden-word.ts";
import { checkGlossary } from "./checks/glossary.ts";
import { checkKeywords } from "./checks/keywords.ts";
import { checkLanguage } from "./checks/language.ts";
import { checkLength } from "./checks/length.ts";
import { checkLinks } from "./checks/links.ts";
import { checkLostMedia } from "./checks/lost-media.ts";
import { checkNearDuplicate } from "./checks/near-duplicate.ts";
import { checkPlaceholder } from "./checks/placeholder.ts";
import { checkRefusal } from "./checks/refusal.ts";
import { checkUnsafeHtml } from "./checks/unsafe-html.ts";
import { checkUnsupportedFacts } from "./checks/unsupported-facts.ts";
import { type FactIndex, indexFacts } from "./facts/fact-index.ts";
import { saidByMerchant } from "./facts/said-by-merchant.ts";
import { framesOf } from "./fixes/add-around.ts";

/** A text after the fixes, and as it was written. */
export interface WrittenText {
  body: TextBody;
  raw: TextBody;
  /** default: a model wrote it */
  by?: "model" | "person" | undefined;
  /** of an image's alt text: the model did not see the picture */
  unseen?: boolean | undefined;
}

export interface ChecksInput {
  texts: ReadonlyMap<string, WrittenText>;
  /** check these only; the others are still compared with. Default: all */
  only?: readonly string[];
  facts: ProductFacts | FactIndex;
  config: ContentConfig;
  /** BCP-47 */
  locale: string;
  /** keyword group → terms; default: those of the facts */
  keywords?: Keywords | undefined;
  /** how the shop spells its words; default: it has no glossary */
  glossary?: Glossary | undefined;
  /** whose rules the texts must keep; default: those of the shop's own pages */
  channel?: string | undefined;
  /** "" = none */
  market?: string | undefined;
  /** what stands in the shop now; default: nothing */
  live?: LiveTexts | undefined;
  /** default: nothing to compare with */
  nearDuplicateOf?: NearDuplicateOf | undefined;
}

/** Checks the texts of one product. Pure but for `nearDuplicateOf`; a text of any size takes bounded time. */
export function runChecks(input: ChecksInput): Map<string, CheckResult> {
  const { texts, only, facts, config, locale, glossary = emptyGlossary } = input;
  if (only?.length === 0) return new Map();
  const { channel = "store", market = "", nearDuplicateOf, live = {} } = input;
  const sources = Object.values(live).map(writtenOf).join("\n");
  const keywords = input.keywords ?? ("backing" in facts ? facts.facts : facts).keywords;
  const index =
    "backing" in facts ? facts : indexFacts(withoutReviews(facts, config), saidByMerchant({ config, keywords, facts }));
  const table = attributeTable(index.facts, config);
  const visible = new Map(
    [...texts].map(([contentType, { body }]) => [contentType, readersView(contentType, body, config)]),
  );
  const others = new Map([...visible].map(([contentType, parts]) => [contentType, parts.join("\n")]));
  const results = new Map<string, CheckResult>();
  for (const [contentType, { body, raw, by, unseen }] of texts) {
    if (only && !only.includes(contentType)) continue;
    const parts = visible.get(contentType) ?? [];
    results.set(
      contentType,
      checkText({
        contentType,
        traits: traitsOf(contentType, config),
        body,
        raw,
        by,
        live: writtenOf(live[contentType] ?? null),
        sources,
        unseen,
        parts,
        text: parts.join("\n"),
        locale,
        config,
        facts: index,
        others,
        nearDuplicateOf,
        table,
        use: keywordUseOf(config, contentType, keywords),
        frames: (i) => framesOf(contentType, i, { config, table }),
        glossary,
        channelRules: rulesFor({ channel, market, contentType }),
      }),
    );
  }
  return results;
}

function checkText(whole: CheckInput): CheckResult {
  const length = checkLength(whole);
  if (whole.text.trim() === "") return checkResultOf(whole.contentType, [...length, ...checkUnsafeHtml(whole)], []);
  const settings = settingsOf(whole.config, whole.contentType);
  const input = whole.text.length > checkedChars ? beginningOf(whole) : whole;
  const facts = checkUnsupportedFacts(input);
  const found = [
    ...checkRefusal(input),
    ...checkUnsafeHtml(input),
    ...checkForbiddenWords(input),
    ...checkKeywords(input),
    ...checkClaims(whole),
    ...checkLanguage(input),
    ...checkPlaceholder(input),
    ...checkEcho(input),
    ...checkLinks(input),
    ...checkLostMedia(whole),
    ...facts.found,
    ...checkEntities(input),
    ...length,
    ...checkAllCaps(input),
    ...checkDuplicate(input),
    ...(settings.DUPLICATE === "off" ? [] : checkNearDuplicate(whole)),
    ...checkGlossary(input),
    ...checkChannelRules(input),
    ...checkAltText(input),
  ];
  return checkResultOf(whole.contentType, found, facts.evidence, settings);
}

function beginningOf(input: CheckInput): CheckInput {
  let left = checkedChars;
  const parts: string[] = [];
  for (const part of input.parts) {
    if (left <= 0) break;
    parts.push(part.slice(0, left));
    left -= part.length;
  }
  const cut = (body: TextBody): TextBody =>
    typeof body === "string"
      ? body.slice(0, checkedChars * 2)
      : body.map((part) => part.slice(0, checkedChars)).slice(0, 50);
  return { ...input, parts, text: parts.join("\n"), body: cut(input.body), raw: cut(input.raw) };
}
