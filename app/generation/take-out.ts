import { isRecord } from "../lib/json.ts";

/** Models wrap an answer in a few levels at most. */
const deepest = 4;
const mostObjects = 200;

/**
 * An answer without the fields of a name that it holds, at whatever level, and these. Whatever else is in it stays as it is.
 * @param isIt which of them are meant
 */
export function takeOut(
  json: unknown,
  isIt: (name: string, value: unknown) => boolean,
): { rest: unknown; taken: unknown[] } {
  const taken: unknown[] = [];
  let left = mostObjects;
  const without = (value: unknown, depth: number): unknown => {
    if (value === null || typeof value !== "object" || depth > deepest || left-- <= 0) return value;
    if (Array.isArray(value)) return value.some(isRecord) ? value.map((one) => without(one, depth)) : value;
    if (!isRecord(value)) return value;
    const entries = Object.entries(value).filter(([name, inner]) => {
      if (!isIt(name, inner)) return true;
      taken.push(inner);
      return false;
    });
    return Object.fromEntries(entries.map(([name, inner]) => [name, without(inner, depth + 1)]));
  };
  return { rest: without(json, 0), taken };
}
