import type { AgeStatement, Polarity, Provable, QuantityStatement } from "../statements/statement.ts";
import { hasLackOfOther, polarityAt } from "../statements/words/polarity.ts";
import { ageOf } from "./ages.ts";
import { boundAt } from "./bounds.ts";
import { plainNumbers } from "./digits.ts";
import { findNumbers, type QuantityContext } from "./find-numbers.ts";
import type { FoundNumber } from "./found-number.ts";
import { linkNumbers } from "./link-numbers.ts";
import type { Quantity } from "./quantity.ts";
import { roleOfNumber } from "./role-of-number.ts";
import { wordsNear, wordsOfName, wordsTouching } from "./roles.ts";

/**
 * The quantities, counts, codes and ages that a text states, in its order. Pure and synchronous. Ordinals, numbers of a list,
 * times of day and telephone numbers state none, nor do idioms (`24/7`, `2-in-1`, `one of a kind`).
 *
 * A count in words has `quantity.spelled`: where no fact speaks of it it is rather idiom than invention.
 */
export function readQuantityStatements(
  source: string,
  context: QuantityContext = {},
): (QuantityStatement | AgeStatement)[] {
  const text = plainNumbers(source);
  const found = linkNumbers(text, findNumbers(text, context));
  const statements: (QuantityStatement | AgeStatement)[] = [];
  let from = 0;
  for (let i = 0; i < found.length; i++) {
    const one = found[i];
    if (!one) continue;
    const to = found[i + 1]?.start ?? text.length;
    const { statement, end } = stated(source, text, one, { from, to, last: found[i - 1]?.end }, context);
    from = Math.max(one.end, end);
    statements.push(statement);
  }
  return statements;
}

const spaces = /\s+/g;

function stated(
  source: string,
  text: string,
  one: FoundNumber,
  { from, to, last }: { from: number; to: number; last: number | undefined },
  { name = "", locale = "en" }: QuantityContext,
): { statement: QuantityStatement | AgeStatement; end: number } {
  const at = { start: one.start, end: one.end };
  const common = { at, quote: source.slice(at.start, at.end), polarity: "affirmed" as const };
  const age = ageOf(text, one, name);
  if (age) return { statement: { ...common, ...age }, end: one.end };
  const bounded = one.code === undefined ? boundAt(text, one.start, one.end) : undefined;
  // "from 2 to 3 kg" is a range and no least value.
  const bound = one.to && bounded !== "about" ? undefined : bounded;
  const near = wordsNear(text, { ...at, from: 0, to });
  const own = from === 0 ? near : wordsNear(text, { ...at, from, to });
  const named = wordsOfName(name);
  const counted = one.code === undefined && one.units.includes(null) ? countedWords(near.after, named) : [];
  const place = { ...at, from, to: one.chain ? Math.max(to, one.chain.end) : to };
  const { role, part, end, direct } = roleOfNumber(text, one, place, name);
  const quantity: Quantity = {
    text: common.quote.replace(spaces, " "),
    values: one.values,
    units: one.units,
    nextWord: counted[0] ?? "",
    start: one.start,
    near: [...named, ...near.before, ...near.after],
    beside: [...withoutOther(text, last, own.before), ...near.after],
    after: near.after,
    touching: wordsTouching(text, { ...at, from, to }),
  };
  if (direct) quantity.direct = true;
  if (one.code !== undefined) quantity.code = one.code;
  if (one.to !== undefined) quantity.to = one.to;
  if (bound !== undefined) quantity.bound = bound;
  if (one.times !== undefined) quantity.times = one.times;
  if (one.chain !== undefined) quantity.chain = one.chain.text;
  if (one.spelled) quantity.spelled = true;
  if (one.step > 0) quantity.step = one.step;
  if (counted.length > 0) quantity.counted = counted;
  const provable = provableOf(one, role);
  // "Not more than 5 kg" bounds the value and denies nothing.
  const polarity = bound === undefined ? polarityNear(text, at, locale) : "affirmed";
  return {
    statement: { ...common, polarity, kind: "quantity", quantity, role, ...(part ? { part } : {}), provable },
    end,
  };
}

const negation =
  /(?<!\p{L})(?:not|no|never|without|don't|doesn't|isn't|nicht|kein\p{L}{0,2}|ohne|pas|sans|aucune?|sin|non|senza|nessun\p{L}?|niet|geen|zonder|não|sem|nie|bez|inte|utan|ingen|ikke|uden|uten)(?!\p{L})|n't|[不無无没非]|ない|なし|아니|없/iu;
const negationReach = 40;

/** How the words around a number mean it; only a negation near it is looked into. */
function polarityNear(text: string, { start, end }: { start: number; end: number }, locale: string): Polarity {
  const from = Math.max(0, start - negationReach);
  const around = text.slice(from, end + 12);
  // "No heavier than 5 kg" bounds it.
  if (!negation.test(around) || /(?:than|als|que|di|dan|niż|än|end|enn|než)\s$/iu.test(text.slice(from, start)))
    return "affirmed";
  const near = { start: start - from, end: end - from };
  const polarity = polarityAt(around, near, locale);
  return polarity !== "affirmed" && hasLackOfOther(around, near, locale) ? "affirmed" : polarity;
}

function provableOf(one: FoundNumber, role: string | null): Provable | null {
  if (role === "warranty") return "warranty";
  return one.units.every((unit) => unit?.dimension === "money") && one.code === undefined ? "price" : null;
}

/** In "a 40 mm case on a 20 mm strap" the case is of the number before. */
function withoutOther(text: string, last: number | undefined, before: string[]): string[] {
  if (last === undefined || before.length === 0) return before;
  const other = /^[ -]([\p{L}\p{M}]+)/u.exec(text.slice(last, last + longestWord))?.[1]?.toLowerCase();
  return other !== undefined && before.at(-1) === other ? before.slice(0, -1) : before;
}

const longestWord = 40;

/** What a bare number counts: the words behind it, else the name of its fact. */
function countedWords(after: readonly string[], named: readonly string[]): string[] {
  return after.length > 0 ? after.slice(0, 3) : [...named];
}
