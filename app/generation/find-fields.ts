import type { TextBody } from "../db/schema/index.ts";
import { isRecord } from "../lib/json.ts";
import type { Echoes } from "../model/find-echoes.ts";
import { readField, type Shape } from "./read-field.ts";

/** Models wrap an answer in a few levels at most: `{"status":"ok","result":{"texts":{…}}}`. */
const deepest = 4;
/** Looked at in all: an answer may hold thousands of objects. */
const mostObjects = 200;

interface Found {
  /** as they were given */
  fields: ReadonlyMap<string, unknown>;
  /** what they mean, where it is clear */
  texts: ReadonlyMap<string, TextBody>;
  depth: number;
  /** it has no other field */
  isExact: boolean;
  /** the request holds each of its fields */
  isPart: boolean;
}

/**
 * The texts of the object of an answer that holds the wanted keys, whatever is wrapped around; a list of objects that share no
 * key is one.
 * Of several the one with all of them goes first, of those the one with nothing else, then the deepest: models repeat
 * what they were asked before they answer. An object that the request holds unchanged never is the answer.
 * @returns undefined where none holds one, or where several do of which none is the clearer one
 */
export function findFields(
  json: unknown,
  wanted: ReadonlyMap<string, Shape>,
  echoes: Echoes,
): ReadonlyMap<string, TextBody> | undefined {
  const all = everyFields(json, wanted, echoes);
  const full = all.filter((found) => [...wanted.keys()].every((name) => isText(found, name)));
  const fresh = full.filter(({ isPart }) => !isPart);
  if (fresh.length > 0) return clearest(fresh);
  // A text that stays as it was is an answer too, where there is no other.
  if (full.length > 0) return full.length === all.length ? onlyOne(full) : undefined;
  const some = all.filter((found) => !found.isPart && [...found.texts.keys()].some((name) => isText(found, name)));
  return onlyOne(some.filter(({ depth }) => depth === some[0]?.depth));
}

/** Whether there is what is wanted under a name. The schema of a text is none: an answer may repeat what was asked. */
function isText({ fields, texts }: Found, name: string): boolean {
  const value = fields.get(name);
  const isSchema = isRecord(value) && (value.type === "string" || value.type === "array" || value.type === "object");
  return !isSchema && texts.has(name);
}

function clearest(full: readonly Found[]): ReadonlyMap<string, TextBody> | undefined {
  const exact = full.filter(({ isExact }) => isExact);
  const best = exact.length > 0 ? exact : full;
  const depth = Math.max(...best.map((one) => one.depth));
  return onlyOne(best.filter((one) => one.depth === depth));
}

function onlyOne(found: readonly Found[]): ReadonlyMap<string, TextBody> | undefined {
  const [first] = found;
  const said = new Set(found.map(({ fields }) => JSON.stringify([...fields])));
  return said.size === 1 ? first?.texts : undefined;
}

/** What holds any wanted key, from the outside in. */
function everyFields(json: unknown, wanted: ReadonlyMap<string, Shape>, echoes: Echoes): Found[] {
  const all: Found[] = [];
  const nameOf = namesBy([...wanted.keys()]);
  let level: unknown[] = [json];
  for (let depth = 0, left = mostObjects; depth <= deepest && level.length > 0 && left > 0; depth++) {
    const lists = level.map((value) => (Array.isArray(value) ? value.slice(0, left) : [value]));
    for (const list of lists) {
      const records = withoutEchoes(list.filter(isRecord), nameOf, echoes);
      const fields = fieldsOf(records, nameOf);
      if (fields.size === 0) continue;
      const isExact = records.every((one) => hasOnly(one, nameOf));
      const texts = textsOf(fields, wanted);
      all.push({ fields, texts, depth, isExact, isPart: records.every((one) => echoes.isPart(one)) });
    }
    left -= lists.flat().length;
    level = lists
      .flat()
      .flatMap((value) => (isRecord(value) && !echoes.isWhole(value) ? Object.values(value) : []))
      .filter((value) => value !== null && typeof value === "object")
      .slice(0, left);
  }
  return all;
}

function textsOf(fields: ReadonlyMap<string, unknown>, wanted: ReadonlyMap<string, Shape>): Map<string, TextBody> {
  const texts = new Map<string, TextBody>();
  for (const [name, value] of fields) {
    const shape = wanted.get(name);
    const text = shape && readField(shape, value);
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

/** Drops objects that the request holds when there are others; one with nothing but wanted keys may be a text left as it was. */
function withoutEchoes(
  records: readonly Record<string, unknown>[],
  nameOf: (key: string) => string | undefined,
  echoes: Echoes,
): Record<string, unknown>[] {
  const own = records.filter((one) => !echoes.isWhole(one));
  const said = fieldsOf(own, nameOf);
  const addsText = (one: Record<string, unknown>) =>
    hasOnly(one, nameOf) && Object.keys(one).every((key) => !said.has(nameOf(key) ?? key));
  return records.filter((one) => !echoes.isWhole(one) || addsText(one));
}

function hasOnly(one: Record<string, unknown>, nameOf: (key: string) => string | undefined): boolean {
  return Object.keys(one).every((key) => nameOf(key) !== undefined);
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
