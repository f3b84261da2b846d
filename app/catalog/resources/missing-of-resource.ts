import { missingBit, type ShopTranslation, type TranslatableText } from "../../db/schema/index.ts";
import { bodyOfValue, formOfType } from "../translations/text-form.ts";
import { hasWords } from "./has-words.ts";

/** The texts of a resource that have words, by the names of their slots: those that a language should have, too. */
export function wordedTexts(texts: Readonly<Record<string, TranslatableText>>): string[] {
  return Object.entries(texts).flatMap(([name, { value, type, limits }]) => {
    // Where the shop takes given choices only, the original is one of them.
    if (limits?.choices) return [];
    const form = formOfType(type);
    const body = form && bodyOfValue(form, value);
    return body && hasWords(body) ? [name] : [];
  });
}

/** What a resource itself has nothing of, as `text_resources.missing`. */
export function ownMissingOf(texts: Readonly<Record<string, TranslatableText>>): number {
  return wordedTexts(texts).length > 0 ? 0 : missingBit.desc;
}

/**
 * Whether one of a resource's texts has no translation. @param held the translations that the shop holds for one target
 * @returns bits of `missingBit`
 */
export function missingOfResource(
  texts: Readonly<Record<string, TranslatableText>>,
  held: Readonly<Record<string, ShopTranslation>>,
): number {
  return wordedTexts(texts).every((name) => Object.hasOwn(held, name)) ? 0 : missingBit.desc;
}
