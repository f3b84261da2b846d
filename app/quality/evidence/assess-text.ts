import type { Evidence } from "../../db/schema/index.ts";
import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import type { Finding } from "../finding.ts";
import { negationWords } from "../language/negation-words.ts";
import { yesNoOf } from "../language/yes-no.ts";
import type { Comparison, Span, Statement } from "../statements/statement.ts";
import { isAsideAt } from "./affirming.ts";
import type { Citation } from "./citation.ts";
import { contentWords } from "./content-words.ts";
import { coveredBy } from "./covered-by.ts";
import type { ExaminerVerdict } from "./examiner-verdict.ts";
import { otherValueIn } from "./exclusive-fields.ts";
import { contradictedFinding, unsupportedFinding } from "./fact-findings.ts";
import { isLight, isNamed } from "./is-light.ts";
import { durationBehind } from "./kept-for.ts";
import { ingredientListAgainst } from "./listed-ingredients.ts";
import { namedDenialIn, namedSupportOf } from "./named-denials.ts";
import { byNamedPart } from "./named-materials.ts";
import { scaleFactOf } from "./named-scales.ts";
import { byOfferedValue } from "./offered-values.ts";
import { type Examined, type Outcome, outcomeOf } from "./outcome.ts";
import { placesOfSpans } from "./places.ts";
import { compareStatement, readStatements } from "./readers.ts";

import { sayingFact } from "./saying-fact.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { statingFact } from "./stating-fact.ts";
import { withoutVendorsName } from "./vendors-name.ts";
import { type PlacedCitation, verifyCitations } from "./verify-citations.ts";
import { verifyVerdict } from "./verify-verdict.ts";
import { byWholeProduct } from "./whole-materials.ts";

export interface AssessInput {
  contentType: string;
  /** what a reader sees, bullets joined by line feeds */
  text: string;
  /** the same without links, whose numbers are none of its statements, each sign at its place; default: the text */
  numbers?: string | undefined;
  /** BCP-47 */
  locale: string;
  /** sentence → what the examiner said of it; undefined: it is off or gave no answer */
  verdicts?: ReadonlyMap<string, ExaminerVerdict> | undefined;
  citations?: readonly Citation[] | undefined;
}

export interface Assessed {
  found: Finding[];
  evidence: Evidence[];
  /** sentences that the program cannot settle by itself, to the letter, each once */
  doubts: string[];
}

interface Judged {
  at: Span;
  quote: string;
  statement: Statement | null;
  comparison: Comparison | null;
  outcome: Outcome;
}

interface Compared {
  statement: Statement;
  comparison: Comparison;
  light: boolean;
}

/** After so many the text is beyond repair and the rest is not worth the time. */
const maxFindings = 25;
const maxEvidence = 100;
/** Of a text that is all statements, so many are compared. */
const maxStatements = 200;
const maxDoubts = 60;

/**
 * Holds a text to the facts: reads what each sentence says, compares it, lets verified verdicts of the examiner count where the
 * program cannot tell, and gives what comes of it by the table of outcomes.
 */
export function assessText(book: FactBook, input: AssessInput): Assessed {
  const { text, locale, numbers, verdicts } = input;
  const read = readStatements(text, locale, { numbers }).slice(0, maxStatements);
  const statements = withoutVendorsName(read, text, book.facts.vendor);
  const citations = input.citations?.length
    ? verifyCitations(book, { citations: input.citations, text, statements, locale })
    : [];
  const judged: Judged[] = [];
  const doubts = new Set<string>();
  let next = 0;
  for (const sentence of sentencesOf(text, locale)) {
    const inSentence: Statement[] = [];
    for (; next < statements.length; next++) {
      const statement = statements[next];
      if (!statement || statement.at.start >= sentence.at.end) break;
      inSentence.push(statement);
    }
    const comparedAll = inSentence.map((statement) =>
      compared(statement, { book, sentence, locale, text, others: inSentence }),
    );
    const stating = comparedAll.every(({ comparison }) => comparison.verdict === "supported")
      ? null
      : statingFact(book, sentence.text, locale);
    const said = stating ? comparedAll.map((one) => statedBy(stating, one)) : comparedAll;
    const open = openOf(said);
    const verdict = verdicts?.get(sentence.text);
    const examined = verdict ? verifyVerdict(book, { sentence: { text: sentence.text, open }, verdict, locale }) : null;
    const ofSentence = judgeSentence(sentence, { said, open, examined });
    judged.push(...ofSentence);
    const isRefuted = ofSentence.some(({ outcome }) => outcome.kind === "contradicted");
    const denied =
      isRefuted || stating
        ? null
        : (namedDenialIn(book, sentence.text, locale) ??
          otherValueIn(book, sentence.text, locale) ??
          ingredientListAgainst(book, sentence.text, locale));
    if (denied) {
      const outcome: Outcome = { kind: "contradicted", fact: denied, by: "program" };
      judged.push({ at: sentence.at, quote: sentence.text, statement: null, comparison: null, outcome });
    }
    const isDoubtful =
      open.length > 0 ||
      citations.some(({ fact, spans }) => fact === null && spans.some((span) => overlap(span, sentence.at))) ||
      !isCovered(sentence, book, locale);
    if (isDoubtful && doubts.size < maxDoubts) doubts.add(sentence.text);
  }
  return { ...reported(input, judged, citations), doubts: [...doubts] };
}

/** What a fact says in these very words is true, but for what a fact of more weight refutes. */
function statedBy(fact: Fact, one: Compared): Compared {
  const { verdict, fact: other } = one.comparison;
  if (verdict === "supported" || (verdict === "refuted" && other && other.tier < fact.tier)) return one;
  return { ...one, comparison: { verdict: "supported", fact, fix: null }, light: false };
}

interface InSentence {
  book: FactBook;
  sentence: Sentence;
  locale: string;
  text: string;
  /** all statements of the sentence */
  others: readonly Statement[];
}

function compared(statement: Statement, { book, sentence, locale, text, others }: InSentence): Compared {
  const comparison = compareStatement(statement, book.candidates(statement), locale);
  const saying =
    comparison.verdict === "unknown"
      ? (sayingFact(statement, book, locale) ?? denyingFact(statement, { book, sentence, locale }))
      : null;
  if (saying) return { statement, comparison: { verdict: "supported", fact: saying, fix: null }, light: false };
  const byValue = comparison.verdict === "unknown" ? byOfferedValue(book, { statement, others, text }) : null;
  const ofField = byValue ? null : byField(statement, comparison, { book, sentence });
  const held = byValue ?? ofField;
  if (held) return { statement, comparison: held, light: false };
  const byPart =
    comparison.verdict === "unknown" && statement.kind === "material"
      ? (byNamedPart(book, { statement, sentence: sentence.text }, locale) ??
        byWholeProduct(
          book,
          { statement, sentence: sentence.text, at: statement.at.start - sentence.at.start },
          locale,
        ))
      : null;
  if (byPart) return { statement, comparison: byPart, light: false };
  const isDoubtful =
    comparison.verdict === "refuted" &&
    (isInDoubt(statement, book) || isOfOther({ statement, comparison }, { book, sentence, locale }));
  return isDoubtful
    ? { statement, comparison: { verdict: "unknown", fact: null, fix: null }, light: true }
    : {
        statement,
        comparison,
        light: comparison.verdict === "unknown" && isLight(statement, book, { sentence: sentence.text, locale }),
      };
}

/** A number with the name of its field, also where one of two numbers seems to be another value of it, or a time as long as a fact's. */
function byField(
  statement: Statement,
  { verdict, fact: other }: Comparison,
  { book, sentence }: Pick<InSentence, "book" | "sentence">,
): Comparison | null {
  if (verdict === "supported") return null;
  const at = statement.at.start - sentence.at.start;
  const ofScale = statement.kind === "age" ? null : scaleFactOf(book, { statement, sentence: sentence.text, at });
  const fact =
    verdict === "refuted"
      ? ofScale === other
        ? ofScale
        : null
      : (ofScale ?? durationBehind(book, statement, sentence.text));
  return fact && { verdict: "supported", fact, fix: null };
}

/** What a field denies by its name alone says the same as a denial of the text. */
function denyingFact(
  { polarity, kind, quote }: Statement,
  { book, sentence, locale }: { book: FactBook; sentence: Sentence; locale: string },
): Fact | null {
  if (polarity === "denied") return namedSupportOf(book, { sentence: sentence.text, quote }, locale);
  return kind === "property" ? namedSupportOf(book, { sentence: quote, quote }, locale) : null;
}

/**
 * A colour that the title names, a material called as the product's own options are (olive, bamboo), and numbers on both sides of
 * a dash with spaces: "Shirt 10 – 100% linen" is no range.
 */
function isInDoubt(statement: Statement, book: FactBook): boolean {
  if (statement.kind === "member") return isNamed(statement, book);
  if (statement.kind === "material") return isOffered(statement, book);
  return statement.kind === "quantity" && /\s[–—-]\s/u.test(statement.quote);
}

/** What a fact denies may well be a thing that the product is likened to, used with or takes the place of. */
function isOfOther(
  { statement, comparison }: { statement: Statement; comparison: Comparison },
  { book, sentence, locale }: { book: FactBook; sentence: Sentence; locale: string },
): boolean {
  const { at, polarity } = statement;
  if (polarity !== "affirmed" || !comparison.fact) return false;
  const { value } = comparison.fact;
  const isDenied =
    yesNoOf(value)?.says === "no" || (negationWords(book.facts.locale ?? locale)?.denies(value) ?? false);
  const place = { start: at.start - sentence.at.start, end: at.end - sentence.at.start };
  return isDenied && isAsideAt(sentence.text, place, locale);
}

function isOffered({ quote }: Statement, { facts }: FactBook): boolean {
  const words = quote.toLowerCase();
  return facts.options.some(({ values }) => values.some((value) => value.toLowerCase() === words));
}

/**
 * Statements that the program cannot tell, but for those that are part of a longer one that it can. What must be proved is part of
 * such a one only: the linen of "100% organic linen" says nothing of organic.
 */
function openOf(said: readonly Compared[]): Statement[] {
  const settled = said.filter(({ comparison }) => comparison.verdict !== "unknown");
  return said.flatMap(({ statement, comparison }) => {
    const isPart = settled.some(
      (one) =>
        contains(one.statement.at, statement.at) &&
        (statement.provable === null || one.statement.provable !== null || one.comparison.verdict === "refuted"),
    );
    return comparison.verdict === "unknown" && !isPart ? [statement] : [];
  });
}

function judgeSentence(
  sentence: Sentence,
  { said, open, examined }: { said: readonly Compared[]; open: readonly Statement[]; examined: Examined | null },
): Judged[] {
  const judged = said
    .filter(({ statement, comparison }) => comparison.verdict !== "unknown" || open.includes(statement))
    .map((one): Judged => {
      const { at, quote } = one.statement;
      return { at, quote, ...one, outcome: outcomeOf(one, examined) };
    });
  if (open.length === 0 && examined) {
    const isRefuted = judged.some(({ outcome }) => outcome.kind === "contradicted");
    const outcome = outcomeOf({ statement: null, comparison: null }, examined);
    // What the program refutes in it is said already, and a fact that it supports it by does not deny it.
    const isSupported =
      outcome.kind === "contradicted" && judged.some(({ comparison }) => comparison?.fact?.id === outcome.fact.id);
    if (!isRefuted && !isSupported)
      judged.push({ at: sentence.at, quote: sentence.text, statement: null, comparison: null, outcome });
  }
  return judged;
}

/** Nothing in it that the facts do not speak of: each word that carries meaning is one of theirs, or of no claim. */
function isCovered({ text }: Sentence, book: FactBook, locale: string): boolean {
  const covered = coveredBy(book, locale);
  for (const word of contentWords(text, locale)) if (!covered.has(word)) return false;
  return true;
}

function reported(
  { contentType, text }: AssessInput,
  judged: readonly Judged[],
  citations: readonly PlacedCitation[],
): Omit<Assessed, "doubts"> {
  const found: Finding[] = [];
  const evidence: Evidence[] = [];
  const cited = new Set(citations.flatMap(({ said }) => said));
  for (const { at, quote, statement, comparison, outcome } of withoutParts(judged)) {
    // The writer named the fact that says so: to ask again would cost a true statement.
    const kept = statement !== null && cited.has(statement) ? { repair: false } : {};
    if (outcome.kind === "silent") continue;
    if (outcome.kind === "supported") {
      const examined = outcome.by === "examiner" ? ({ examined: true } as const) : {};
      evidence.push({ ...evidenceOf(text, quote, [at], outcome.fact), ...examined });
    } else if (found.length < maxFindings) {
      found.push(
        outcome.kind === "contradicted"
          ? {
              ...contradictedFinding(contentType, { quote, at, fact: outcome.fact, fix: comparison?.fix ?? null }),
              ...kept,
            }
          : {
              ...unsupportedFinding(contentType, {
                quote,
                at,
                provable: statement?.provable ?? null,
                severity: outcome.severity,
              }),
              ...kept,
            },
      );
    }
  }
  for (const { quote, spans, fact } of citations) {
    const isMarked = evidence.some(({ text: words }) => words.includes(quote) || quote.includes(words));
    if (fact && !isMarked) evidence.push({ ...evidenceOf(text, quote, spans, fact), cited: true });
  }
  return { found, evidence: evidence.slice(0, maxEvidence) };
}

/** Of findings of one outcome inside one another the longest: "organic cotton" is one thing to look at. */
function withoutParts(judged: readonly Judged[]): Judged[] {
  return judged.filter((one, index) => {
    if (one.outcome.kind !== "unsupported") return true;
    if (judged.some((other) => isNamedCertificate(one, other))) return false;
    return !judged.some(
      (other, place) =>
        place !== index &&
        weightOf(other.outcome) >= weightOf(one.outcome) &&
        contains(other.at, one.at) &&
        (!contains(one.at, other.at) || weightOf(other.outcome) > weightOf(one.outcome) || place < index),
    );
  });
}

/** "Certified" beside the name of the certificate: one claim, shown at the name. */
function isNamedCertificate({ statement: one, at }: Judged, { statement: other, outcome }: Judged): boolean {
  if (one?.kind !== "scheme" || other?.kind !== "scheme" || one === other) return false;
  if (one.scheme !== "certificate" || other.scheme === "certificate" || weightOf(outcome) < weightOfBlock) return false;
  const gap = Math.max(other.at.start - at.end, at.start - other.at.end);
  return gap >= 0 && gap <= 1;
}

const weightOfBlock = 2;

function weightOf(outcome: Outcome): number {
  if (outcome.kind === "contradicted") return 2;
  if (outcome.kind === "unsupported") return outcome.severity === "block" ? 2 : 1;
  return 0;
}

function evidenceOf(text: string, quote: string, spans: readonly Span[], { name, value, path }: Fact): Evidence {
  return { text: quote, fact: `${name}: ${value.slice(0, maxFactChars)}`, path, at: placesOfSpans(text, spans) };
}

/** As a page shows it beside the words. */
const maxFactChars = 120;

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
