import type { Fact } from "../facts/fact.ts";
import type { FactStatement, Statement } from "../statements/statement.ts";
import { contentWords, type WordSet, wordSet } from "./content-words.ts";
import type { ExaminerVerdict } from "./examiner-verdict.ts";
import type { Examined } from "./outcome.ts";
import { agreesWith, quotedFact } from "./quoted-fact.ts";
import type { Readers } from "./readers.ts";

/** A sentence with what the program made of it. */
export interface ReadSentence {
  text: string;
  /** its statements that no fact supports or refutes by the program's own reading */
  open: readonly Statement[];
}

/**
 * What an examiner's verdict counts for. `entailed` and `contradicted` need a quote to the letter of a usable fact that speaks of
 * the same thing; an entailing one agrees in its numbers, units and polarity. Everything else counts as `not_stated`.
 */
export function verifyVerdict(
  { readers, factOf }: { readers: Readers; factOf(id: string): Fact | undefined },
  { sentence, verdict, locale }: { sentence: ReadSentence; verdict: ExaminerVerdict; locale: string },
): Examined {
  const unverified: Examined = { says: "not_stated", fact: null };
  const { verdict: says, quotes } = verdict;
  if (says === "not_stated") return unverified;
  if (says === "no_claim") return { says, fact: null };
  const quoted: FactStatement[] = [];
  let words = "";
  let first: Fact | null = null;
  for (const { fact: id, quote } of quotes) {
    const fact = quotedFact(factOf(id), quote);
    // A quote that nobody wrote makes the whole verdict worthless.
    if (!fact) return unverified;
    first ??= fact;
    words += ` ${fact.name} ${quote}`;
    quoted.push(...readers.read(quote, locale, fact.name).map((statement) => ({ ...statement, fact })));
  }
  if (!first) return unverified;
  const about = { sentence: sentence.text, words, set: wordSet(contentWords(words, locale)), locale };
  const isVerified =
    says === "entailed"
      ? sentence.open.every((statement) => isEntailed(readers, statement, quoted, about))
      : speaksOfSame(sentence.open, quoted, about);
  return isVerified ? { says, fact: first } : unverified;
}

interface About {
  sentence: string;
  /** names of the quoted facts and their quoted words */
  words: string;
  set: WordSet;
  locale: string;
}

function isEntailed(readers: Readers, statement: Statement, quoted: readonly FactStatement[], about: About): boolean {
  const { verdict } = readers.compare(statement, quoted);
  if (verdict !== "unknown") return verdict === "supported";
  if (!agreesWith(statement, quoted, about.words)) return false;
  return quoted.some((one) => isSameKind(one, statement)) || sharesWords(about, statement.provable !== null);
}

function speaksOfSame(open: readonly Statement[], quoted: readonly FactStatement[], about: About): boolean {
  return open.some((statement) => quoted.some((one) => isSameKind(one, statement))) || sharesWords(about, true);
}

function isSameKind(one: Statement, other: Statement): boolean {
  if (one.provable !== null || other.provable !== null) return one.provable === other.provable;
  return one.kind === other.kind && one.kind !== "quantity";
}

/** Words of another script cannot be compared: what must be proved is not taken on trust then. */
function sharesWords({ sentence, words, set, locale }: About, strict: boolean): boolean {
  for (const word of contentWords(sentence, locale)) if (set.has(word)) return true;
  return !strict && isLatin(sentence) !== isLatin(words);
}

function isLatin(text: string): boolean {
  return /\p{scx=Latin}{3}/u.test(text);
}
