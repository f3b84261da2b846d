import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { yesNoOf } from "../language/yes-no.ts";
import type { Comparison, MaterialStatement } from "../statements/statement.ts";
import { implies } from "../statements/words/implied.ts";
import { contentWords, type WordSet, wordSet } from "./content-words.ts";
import { readStatements } from "./readers.ts";

/** What a field says that a part is made of: `Handle: walnut`, `Vosk: 100% sójový`. */
interface NamedPart {
  fact: Fact;
  /** words of its name */
  name: readonly string[];
  /** words of its name and its value */
  all: WordSet;
  materials: readonly MaterialStatement[];
}

const known = new WeakMap<FactBook, Map<string, readonly NamedPart[]>>();
const mostParts = 60;
/** A longer value is a text of its own. */
const longestValue = 80;
/** A name of more words asks or tells something. */
const mostWords = 3;

/**
 * What the fields of a product say of a material that no other fact settles: the very words of one field's name and value support
 * it; a field named after a part that the sentence names, with materials that are all known and others, refutes it.
 * @param sentence that the statement is of
 * @param locale BCP-47
 */
export function byNamedPart(
  book: FactBook,
  { statement, sentence }: { statement: MaterialStatement; sentence: string },
  locale: string,
): Comparison | null {
  if (statement.polarity !== "affirmed") return null;
  const parts = partsOf(book, locale);
  if (parts.length === 0) return null;
  const quoted = [...contentWords(statement.quote, locale)];
  const saying = parts.find(
    ({ all, fact }) =>
      quoted.length > 1 &&
      quoted.every((word) => all.has(word)) &&
      (statement.percent === null || fact.value.includes(String(statement.percent))),
  );
  if (saying) return { verdict: "supported", fact: saying.fact, fix: null };
  const said = wordSet(withoutParticles(contentWords(clauseOf(sentence, statement.quote, locale), locale)));
  const named = parts.filter(({ name, materials }) => materials.length > 0 && name.every((word) => said.has(word)));
  const [first] = named;
  // Two fields named in one sentence leave open which of them the material is of.
  if (!first || named.length > 1) return null;
  const isOther = first.materials.every(
    ({ material }) => !implies(material, statement.material) && !implies(statement.material, material),
  );
  return isOther && isOnly(statement, sentence, locale) ? { verdict: "refuted", fact: first.fact, fix: null } : null;
}

/** Hangul words also without what marks the subject: 심지는, 심지. */
function withoutParticles(words: ReadonlySet<string>): string[] {
  return [...words].flatMap((word) =>
    /^\p{scx=Hang}{2,}[은는이가]$/u.test(word) ? [word, word.slice(0, -1)] : [word],
  );
}

/** The words around a quote up to the next comma, stop, bracket or `and`: of "shell buttons and a lining of silk" the lining. */
function clauseOf(sentence: string, quote: string, locale: string): string {
  const clauses = sentence.split(/[,;:.、，；。()]/u).flatMap((part) => part.split(conjunctionOf(locale)));
  return clauses.find((clause) => clause.includes(quote)) ?? sentence;
}

const conjunctions = new Map<string, string>();

/** ` and ` of that language, as lists are written there. */
function conjunctionOf(locale: string): string {
  const known = conjunctions.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.ListFormat(locale, { type: "conjunction" }).formatToParts(["a", "b"]);
  const fresh = parts.find(({ type }) => type === "literal")?.value ?? ",";
  conjunctions.set(locale, fresh);
  return fresh;
}

/** Of a sentence with two materials nobody knows which one is of the part. */
function isOnly({ material }: MaterialStatement, sentence: string, locale: string): boolean {
  return readStatements(sentence, locale).every(
    (one) => one.kind !== "material" || implies(one.material, material) || implies(material, one.material),
  );
}

function partsOf(book: FactBook, locale: string): readonly NamedPart[] {
  const ofBook = known.get(book) ?? new Map<string, readonly NamedPart[]>();
  known.set(book, ofBook);
  const made = ofBook.get(locale) ?? book.list.flatMap((fact) => partBy(fact, locale)).slice(0, mostParts);
  ofBook.set(locale, made);
  return made;
}

function partBy(fact: Fact, locale: string): NamedPart[] {
  const { kind, tier, unusable, name, value } = fact;
  if (kind !== "attribute" || tier > 1 || unusable || value.length > longestValue || yesNoOf(value)) return [];
  const words = [...contentWords(name, locale)];
  if (words.length === 0 || words.length > mostWords) return [];
  const stated = readStatements(value, locale, { name: "Material" });
  const materials = stated.filter((one): one is MaterialStatement => one.kind === "material");
  const isSure = materials.every(({ polarity }) => polarity === "affirmed");
  const all = wordSet(contentWords(`${name} ${value}`, locale));
  return [{ fact, name: words, all, materials: isSure ? materials : [] }];
}
