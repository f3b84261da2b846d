import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { codeKey } from "../quantities/codes.ts";
import type { Statement } from "../statements/statement.ts";

/** A field that is called as a scale or a standard, or has a grade of one. */
interface NamedScale {
  fact: Fact;
  /** `spf30`, as the name and its number are written in one; "" for grades */
  code: string;
  /** where a sentence says the name with the number, in any order */
  said: RegExp;
}

const mostScales = 30;
const longestValue = 24;
const scales = new WeakMap<FactBook, readonly NamedScale[]>();
/** Capitals as people shorten a scale: `SPF`, `CRI`, `ISO`, `Ra`. */
const abbreviation = /^(?:\p{Lu}[\p{Lu}-]{1,5}|Ra)$/u;
const numberAlone = /^\s*(\d{1,6}(?:[.,]\d{1,2})?)\s?\+?\s*$/u;
const grade = /^\s*(\d{1,3}(?:[.,]\d)?)\s?(?:\/|(?:out\s)?of|von|sur|su|de|van|av|af|z|ze|из|από)\s?(\d{1,3})\s*$/iu;

/** Names of one scale in the languages of shops. */
const families: readonly (readonly string[])[] = [
  [
    "spf", "lsf", "fps", "ip", "sun protection factor", "lichtschutzfaktor", "sonnenschutzfaktor", "indice de protection", "indice de protection solaire",
    "factor de protección solar", "factor de protección", "fattore di protezione solare", "fattore di protezione", "zonnebeschermingsfactor", "beschermingsfactor",
    "fator de proteção solar", "fator de proteção", "solskyddsfaktor", "solfaktor", "aurinkosuojakerroin", "współczynnik ochrony przeciwsłonecznej",
  ],
  ["cri", "ra", "colour rendering index", "color rendering index", "farbwiedergabeindex", "farbwiedergabe", "indice de rendu des couleurs", "irc", "índice de reproducción cromática", "indice di resa cromatica", "kleurweergave-index", "färgåtergivningsindex"],
  ["upf", "ultraviolet protection factor", "uv-schutzfaktor", "uv protection factor"],
]; // biome-ignore format: a table

/**
 * The field that says the name and the number of a statement together, in any order and notation: "sun protection factor 30" of
 * `SPF: 30`, "9 out of 10 intensity" of `Intensity: 9/10`, "waterproof to IP67" of `Protection: IP67`.
 * @param said.sentence that the statement is part of, and the place of the statement in it
 */
export function scaleFactOf(
  book: FactBook,
  { statement, sentence, at }: { statement: Statement; sentence: string; at: number },
): Fact | null {
  if (statement.polarity !== "affirmed") return null;
  if (statement.kind === "property" && (statement.concept === "waterproof" || statement.concept === "water-resistant"))
    return protectionFact(book, { concept: statement.concept, sentence });
  const isOfScale = statement.kind === "quantity" || statement.kind === "scheme" || statement.kind === "property";
  if (!isOfScale) return null;
  const end = at + statement.quote.length;
  for (const { fact, code, said } of scalesOf(book)) {
    if (code !== "" && codeKey(statement.quote) === code) return fact;
    for (const match of sentence.matchAll(said)) {
      if (match.index < end && match.index + match[0].length > at) return fact;
    }
  }
  return null;
}

function scalesOf(book: FactBook): readonly NamedScale[] {
  const known = scales.get(book);
  if (known) return known;
  const made: NamedScale[] = [];
  for (const fact of book.list) {
    if (made.length >= mostScales) break;
    if (fact.kind !== "attribute" || fact.tier > 2 || fact.unusable || fact.value.length > longestValue) continue;
    const scale = scaleOf(fact);
    if (scale) made.push(scale);
  }
  scales.set(book, made);
  return made;
}

/** Short words between a name and its number: "of", "di", "von". */
const between = String.raw`[\s\u00a0:=-]{0,3}(?:\p{L}{1,3}\s){0,2}`;

function scaleOf(fact: Fact): NamedScale | null {
  const name = fact.name.replace(/\s*\([^()]*\)\s*$/u, "").trim();
  const lower = name.toLowerCase();
  const family = families.find((names) => names.includes(lower));
  const [, value] = numberAlone.exec(fact.value) ?? [];
  if (value !== undefined && (family || abbreviation.test(name))) {
    const number = `(?<![\\d.,])${escaped(value).replace(/\\\.|,/gu, "[.,]")}\\+?(?![.,]?\\d)`;
    return { fact, code: codeKey(`${name}${value}`), said: near(family ?? [lower], number) };
  }
  const [, points, most] = grade.exec(fact.value) ?? [];
  if (points === undefined || most === undefined || !/^\p{L}[\p{L}\s-]{2,30}$/u.test(name)) return null;
  const number = `(?<![\\d.,])${escaped(points).replace(/\\\.|,/gu, "[.,]")}\\s?(?:\\/|\\p{L}{1,4}(?:\\s\\p{L}{1,4})?)\\s?${most}(?![.,]?\\d)`;
  return { fact, code: "", said: near([lower], number) };
}

function near(names: readonly string[], number: string): RegExp {
  const name = `(?<!\\p{L})(?:${names.map(escaped).join("|")})(?!\\p{L})`;
  return new RegExp(`${name}${between}${number}|${number}${between}${name}`, "giu");
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}

const protection = /(?<![\p{L}\p{N}])ip\s?(?:[0-6x])(\d)k?(?!\p{N})/iu;
/** The least second digit at which people speak of it, beside the grade itself and without it. */
const least = { waterproof: { beside: 5, alone: 7 }, "water-resistant": { beside: 3, alone: 4 } };

/** "Waterproof" is what IPX7 is called, "splash-proof" what IPX4 is. */
function protectionFact(
  { list }: FactBook,
  { concept, sentence }: { concept: keyof typeof least; sentence: string },
): Fact | null {
  const said = protection.exec(sentence)?.[0];
  for (const fact of list) {
    if (fact.unusable || fact.tier > 2 || fact.kind === "code" || fact.value.length > mostChars) continue;
    const known = protection.exec(fact.value);
    if (!known || (said !== undefined && codeKey(said) !== codeKey(known[0]))) continue;
    if (Number(known[1]) >= least[concept][said === undefined ? "alone" : "beside"]) return fact;
  }
  return null;
}

const mostChars = 600;
