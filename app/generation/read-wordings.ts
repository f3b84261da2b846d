import { isRecord } from "../lib/json.ts";
import { readField } from "./read-field.ts";
import { takeOut } from "./take-out.ts";

/** The field of an answer that holds further wordings beside the texts, and what the brief says of their number. */
export const wordingsName = "other_wordings";

/** An answer without the further wordings that it holds, and these. Whatever else is in it stays as it is. */
export function splitWordings(json: unknown): { rest: unknown; wordings: unknown[] } {
  const { rest, taken } = takeOut(json, (name, value) => plainKey(name) === plainKey(wordingsName) && isGroup(value));
  return { rest, wordings: taken };
}

function isGroup(value: unknown): boolean {
  return value !== null && typeof value === "object";
}

/**
 * The further wordings of each text, as far as they can be read: `{"title":["…","…"]}`, also as a list of such objects. What
 * cannot is left out: nobody asks again for a text that is one too many.
 * @param asked how many of each are wanted; one more is read, as some models repeat the text itself first
 */
export function readWordings(
  wordings: readonly unknown[],
  asked: readonly { contentType: string; others: number }[],
): Map<string, string[]> {
  const groups = wordings.flat().filter(isRecord);
  const found = new Map<string, string[]>();
  for (const { contentType, others } of asked) {
    if (others === 0) continue;
    const values = groups.flatMap((group) =>
      Object.entries(group).flatMap(([name, value]) => (plainKey(name) === plainKey(contentType) ? [value] : [])),
    );
    const texts = values.flatMap((value) => readField("texts", typeof value === "string" ? [value] : value) ?? []);
    const some = texts.filter((text) => text.trim() !== "").slice(0, others + 1);
    if (some.length > 0) found.set(contentType, some);
  }
  return found;
}

/** `Other Wordings` and `otherWordings` mean the same. */
function plainKey(key: string): string {
  return key.length > 100 ? key : key.toLowerCase().replace(/[\s_-]/g, "");
}
