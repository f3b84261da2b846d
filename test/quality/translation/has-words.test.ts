import { expect, it } from "vitest";
import { hasWords } from "../../../app/quality/translation/has-words.ts";

const into = (text: string, locale = "de") => hasWords({ text, locale: "en" }, locale);

it.each(["White", "Black", "Blue", "Black / White", "Backpack", "Linen"])(
  "%s is a word that a language may have another one for",
  (text) => {
    expect([into(text), into(text, "fr"), into(text, "ja")]).toEqual([true, true, true]);
  },
);

it.each(["XL", "500 ml", "USB", "3XL", "183 × 61 cm", "SF-204-01"])("%s is written alike in all", (text) => {
  expect([into(text), into(text, "fr")]).toEqual([false, false]);
});
