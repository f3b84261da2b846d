import type { Fact, Tier } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { negationWords } from "../language/negation-words.ts";
import { yesNoOf } from "../language/yes-no.ts";
import type { FactStatement, Statement } from "../statements/statement.ts";
import { contentWords, type WordSet, wordSet } from "./content-words.ts";
import type { ExaminerVerdict } from "./examiner-verdict.ts";
import type { Examined } from "./outcome.ts";
import { agreesWith, isOpposite, quotedFact, thingOf } from "./quoted-fact.ts";
import { compareStatement, readStatements } from "./readers.ts";

/** A sentence with what the program made of it. */
export interface ReadSentence {
  text: string;
  /** its statements that no fact supports or refutes by the program's own reading */
  open: readonly Statement[];
}

/**
 * What an examiner's verdict counts for. `entailed` and `contradicted` need a quote to the letter of a usable fact that speaks of
 * the same thing; an entailing one agrees in its numbers, units and polarity. An entailment that cannot be verified frees no
 * statement, and does not tell either that there is any where the program reads none; a contradiction by the words of a fact
 * that speaks of something else counts as not stated.
 * @returns null where it counts for nothing, as if nobody had been asked
 */
export function verifyVerdict(
  book: Pick<FactBook, "byId" | "facts">,
  { sentence, verdict, locale }: { sentence: ReadSentence; verdict: ExaminerVerdict; locale: string },
): Examined | null {
  const { verdict: says, quotes } = verdict;
  if (says === "not_stated" || says === "no_claim") return { says, fact: null };
  const quoted: FactStatement[] = [];
  let words = "";
  let said = "";
  let first: Fact | null = null;
  let tier: Tier = 3;
  let tells = false;
  for (const { fact: id, quote } of quotes) {
    const fact = quotedFact(book.byId(id), quote);
    // A quote that nobody wrote makes the whole verdict worthless.
    if (!fact) return null;
    first ??= fact;
    if (fact.tier < tier) tier = fact.tier;
    tells ||= tellingKinds.has(fact.kind);
    words += ` ${fact.name} ${quote}`;
    said += ` ${quote}`;
    quoted.push(
      ...readStatements(quote, book.facts.locale ?? locale, { name: fact.name }).map((statement) => ({
        ...statement,
        fact,
      })),
    );
  }
  if (!first) return null;
  const about = {
    sentence: sentence.text,
    words,
    said,
    set: wordSet(contentWords(words, locale)),
    tier,
    tells,
    locale,
  };
  if (says === "entailed")
    return sentence.open.every((statement) => isEntailed(statement, quoted, about)) ? { says, fact: first } : null;
  // The same words in fact and sentence refute nothing, whoever says so.
  if (agrees(sentence.text, quoted, about)) return null;
  return speaksOfSame(sentence.open, quoted, about) || mayDeny(quoted, about)
    ? { says, fact: first }
    : { says: "not_stated", fact: null };
}

interface About {
  sentence: string;
  /** names of the quoted facts and their quoted words */
  words: string;
  /** the quoted words alone */
  said: string;
  set: WordSet;
  /** of the strongest quoted fact */
  tier: Tier;
  /** a quoted fact tells how the product is, rather than what it is called or where it belongs */
  tells: boolean;
  locale: string;
}

function isEntailed(statement: Statement, quoted: readonly FactStatement[], about: About): boolean {
  // What reviews and other apps say proves nothing.
  if (statement.provable !== null && about.tier > 2) return false;
  const { verdict } = compareStatement(statement, quoted, about.locale);
  if (verdict !== "unknown") return verdict === "supported";
  if (!agreesWith(statement, quoted, about.words)) return false;
  return (
    quoted.some((one) => isSameKind(one, statement) && !isOther(one, statement)) ||
    (statement.provable === null
      ? sharesWords({ ...about, sentence: statement.quote }, false)
      : holdsAll(statement.quote, about)) ||
    (statement.provable === null && sharedWords(about) >= mostByChance + 1)
  );
}

function speaksOfSame(open: readonly Statement[], quoted: readonly FactStatement[], about: About): boolean {
  return (
    open.some((statement) => quoted.some((one) => isSameKind(one, statement) || measuresAlike(one, statement))) ||
    sharesWords(about, true)
  );
}

/** Of what must be proved, each word is one of the quoted ones. */
function holdsAll(quote: string, { set, locale }: About): boolean {
  const words = [...contentWords(quote, locale)];
  return words.length > 0 && words.every((word) => set.has(word));
}

/**
 * Words that a merchant chose may deny a sentence that shares none with them: it is in another language, or says it in a round about way.
 * An amount says nothing of what is none.
 */
function mayDeny(quoted: readonly FactStatement[], { said, tier, tells, sentence, locale }: About): boolean {
  if (tier > 2 || !tells) return false;
  if (!/\p{N}/u.test(said)) return true;
  let rest = said;
  for (const { kind, quote } of quoted) if (kind === "quantity" || kind === "age") rest = rest.replace(quote, " ");
  return contentWords(rest, locale).size > 0 || /\p{N}/u.test(sentence);
}

/** A name, a type, a tag or a picture that has no word in common with a sentence says nothing of what it says. */
const tellingKinds: ReadonlySet<Fact["kind"]> = new Set([
  "attribute", "option", "variant", "description", "price", "shipping_weight", "merchant",
]); // biome-ignore format: a list

/**
 * Whether a sentence holds all that is quoted, and neither of both denies what the other affirms. Of a bare amount or answer
 * ("2,000 m", "Yes") the words are those of its name.
 */
function agrees(sentence: string, quoted: readonly FactStatement[], { said, words: named, locale }: About): boolean {
  const set = wordSet(contentWords(sentence, locale));
  const answer = yesNoOf(said.trim());
  const isAnswer = answer?.rest === "";
  const own = contentWords(said, locale);
  const words = [...(isAnswer || own.size === 0 ? contentWords(named.replace(said.trim(), " "), locale) : own)];
  const numbers = said.match(/\d+/g) ?? [];
  if (words.length === 0 && numbers.length === 0) return false;
  if (!words.every((word) => set.has(word))) return false;
  if (!numbers.every((number) => sentence.includes(number))) return false;
  const denials = negationWords(locale);
  const saysNo = isAnswer ? answer.says === "no" : denials?.negates(said);
  if (denials?.negates(sentence) !== saysNo) return false;
  return !readStatements(sentence, locale).some((one) => quoted.some((other) => isOpposite(one, other)));
}

/** `500 g` is denied by `300 g`, whatever the words around both are. */
function measuresAlike(one: Statement, other: Statement): boolean {
  if (one.kind !== "quantity" || other.kind !== "quantity") return false;
  return one.quantity.units.some((unit) =>
    other.quantity.units.some((theirs) => unit !== null && unit.dimension === theirs?.dimension),
  );
}

/** Both name something, and not the same: leather does not say that there is cotton. */
function isOther(one: Statement, other: Statement): boolean {
  const [mine, theirs] = [thingOf(one), thingOf(other)];
  return mine !== null && theirs !== null && mine !== theirs;
}

function isSameKind(one: Statement, other: Statement): boolean {
  if (one.provable !== null || other.provable !== null) return one.provable === other.provable;
  return one.kind === other.kind && one.kind !== "quantity";
}

/** A fact about something else of the product may share so many words with a sentence. */
const mostByChance = 1;

function sharedWords({ sentence, set, locale }: About): number {
  return [...contentWords(sentence, locale)].filter((word) => set.has(word)).length;
}

/** Words of another script cannot be compared: what must be proved is not taken on trust then. */
function sharesWords({ sentence, said, set, locale }: About, strict: boolean): boolean {
  for (const word of contentWords(sentence, locale)) if (set.has(word)) return true;
  return !strict && (isLatin(sentence) ? foreign.test(said) : latin.test(said));
}

/** Words, and no unit or currency of an amount. */
const latin = /\p{scx=Latin}{4}/u;
const foreign = /(?!\p{scx=Latin})\p{L}(?!\p{scx=Latin})\p{L}/u;

function isLatin(text: string): boolean {
  return /\p{scx=Latin}{3}/u.test(text);
}
