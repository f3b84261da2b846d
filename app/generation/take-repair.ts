import type { Evidence, StoredWarning, TextPlace } from "../db/schema/index.ts";
import { isBlocking } from "../quality/check-result.ts";
import type { Citation } from "../quality/evidence/citation.ts";
import { placesOfSpans } from "../quality/evidence/places.ts";
import { readStatements } from "../quality/evidence/readers.ts";
import { sentencesOf } from "../quality/evidence/sentences.ts";
import { verifyCitations } from "../quality/evidence/verify-citations.ts";
import type { FactBook } from "../quality/facts/fact-book.ts";
import { termsNotIn } from "../quality/phrases/terms-not-in.ts";
import { isHeld } from "../quality/quantities/compare-quantity.ts";
import { readQuantityStatements } from "../quality/quantities/read-quantity-statements.ts";
import { inBase } from "../quality/quantities/unit.ts";
import type { Statement } from "../quality/statements/statement.ts";
import type { Code } from "../rules/check-codes.ts";
import { readersView } from "../texts/readers-view.ts";
import { comparable, isEmptyBody } from "../texts/text-body.ts";
import type { GenerationContext } from "./generation-context.ts";
import type { TextRules } from "./text-rules.ts";
import type { CheckedText, Texts } from "./tried-texts.ts";

/** What is wrong with a text as a whole: nothing of it was worth keeping, or something has to go. */
const ofWholeText: ReadonlySet<string> = new Set([
  "REFUSAL",
  "ECHO",
  "WRONG_LANGUAGE",
  "UNSAFE_HTML",
  "EXCEED_LENGTH",
  "BELOW_LENGTH",
  "DUPLICATE",
] satisfies Code[]);

/**
 * Whether a repaired text takes the place of the one before: a finding that blocked is gone, none came, nothing true was lost,
 * and it does not say the same in another spelling. Where the text as a whole was wrong (a refusal, another language, too
 * long), any text with lighter findings does.
 */
export function takesRepair(
  { source: { config, locale }, checks: { facts } }: GenerationContext,
  rules: TextRules,
  { before, after }: { before: CheckedText; after: CheckedText },
): boolean {
  if (isEmptyBody(before.body) || before.result.withheld) return after.result.score < before.result.score;
  if (isEmptyBody(after.body) || after.result.withheld) return false;
  const gone = goneFrom(before.result.warnings, after.result.warnings);
  if (gone.length === 0) return false;
  if (gone.some(({ code }) => ofWholeText.has(code))) return after.result.score < before.result.score;
  if (goneFrom(after.result.warnings, before.result.warnings, () => true).length > 0) return false;
  const view = (text: CheckedText) => readersView(rules.contentType, text.body, config).join("\n");
  const [textBefore, textAfter] = [view(before), view(after)];
  return (
    !losesWords(rules, textBefore, textAfter) &&
    !gone.some(({ quote }) => quote && saysAgain(quote, { textBefore, textAfter, locale })) &&
    !losesHeld(gone, facts, locale) &&
    !losesCited(before.citations ?? [], { facts, textBefore, textAfter, after: after.result.evidence, locale }) &&
    !losesFact(before.result.evidence, after.result.evidence, placesOf(gone, textBefore, locale))
  );
}

/** The kept texts, each new one in the place of an earlier one that it repairs. */
export function keepBetter(context: GenerationContext, texts: Texts, checked: Texts): Texts {
  const rulesOf = new Map(context.texts.map((rules) => [rules.contentType, rules]));
  const better = [...checked].filter(([contentType, after]) => {
    const before = texts.get(contentType);
    const rules = rulesOf.get(contentType);
    return !before || (rules !== undefined && takesRepair(context, rules, { before, after }));
  });
  return new Map([...texts, ...better]);
}

/** The warnings of one text that another one has not: about the same words, or of the same code where they are about none. */
function goneFrom(
  warnings: readonly StoredWarning[],
  others: readonly StoredWarning[],
  counts: (warning: StoredWarning) => boolean = isBlocking,
): StoredWarning[] {
  const keyOf = ({ code, quote }: StoredWarning) => `${code}\n${comparable(quote ?? "")}`;
  const known = new Set(others.filter(counts).map(keyOf));
  return warnings.filter((warning) => counts(warning) && !known.has(keyOf(warning)));
}

/** A keyword or claim that the rules name stood in the text before, and does not now. */
function losesWords({ use }: TextRules, before: string, after: string): boolean {
  const terms = [...use.must, ...use.should, ...[...use.claims, ...use.optionalClaims].map(({ text }) => text)];
  const lost = new Set(termsNotIn(after, terms));
  return lost.size > termsNotIn(before, terms).filter((term) => lost.has(term)).length;
}

/** The same words or the same quantities as often as before: `thirty hours` for `30 hours`, `OEKO TEX` for `OEKO-TEX`. */
function saysAgain(
  quote: string,
  { textBefore, textAfter, locale }: { textBefore: string; textAfter: string; locale: string },
): boolean {
  const letters = lettersOf(quote);
  if (letters !== "" && countOf(lettersOf(textAfter), letters) >= countOf(lettersOf(textBefore), letters)) return true;
  const said = quantitiesIn(quote, locale);
  if (said.length === 0) return false;
  const [before, after] = [quantitiesIn(textBefore, locale), quantitiesIn(textAfter, locale)];
  return said.every((one) => timesIn(after, one) >= Math.max(1, timesIn(before, one)));
}

function lettersOf(text: string): string {
  return comparable(text).replace(/[^\p{L}\p{N}]/gu, "");
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Amounts in base units, one for each way to read them. */
function quantitiesIn(text: string, locale: string): string[] {
  return readQuantityStatements(text, { locale }).flatMap((statement) => {
    if (statement.kind !== "quantity") return [];
    const { values, units } = statement.quantity;
    return values.flatMap((value) =>
      units.map((unit) => (unit ? `${unit.dimension} ${Number(inBase(value, unit).toPrecision(9))}` : `none ${value}`)),
    );
  });
}

function timesIn(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length;
}

/** Where the sentences stand that hold a finding that is gone: what was said in them may be gone with it. */
function placesOf(gone: readonly StoredWarning[], text: string, locale: string): TextPlace[] {
  const found = gone.flatMap(({ at = [] }) => at);
  const sentences = sentencesOf(text, locale).map(({ at }) => at);
  return placesOfSpans(text, sentences).filter((sentence) => found.some((at) => overlap(sentence, at)));
}

/** A fact that words of the text before were backed by, outside those sentences, backs none of the new one's. */
function losesFact(before: readonly Evidence[], after: readonly Evidence[], removed: readonly TextPlace[]): boolean {
  const keyOf = ({ path, fact }: Evidence) => path ?? fact;
  const backed = new Set(after.map(keyOf));
  return before.some((one) => {
    const { at = [] } = one;
    const isRemoved = at.length > 0 && at.every((place) => removed.some((sentence) => overlap(sentence, place)));
    return !isRemoved && !backed.has(keyOf(one));
  });
}

/**
 * An amount that is gone and that a fact holds, as what else it may be: the 5 mm of the studs became the 8 mm of the drop. Where
 * the program was sure of the role it offered the fact's own words.
 */
function losesHeld(gone: readonly StoredWarning[], facts: FactBook, locale: string): boolean {
  return gone.some(
    ({ quote, fix }) =>
      fix === undefined &&
      readQuantityStatements(quote ?? "", { locale }).some(
        (one) => one.kind === "quantity" && isHeld(one, facts.candidates(one)),
      ),
  );
}

interface Rewritten {
  facts: FactBook;
  textBefore: string;
  textAfter: string;
  /** of the new text */
  after: readonly Evidence[];
  locale: string;
}

/** Words that the writer cited, and that their fact does say, are not said any more, or are said the other way round. */
function losesCited(
  citations: readonly Citation[],
  { facts, textBefore, textAfter, after, locale }: Rewritten,
): boolean {
  if (citations.length === 0) return false;
  const statements = readStatements(textBefore, locale);
  const later = polarAmounts(readStatements(textAfter, locale));
  const paths = new Set(after.map(({ path }) => path));
  const known = lettersOf(textAfter);
  return verifyCitations(facts, { citations, text: textBefore, statements, locale }).some(({ quote, spans, fact }) => {
    if (fact === null) return false;
    const letters = lettersOf(quote);
    if (letters !== "" && countOf(known, letters) > 0) return false;
    const inside = statements.filter(({ at }) => spans.some(({ start, end }) => at.start >= start && at.end <= end));
    const amounts = polarAmounts(inside);
    if (amounts.some((one) => !later.includes(one))) return true;
    return amounts.length === 0 && !paths.has(fact.path);
  });
}

/** Amounts in base units, with whether they are denied. */
function polarAmounts(statements: readonly Statement[]): string[] {
  return statements.flatMap((one) => {
    if (one.kind !== "quantity") return [];
    const { values, units } = one.quantity;
    const unit = units.find((each) => each !== null);
    return values
      .slice(0, 1)
      .map(
        (value) =>
          `${one.polarity} ${unit?.dimension ?? ""} ${unit ? Number(inBase(value, unit).toPrecision(9)) : value}`,
      );
  });
}

function overlap(one: TextPlace, other: TextPlace): boolean {
  return one.start < other.end && other.start < one.end;
}
