import type { TextBody } from "../db/schema/index.ts";
import { spansOf } from "../lib/html/spans-of-words.ts";
import { rulesFor } from "../rules/channels/channel-rules.ts";
import type { Code } from "../rules/check-codes.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { keywordUseOf } from "../rules/keyword-use.ts";
import { traitsOf } from "../texts/content-types.ts";
import { readersView } from "../texts/readers-view.ts";
import { writtenOf } from "../texts/text-body.ts";
import type { CheckInput, Resembled, TranslationSource, WrittenSource } from "./check-input.ts";
import { type CheckResult, type CheckSettings, checkResultOf, settingsOf } from "./check-result.ts";
import { checkedChars } from "./checked-chars.ts";
import { checkAllCaps } from "./checks/all-caps.ts";
import { checkAltText } from "./checks/alt-text.ts";
import { checkChannelRules } from "./checks/channel-rule.ts";
import { checkClaims } from "./checks/claims.ts";
import { checkDuplicate } from "./checks/duplicate.ts";
import { checkEcho } from "./checks/echo.ts";
import { checkEntities } from "./checks/entities.ts";
import { checkFacts } from "./checks/facts.ts";
import { checkForbiddenWords } from "./checks/forbidden-word.ts";
import { checkGlossary } from "./checks/glossary.ts";
import { checkKeywords } from "./checks/keywords.ts";
import { checkLanguage } from "./checks/language.ts";
import { checkLength } from "./checks/length.ts";
import { checkLinks } from "./checks/links.ts";
import { checkLostMedia } from "./checks/lost-media.ts";
import { checkNearDuplicate } from "./checks/near-duplicate.ts";
import { checkPlaceLimits } from "./checks/place-limits.ts";
import { checkPlaceholder } from "./checks/placeholder.ts";
import { checkRefusal } from "./checks/refusal.ts";
import { checkShownEntities } from "./checks/shown-entity.ts";
import { checkTerms } from "./checks/terms.ts";
import { checkTranslation } from "./checks/translation.ts";
import { checkUnsafeHtml } from "./checks/unsafe-html.ts";
import { type ChecksContext, type ChecksContextInput, createChecksContext } from "./checks-context.ts";
import type { Assessed } from "./evidence/assess-text.ts";
import type { Citation } from "./evidence/citation.ts";
import type { ExaminerVerdict } from "./evidence/examiner-verdict.ts";
import type { Finding } from "./finding.ts";
import { framesByPart } from "./fixes/add-around.ts";
import { withTriedFixes } from "./fixes/tried-fixes.ts";
import { translationCodes } from "./translation/translation-codes.ts";

/** A text after the fixes, and as it was written. */
export interface WrittenText {
  body: TextBody;
  raw: TextBody;
  /** default: a model wrote it */
  by?: "model" | "person" | undefined;
  /** what it is a translation of; default: it is none */
  source?: WrittenSource | undefined;
  /** of an image's alt text: the model did not see the picture */
  unseen?: boolean | undefined;
  /** what the writer says of it; default: it named no facts */
  citations?: readonly Citation[] | undefined;
  /** sentence → what the examiner said of it; default: what it said of the sentences of all texts */
  verdicts?: ReadonlyMap<string, ExaminerVerdict> | undefined;
}

/** The texts of one product that are checked, beside each other. */
export interface CheckedTexts {
  texts: ReadonlyMap<string, WrittenText>;
  /** check these only; the others are still compared with. Default: all */
  only?: readonly string[] | undefined;
  /** look for these only, and try no fixes: of a few of them a text costs a hundredth. Default: all */
  codes?: ReadonlySet<Code> | undefined;
  /** as {@link viewsOf} gives them, where they are known already */
  views?: ReadonlyMap<string, string[]> | undefined;
  /** content type → what was found of its text in the catalogue; default: nobody looked */
  nearDuplicates?: ReadonlyMap<string, Resembled | null> | undefined;
  /** sentence → what the examiner said of it; default: it is off or gave no answer */
  verdicts?: ReadonlyMap<string, ExaminerVerdict> | undefined;
}

export interface ChecksInput extends ChecksContextInput, CheckedTexts {}

/** What a reader sees of each text: one entry a bullet, or one for the whole text. */
export function viewsOf(texts: ReadonlyMap<string, WrittenText>, config: ContentConfig): Map<string, string[]> {
  return new Map([...texts].map(([contentType, { body }]) => [contentType, readersView(contentType, body, config)]));
}

/** Checks texts of a product whose context is needed for nothing else. Pure, and of data only: threads run it too. */
export function runChecks(input: ChecksInput): Map<string, CheckResult> {
  if (input.only?.length === 0) return new Map();
  return checkTexts(createChecksContext(input), input);
}

/** Checks the texts of one product. Pure; a text of any size takes bounded time. */
export function checkTexts(context: ChecksContext, checked: CheckedTexts): Map<string, CheckResult> {
  const { texts, only, codes, views = viewsOf(texts, context.config), nearDuplicates, verdicts } = checked;
  if (only?.length === 0) return new Map();
  const { config, table, keywords, channel, market, live } = context;
  const others = new Map([...views].map(([contentType, parts]) => [contentType, parts.join("\n")]));
  const results = new Map<string, CheckResult>();
  for (const [contentType, text] of texts) {
    if (only && !only.includes(contentType)) continue;
    const parts = views.get(contentType) ?? [];
    const input: CheckInput = {
      ...context,
      ...text,
      contentType,
      parts,
      text: parts.join("\n"),
      others,
      traits: traitsOf(contentType, config),
      live: writtenOf(live[contentType] ?? null),
      use: keywordUseOf(config, contentType, keywords),
      frames: framesByPart(contentType, parts.length, { config, table }),
      channelRules: rulesFor({ channel, market, contentType }, config.channel_rules),
      nearDuplicate: nearDuplicates?.get(contentType),
      verdicts: text.verdicts ?? verdicts,
      ...(text.source ? fromSource(contentType, text.source, context) : { source: undefined }),
    };
    results.set(contentType, checkText(input, codes));
  }
  return results;
}

/** What the source of a translation has, its translation may have. */
function fromSource(
  contentType: string,
  { body, locale, kept = [], differences }: NonNullable<WrittenText["source"]>,
  { config, sources }: Pick<ChecksContext, "config" | "sources">,
): { source: TranslationSource; sources: string } {
  const parts = readersView(contentType, body, config);
  return { source: { body, parts, locale, kept, differences }, sources: `${sources}\n${writtenOf(body)}` };
}

function checkText(whole: CheckInput, codes?: ReadonlySet<Code>): CheckResult {
  const { contentType, text, kept } = whole;
  const settings = settingsOf(whole.config, contentType);
  const { found, evidence, doubts } = findAll(whole, settings, codes);
  const tried =
    codes === undefined && found.some(({ fix }) => fix !== undefined)
      ? withTriedFixes(whole, found, (fixed) => findAll(fixed, settings).found)
      : found;
  return checkResultOf(contentType, tried, { evidence, doubts, settings, text, locale: whole.locale, kept });
}

const noFacts: Assessed = { found: [], evidence: [], doubts: [] };

function findAll(whole: CheckInput, settings: CheckSettings, codes?: ReadonlySet<Code>): Assessed {
  const asked = (...of: Code[]) => codes === undefined || of.some((code) => codes.has(code));
  const length = asked("EXCEED_LENGTH", "BELOW_LENGTH") ? checkLength(whole) : [];
  const unsafe = (input: CheckInput) => (asked("UNSAFE_HTML") ? checkUnsafeHtml(input) : []);
  if (whole.text.trim() === "") return { found: [...length, ...unsafe(whole)], evidence: [], doubts: [] };
  const input = whole.text.length > checkedChars ? beginningOf(whole) : whole;
  // What a word that must be backed finds is asked for by itself: it is quick, and the facts are not.
  const facts = asked("CONTRADICTED_FACT") ? checkFacts(input) : noFacts;
  const found = [
    ...(asked("REFUSAL") ? checkRefusal(input) : []),
    ...unsafe(input),
    ...(asked("FORBIDDEN_WORD") ? checkForbiddenWords(input) : []),
    ...(asked("MISSING_KEYWORD", "OMITTED_KEYWORD_USED") ? checkKeywords(input) : []),
    ...(asked("MISSING_CLAIM", "MISSING_DISCLAIMER") ? checkClaims(whole) : []),
    // Whether a translation is still its source is asked of the two languages alone.
    ...(asked("WRONG_LANGUAGE") && !isReadBeside(input) ? checkLanguage(input) : []),
    ...(asked("PLACEHOLDER") ? [...checkPlaceholder(input), ...checkShownEntities(input)] : []),
    ...(asked("ECHO") ? checkEcho(input) : []),
    ...(asked("FOREIGN_LINK") ? checkLinks(input) : []),
    ...(asked("LOST_MEDIA") ? checkLostMedia(whole) : []),
    ...facts.found,
    ...(asked("UNSUPPORTED_FACT")
      ? checkEntities(input).filter((entity) => !facts.found.some((fact) => sameWords(fact, entity)))
      : []),
    ...length,
    ...(asked("ALL_CAPS") ? checkAllCaps(input) : []),
    ...(asked("DUPLICATE") ? checkDuplicate(input) : []),
    ...(!asked("DUPLICATE") || settings.DUPLICATE === "off" ? [] : checkNearDuplicate(whole)),
    ...(asked("GLOSSARY") ? checkGlossary(input) : []),
    ...(asked("GLOSSARY", "FORBIDDEN_WORD", "MISSING_CLAIM") ? checkTerms(input) : []),
    ...(asked("CHANNEL_RULE") ? [...checkChannelRules(input), ...checkPlaceLimits(input)] : []),
    ...(asked("ALT_TEXT", "IMAGE_UNSEEN") ? checkAltText(input) : []),
    // A number that a fact contradicts is told beside the fact.
    ...(asked(...translationCodes) ? checkTranslation(whole) : []).filter(
      (one) => one.code !== "NUMBERS_DIFFER" || !facts.found.some((fact) => sameWords(fact, one)),
    ),
  ];
  // A check may give more codes than were asked for.
  return { ...facts, found: codes === undefined ? found : found.filter(({ code }) => codes.has(code)) };
}

/** A translation whose source is of another language. */
function isReadBeside({ source, locale }: CheckInput): boolean {
  return source !== undefined && source.locale.split("-")[0] !== locale.split("-")[0];
}

/** `L` and `size L` are of one thing: it is told once, with the fact where there is one. */
function sameWords({ quote: one = "" }: Finding, { quote: other = "" }: Finding): boolean {
  return one !== "" && other !== "" && (spansOf(one, other).length > 0 || spansOf(other, one).length > 0);
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
