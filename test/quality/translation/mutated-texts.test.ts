import { describe, expect, it } from "vitest";
import { foundBeside, shownOf } from "./found-beside.ts";
import { english, texts, type Written } from "./pairs/true-texts.ts";

const beside = (to: string, target: string) =>
  foundBeside({ from: "en", to, source: english, target, kept: ["Ravello"] });

it.each(Object.entries(texts))("a good text in %s has no finding beside its source", (locale, { text }) => {
  expect(beside(locale, text).map(shownOf)).toEqual([]);
});

/** Each makes one thing of a good text false. */
const mutations: Readonly<Record<string, (written: Written) => string>> = {
  "another year": ({ text }) => text.replace("1985", "1958"),
  "another rating": ({ text }) => text.replace(/4([.,])8/, "4$16"),
  "another large number": ({ text, sold: [one, other] }) => text.replace(one, other),
  "a lost minus": ({ text }) => text.replace(/[-−](?=10)/, ""),
  "bullets in another order": ({ text }) => text.replace(/<li>(.*?)<\/li><li>(.*?)<\/li>/, "<li>$2</li><li>$1</li>"),
  "amounts that changed places between bullets": ({ text }) =>
    text.replace(/<li>([^<]*?)1[.,\u00a0\u202f ]?500([^<]*)<\/li><li>([^<]*?)240/, "<li>$1240$2</li><li>$31500"),
  "cells that changed places": ({ text }) =>
    text.replace(/<td>(.*?)<\/td>(.*?)<td>(.*?)<\/td>/, "<td>$3</td>$2<td>$1</td>"),
  "another month": ({ text, month: [one, other] }) => text.replace(one, other),
  "another day": ({ text, day: [one, other] }) => text.replace(one, other),
  "another time": ({ text, time: [one, other] }) => text.replace(one, other),
  "another number in words": ({ text, inWords: [one, other] }) => text.replace(one, other),
  "another address": ({ text }) => text.replace("fernfield.com", "fernfeld.com"),
  "another account": ({ text }) => text.replace("@fernfield", "@fern_feld"),
  "another country's size": ({ text }) => text.replace("US 8", "EU 8"),
  "a lost alt text": ({ text }) => text.replace(/ alt=".*?"/, ""),
  "an alt text that was left over": ({ text }) => text.replace(/alt=".*?"/, 'alt="The kit on a table"'),
  "an alt text with a number": ({ text }) => text.replace(/alt="(.*?)"/, 'alt="$1, 25 cm"'),
  "an amount of something else": ({ text }) => text.replace(/(<\/?li>[^<]*?)240/, "$1340"),
};

describe("a text in which one thing is false", () => {
  it.each(Object.entries(mutations))("%s is found in every language", (_name, mutate) => {
    const unmarked = Object.entries(texts).flatMap(([locale, written]) => {
      const mutated = mutate(written);
      // What changed nothing is no mutation.
      expect(mutated).not.toBe(written.text);
      return beside(locale, mutated).length === 0 ? [`${locale}: ${mutated}`] : [];
    });
    expect(unmarked).toEqual([]);
  });
});
