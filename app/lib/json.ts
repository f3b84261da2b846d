/** Deeper than anything that we or a page of ours writes; what goes through values calls itself for each level. */
const maxDepth = 32;
/** The most that a page sends are 100 groups of 500 keywords. */
const maxValues = 60_000;

/** What keeps a JSON text from being read: more levels, or more values, than `limit`. */
export interface JsonRefusal {
  code: "too_deep" | "too_many_values";
  limit: number;
}

/**
 * Looks at a JSON text of a stranger before anything is made of it, in one pass: a megabyte of brackets is a tree that no
 * function can walk, a million entries hold the event loop of whoever checks them.
 * @param text need not be JSON; of UTF-8 bytes read as Latin-1 the outcome is the same
 */
export function refuseJson(text: string): JsonRefusal | null {
  let [depth, values, quoted] = [0, 1, false];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === backslash) i++;
      else if (code === quote) quoted = false;
    } else if (code === quote) quoted = true;
    else if (code === comma) values++;
    else if (code === openList || code === openObject) {
      values++;
      depth++;
    } else if (code === closeList || code === closeObject) depth--;
    if (depth > maxDepth) return { code: "too_deep", limit: maxDepth };
    if (values > maxValues) return { code: "too_many_values", limit: maxValues };
  }
  return null;
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value of a JSON text that a stranger sent; undefined when it is none, or none that {@link refuseJson} lets through. */
export function parseSentJson(text: string): unknown {
  return refuseJson(text) ? undefined : parseJson(text);
}

/** An object that is no list: its fields are unknown until they are looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
