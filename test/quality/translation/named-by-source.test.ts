import { expect, it } from "vitest";
import { namedBySource } from "../../../app/quality/translation/named-by-source.ts";

const isNamed = (source: string, target: string, words: string, locale: string) => {
  const start = target.indexOf(words);
  const is = namedBySource({ text: source, locale: "en" }, { text: target, locale });
  return is({ start, end: start + words.length });
};

it.each([
  ["fr", "Magnolia wood handle.", "Manche en bois de magnolia.", "bois"],
  ["zh-TW", "Merino does not smell.", "美麗諾羊毛沒有異味。", "羊毛"],
  ["ja", "Green tea from Kagoshima.", "鹿児島県産の緑茶。", "鹿児島県産の"],
  ["de", "Batteries not included.", "Lieferung ohne Batterien.", "Batterien"],
  ["ja", "A band for Apple Watch Ultra.", "Apple Watch Ultra対応バンド。", "Apple Watch Ultra対応"],
])("%s: what “%s” names is no invention in “%s”", (locale, source, target, words) => {
  expect(isNamed(source, target, words, locale)).toBe(true);
});

it.each([
  ["fr", "A handle.", "Manche en bois.", "bois"],
  ["zh-TW", "Wool does not smell.", "美麗諾沒有異味。", "美麗諾"],
  ["fr", "The look of oak.", "Chêne massif.", "Chêne massif"],
  ["ja", "Shoes from Italy.", "イタリア製の靴。", "イタリア製"],
  ["ja", "A band.", "Apple Watch Ultra対応バンド。", "Apple Watch Ultra対応"],
  ["ja", "A band.", "すてきなバンド。", "すてき"],
  ["de", "Nice for Apple Watch Ultra.", "Gut für Apple Watch Ultra.", "Apple Watch Ultra"],
  ["fr", "For oak floors.", "Imperméable.", "Imperméable"],
])("%s: “%s” does not name what “%s” says", (locale, source, target, words) => {
  expect(isNamed(source, target, words, locale)).toBe(false);
});
