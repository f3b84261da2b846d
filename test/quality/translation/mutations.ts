import type { Random } from "../../../sandbox/shared/random.ts";
import type { Composed } from "./composed-texts.ts";

/** Makes one thing of a true translation false. @returns null where the text has no place for it */
export type Mutation = (random: Random, text: Composed, elsewhere: Composed) => string | null;

const inTags = /<[^>]*>|\{\{.*?\}\}|%\{\w+\}|%1\$s|FW-1020/gu;

/** The words of a text with blanks in the place of tags and placeholders, so that places stay. */
function wordsOf(html: string): string {
  return html.replace(inTags, (all) => "\u0000".repeat(all.length));
}

function placesOf(html: string, pattern: RegExp): { start: number; end: number; all: string }[] {
  return [...wordsOf(html).matchAll(pattern)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
    all,
  }));
}

function replaced(text: string, { start, end }: { start: number; end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function pickOne<T>(random: Random, list: readonly T[]): T | null {
  return list.length === 0 ? null : random.pick(list);
}

/** A whole number in digits: not the part of a decimal, a time, a date, a range or a code. */
const whole =
  /(?<![\p{L}\p{N}.,:/×x–−-])[1-9]\d{0,3}(?![\p{L}\p{N}]|[.,:/×x–−-] ?\d)(?=[ \u00a0\u202f]\p{L}{3,}|[\p{Script=Han}\p{Script=Hiragana}])/gu;

/** A number that neither text says, of as many digits. */
function freshNumber(random: Random, { source, target }: Composed, digits: number): string {
  for (;;) {
    const one = String(random.int(10 ** digits / 10, 10 ** digits - 1));
    if (digits > 1 && !source.includes(one) && !target.includes(one)) return one;
    if (digits === 1) digits = 2;
  }
}

const listItem = /<li>(?:(?!<\/li>).)*<\/li>/gsu;
const row = /<tr>(?:(?!<\/tr>).)*<\/tr>/gsu;
const paragraph = /<(p|h3)>(?:(?!<\/\1>).)*<\/\1>/gsu;

const blocksOf = (html: string) =>
  [listItem, row, paragraph].flatMap((pattern) =>
    [...html.matchAll(pattern)].map(({ 0: all, index }) => ({ start: index, end: index + all.length, all })),
  );

function swapTag(name: string, by: string): Mutation {
  return (_random, { target }) => {
    const swapped = target.replaceAll(`<${name}>`, `<${by}>`).replaceAll(`</${name}>`, `</${by}>`);
    return swapped === target ? null : swapped;
  };
}

function swapped(one: string, by: string): Mutation {
  return (_random, { target }) => (target.includes(one) ? target.replace(one, by) : null);
}

/** By the kind of violation. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "another number": (random, text) => {
    const place = pickOne(random, placesOf(text.target, whole));
    return place && replaced(text.target, place, freshNumber(random, text, place.all.length));
  },
  "a number more": (random, text) => {
    const place = pickOne(random, placesOf(text.target, /(?<=\p{L}{3}) (?=\p{L}{3})/gu));
    return place && replaced(text.target, place, ` ${freshNumber(random, text, 3)} `);
  },
  "a block was lost": (random, { target }) => {
    const place = pickOne(random, blocksOf(target));
    const rest = place && replaced(target, place, "");
    // A text without a word is empty, which another check tells.
    return rest && /\p{L}/u.test(rest.replace(inTags, "")) ? rest : null;
  },
  "a block stands twice": (random, { target }) => {
    const place = pickOne(random, blocksOf(target));
    return place && replaced(target, place, place.all + place.all);
  },
  "a block in the source's language": (random, { source, target }) => {
    const [before, after] = [blocksOf(source), blocksOf(target)];
    if (before.length !== after.length) return null;
    const whose = before.flatMap((block, i) => {
      const [words = "", others = ""] = [block.all, after[i]?.all].map((one) => one?.replace(/<[^>]*>/g, " "));
      // A line of three words and more that is none of a name alone.
      return words !== others && (words.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu)?.length ?? 0) >= 4 ? [i] : [];
    });
    const at = pickOne(random, whose);
    const place = at === null ? undefined : after[at];
    return place && at !== null ? replaced(target, place, before[at]?.all ?? "") : null;
  },
  "bold words are no longer": (_random, { target }) => {
    const plain = target.replace(/<\/?strong>/g, "");
    return plain === target ? null : plain;
  },
  "a heading that became a paragraph": swapTag("h3", "p"),
  "a list that became numbered": swapTag("ul", "ol"),
  "another link": swapped("https://fern.example/care", "https://fern.example/pflege"),
  "another picture": swapped('src="a.jpg"', 'src="b.jpg"'),
  "a lost picture": swapped('<img src="a.jpg" alt="FW-1020">', ""),
  "a placeholder that was translated": swapped("{{ product.title }}", "{{ produkt.titel }}"),
  "a placeholder that was lost": swapped("%{name}", ""),
  "a placeholder that was made up": (_random, { target }) => target.replace(/(?=<\/(?:p|h3|li|td)>)/, " %{count}"),
  "another number of the article": swapped("FW-1020", "FW-1002"),
  "signs that were escaped twice": (_random, { target }) => {
    const place = placesOf(target, /(?<=\p{L})['’](?=\p{L})/gu)[0];
    return place ? replaced(target, place, "&amp;#39;") : null;
  },
  "the source itself": (_random, { source }) => source,
  "the translation of another language": (_random, { locale }, elsewhere) =>
    languageOf(locale) === languageOf(elsewhere.locale) ? null : elsewhere.target,
  "the second half was cut": (_random, { target }) => {
    const blocks = [...target.matchAll(/<(p|h3|ul|table)>.*?<\/\1>/gsu)];
    return blocks.length < 2 ? null : blocks.slice(0, Math.ceil(blocks.length / 2)).join("");
  },
};

function languageOf(locale: string): string {
  return locale.split("-")[0] ?? "";
}
