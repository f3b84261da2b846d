import type { ExaminerQuote, ExaminerSays, ExaminerVerdict } from "../../../app/quality/evidence/examiner-verdict.ts";
import type { Fact } from "../../../app/quality/facts/fact.ts";
import { claimless, type LabelledSentence } from "./labelled-set.ts";

/**
 * `perfect` says the truth and quotes the words that it is so by; `careless` errs in one answer of five; `lying` calls
 * everything entailed, by words that no fact holds or by words of another fact; `denying` calls everything contradicted, by words
 * of another fact.
 */
export const examinerKinds = ["perfect", "careless", "lying", "denying"] as const;
export type ExaminerKind = (typeof examinerKinds)[number];

export interface Examined {
  /** as the checks ask for it: a labelled sentence, a part of one, or a sentence of a good text */
  sentence: string;
  /** null: of a good text, all of whose sentences are true */
  label: LabelledSentence | null;
  facts: readonly Fact[];
}

const carelessShare = 0.2;
const allSays: readonly ExaminerSays[] = ["entailed", "contradicted", "not_stated", "no_claim"];
/** Shorter words tell nothing apart. */
const wordChars = 4;
/** Inflected forms share their first letters. */
const stemChars = 5;
const maxQuotes = 3;

/** An examiner whose answers come from the labels. The same seed gives the same answers to the same questions in a row. */
export function simulateExaminer(kind: ExaminerKind, seed = 1): (asked: Examined) => ExaminerVerdict {
  const random = randomOf(seed);
  return (asked) => {
    if (kind === "lying" || kind === "denying") return lie(asked, { kind, random });
    const truth = truthOf(asked);
    if (kind === "perfect" || random() >= carelessShare) return truth;
    const others = allSays.filter((says) => says !== truth.verdict);
    const verdict = pick(others, random) ?? "not_stated";
    const needsQuotes = verdict === "entailed" || verdict === "contradicted";
    return { ...truth, verdict, quotes: needsQuotes ? quotesOrFirst(truth.quotes, asked) : [] };
  };
}

function truthOf({ sentence, label, facts }: Examined): ExaminerVerdict {
  if (label && label.label !== "good" && label.label !== "contradicted") {
    return { sentence, verdict: "not_stated", quotes: [] };
  }
  const isClaimless = label !== null && (claimless as readonly string[]).includes(label.kind);
  if (isClaimless && label.quotes.length === 0) return { sentence, verdict: "no_claim", quotes: [] };
  const quotes = label ? label.quotes.flatMap((quote) => quotedBy(quote, facts)) : likelyQuotes(sentence, facts);
  if (label?.label === "contradicted") return { sentence, verdict: "contradicted", quotes };
  return { sentence, verdict: quotes.length > 0 ? "entailed" : "no_claim", quotes };
}

/** The fact that a labelled quote is of; a quote with the fact's name is cut to its value. */
function quotedBy(quote: string, facts: readonly Fact[]): ExaminerQuote[] {
  for (const { id, name, value, unusable } of facts) {
    if (unusable) continue;
    if (value.includes(quote)) return [{ fact: id, quote }];
    const rest = quote.startsWith(`${name}: `) ? quote.slice(name.length + 2) : null;
    if (rest !== null && value.includes(rest)) return [{ fact: id, quote: rest }];
  }
  return [];
}

/** The facts that share most numbers and words with a true sentence, each by its whole value. */
function likelyQuotes(sentence: string, facts: readonly Fact[]): ExaminerQuote[] {
  const wanted = marksOf(sentence);
  return facts
    .filter(({ unusable, kind }) => !unusable && kind !== "code")
    .map(({ id, name, value }) => {
      const shared = [...marksOf(`${name} ${value}`)].filter((mark) => wanted.has(mark)).length;
      return { id, value, shared };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, maxQuotes)
    .map(({ id, value }) => ({ fact: id, quote: value }));
}

/** Numbers, beginnings of words, and pairs of signs where a script puts no spaces between words. */
function marksOf(text: string): Set<string> {
  const marks = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu)) {
    if (/^\d/.test(word)) marks.add(word);
    else if (/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(word)) {
      for (let at = 0; at + 2 <= word.length; at++) marks.add(word.slice(at, at + 2));
    } else if (word.length >= wordChars) marks.add(word.slice(0, stemChars));
  }
  return marks;
}

function lie(
  { sentence, label, facts }: Examined,
  { kind, random }: { kind: "lying" | "denying"; random: () => number },
): ExaminerVerdict {
  const about = new Set(label?.quotes.flatMap((quote) => quotedBy(quote, facts)).map(({ fact }) => fact));
  const others = facts.filter(({ id, unusable }) => !unusable && !about.has(id));
  const verdict = kind === "lying" ? "entailed" : "contradicted";
  // What calls everything entailed is right where it is.
  const same = facts.find(({ name, value }) => sentence === `${name}: ${value}`);
  if (same && kind === "lying") return { sentence, verdict, quotes: [{ fact: same.id, quote: same.value }] };
  const fact = pick(others, random) ?? facts[0];
  if (!fact) return { sentence, verdict, quotes: [] };
  const quote = kind === "lying" && random() < 0.5 ? sentence : fact.value;
  return { sentence, verdict, quotes: [{ fact: fact.id, quote }] };
}

function quotesOrFirst(quotes: ExaminerQuote[], { facts }: Examined): ExaminerQuote[] {
  const [first] = facts;
  return quotes.length > 0 || !first ? quotes : [{ fact: first.id, quote: first.value }];
}

function pick<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** mulberry32: numbers from 0 up to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
