import type { Random } from "../shared/random.ts";
import type { Facts } from "./facts.ts";
import type { Phrasebook } from "./phrasebook.ts";

/** What a writer needs: the language's sentences, the product's facts and seeded chance. */
export interface Desk {
  book: Phrasebook;
  facts: Facts;
  random: Random;
}

export interface Slots {
  t?: string | undefined;
  b?: string | undefined;
  n?: string | undefined;
  v?: string | undefined;
  o?: string | undefined;
}

/** The template with its slots filled, or nothing when a slot has no fact. */
export function fill(template: string, slots: Slots): string | undefined {
  let complete = true;
  const text = template.replace(/\{([tbnvo])\}/g, (_whole, key: keyof Slots) => {
    const value = slots[key];
    if (value === undefined || value === "") complete = false;
    return value ?? "";
  });
  return complete ? text : undefined;
}

export function pick<T>(random: Random, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : random.pick(items);
}

export function charsOf(text: string): number {
  return [...text].length;
}

/** Whole words (in Japanese: characters) from the start that fit, without a loose joining mark at the end. */
export function shorten(text: string, limitChars: number): string {
  if (charsOf(text) <= limitChars) return text;
  const head = [...text].slice(0, limitChars + 1).join("");
  const lastSpace = head.lastIndexOf(" ");
  const cut = lastSpace > 0 ? head.slice(0, lastSpace) : [...head].slice(0, limitChars).join("");
  return cut.replace(/[\s,;:–—|(&/-]+$/u, "");
}

/** The name of an attribute or option in the asked language, where the phrasebook knows it. */
export function nameIn(book: Phrasebook, name: string): string {
  return book.names[name.toLowerCase()] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

/** A name inside a sentence: German nouns and names in capitals keep theirs. */
export function nameInSentence(book: Phrasebook, name: string): string {
  const local = nameIn(book, name);
  return book.language === "de" || /\p{Lu}{2}/u.test(local) ? local : local.charAt(0).toLowerCase() + local.slice(1);
}

export function listIn(book: Phrasebook, items: readonly string[]): string {
  if (book.language === "ja") return items.join("、");
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")}${book.joinLast}${items.at(-1) ?? ""}`;
}

/** Slots for sentences about the product, with one of its attributes and options taken by chance. */
export function slotsOf(desk: Desk): Slots {
  const { book, facts, random } = desk;
  const attribute = pick(random, facts.attributes);
  const option = pick(
    random,
    facts.options.filter(({ values }) => values.length <= 6),
  );
  return {
    t: facts.title,
    b: facts.brand,
    n: attribute && nameIn(book, attribute.name),
    v: attribute?.value,
    o: option && listIn(book, option.values),
  };
}
