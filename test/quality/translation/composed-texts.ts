import type { Random } from "../../../sandbox/shared/random.ts";
import { trueNumbers } from "./pairs/true-numbers.ts";
import { trueSentences } from "./pairs/true-sentences.ts";

/** What people wrote, in English and in another language. */
interface Said {
  english: string;
  other: string;
}

/** A description in English and its true translation, both put together from sentences of people. */
export interface Composed {
  locale: string;
  source: string;
  target: string;
  /** names and numbers of articles that stay */
  kept: readonly string[];
}

const english = /^(?![a-z]{2}(?:-[A-Z]{2})? \S)/u;
const inLocale = /^([a-z]{2}(?:-[A-Z]{2})?) (.+)$/su;

/** All that people said in each language, by locale. */
export const saidIn: ReadonlyMap<string, readonly Said[]> = (() => {
  const said = new Map<string, Said[]>();
  const add = (locale: string, one: Said) => said.set(locale, [...(said.get(locale) ?? []), one]);
  for (const [source, ...targets] of Object.values(trueNumbers).flat()) {
    if (!english.test(source)) continue;
    for (const target of targets) {
      const [, locale = "", other = ""] = inLocale.exec(target) ?? [];
      add(locale, { english: source, other });
    }
  }
  for (const [locale, source, other] of trueSentences) add(locale, { english: source, other });
  return said;
})();

const isWhole = (text: string) => /[.!?。！？؟]$/u.test(text);
const withoutSpaces = new Set(["ja", "zh-TW", "zh-CN"]);

/** Blocks of a description, each of which holds what was said: as many places for words as it takes. */
const blocks: readonly { takes: number; whole: boolean; make(words: readonly string[], space: string): string }[] = [
  { takes: 1, whole: true, make: ([one]) => `<p>${one}</p>` },
  { takes: 2, whole: true, make: (words, space) => `<p>${words.join(space)}</p>` },
  { takes: 1, whole: false, make: ([one]) => `<h3>${one}</h3>` },
  { takes: 3, whole: false, make: (words) => `<ul>${words.map((one) => `<li>${one}</li>`).join("")}</ul>` },
  { takes: 2, whole: false, make: ([one, other]) => `<ul><li><strong>${one}</strong></li><li>${other}</li></ul>` },
  {
    takes: 2,
    whole: false,
    make: (words) => `<table>${words.map((one) => `<tr><td>${one}</td></tr>`).join("")}</table>`,
  },
];

/** What is the same in every language. */
const constants = [
  "<p>{{ product.title }}</p>",
  "<p>%{name}, %1$s</p>",
  '<p><a href="https://fern.example/care">FW-1020</a></p>',
  '<p><img src="a.jpg" alt="FW-1020"></p>',
];

export function compose(random: Random, locale: string): Composed {
  const rest = random.shuffle(saidIn.get(locale) ?? []);
  const space = withoutSpaces.has(locale) ? "" : " ";
  const source: string[] = [];
  const target: string[] = [];
  for (let wanted = random.int(2, 4); wanted > 0; wanted--) {
    const block = random.pick(blocks);
    const fits = rest.filter(({ english: one, other }) => !block.whole || (isWhole(one) && isWhole(other)));
    if (fits.length < block.takes) continue;
    const taken = fits.slice(0, block.takes);
    for (const one of taken) rest.splice(rest.indexOf(one), 1);
    source.push(
      block.make(
        taken.map((one) => one.english),
        " ",
      ),
    );
    target.push(
      block.make(
        taken.map((one) => one.other),
        space,
      ),
    );
  }
  if (source.length === 0) return compose(random, locale);
  const at = random.int(0, source.length);
  const constant = random.pick(constants);
  source.splice(at, 0, constant);
  target.splice(at, 0, constant);
  return { locale, source: source.join(""), target: target.join(""), kept: ["FW-1020", "Aero", "Ravello"] };
}
