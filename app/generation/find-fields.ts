import { isRecord } from "../lib/json.ts";

/** Models wrap an answer in a few levels at most: `{"status":"ok","result":{"texts":{…}}}`. */
const deepest = 4;
/** Looked at in all: an answer may hold thousands of objects. */
const mostObjects = 200;

/**
 * The object of an answer that holds the wanted keys: the answer itself, or the only one inside it, whatever is wrapped
 * around; a list of objects that share no key is one. @returns undefined where none holds one, or several do
 */
export function findFields(json: unknown, wanted: readonly string[]): ReadonlyMap<string, unknown> | undefined {
  const nameOf = namesBy(wanted);
  let level: unknown[] = [json];
  for (let depth = 0, left = mostObjects; depth <= deepest && level.length > 0 && left > 0; depth++) {
    const lists = level.map((value) => (Array.isArray(value) ? value.slice(0, left) : [value]));
    const found = lists.map((list) => fieldsOf(list, nameOf)).filter((fields) => fields.size > 0);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
    left -= lists.flat().length;
    level = lists
      .flat()
      .flatMap((value) => (isRecord(value) ? Object.values(value) : []))
      .filter((value) => value !== null && typeof value === "object")
      .slice(0, left);
  }
  return undefined;
}

/** Wanted name → value, of all objects of a list; nothing where one is given twice. */
function fieldsOf(list: readonly unknown[], nameOf: (key: string) => string | undefined): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const one of list) {
    if (!isRecord(one)) continue;
    for (const [key, value] of Object.entries(one)) {
      const name = nameOf(key);
      if (name === undefined) continue;
      if (fields.has(name) && !Object.hasOwn(one, name)) continue;
      if (fields.has(name) && list.length > 1) return new Map();
      fields.set(name, value);
    }
  }
  return fields;
}

/** The wanted name that a key means: its own, or the only one that it is spelled like. */
function namesBy(wanted: readonly string[]): (key: string) => string | undefined {
  const exact = new Set(wanted);
  const alike = Map.groupBy(wanted, plainKey);
  return (key) => {
    if (exact.has(key)) return key;
    const names = alike.get(plainKey(key)) ?? [];
    return names.length === 1 ? names[0] : undefined;
  };
}

/** `SEO Title`, `seoTitle` and `seo-title` mean `seo_title`. */
function plainKey(key: string): string {
  return key.length > 100 ? key : key.toLowerCase().replace(/[\s_-]/g, "");
}
