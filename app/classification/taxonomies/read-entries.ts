import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { TaxonomyName } from "../../db/schema/index.ts";
import type { Entry, JsonFormat } from "./entry.ts";
import { gpcEntries } from "./gpc-entries.ts";
import { jsonItems } from "./json-items.ts";
import { TaxonomyFileError } from "./taxonomy-file-error.ts";

export interface TaxonomyFile {
  /** what people are told that it is */
  label: string;
  taxonomy: TaxonomyName;
  /** it names all categories of the taxonomy: what it lacks is archived */
  isWhole: boolean;
  /** in groups that are stored together; the same at each reading */
  entries(): AsyncGenerator<Entry[]>;
  /** known once the entries were read; null where the file does not tell */
  version(): string | null;
}

/** So much of a file tells what it is. */
const headBytes = 4_096;

/**
 * Tells what a file is by its beginning: Shopify's published `categories` (txt or JSON, of any language), `attributes.json` and
 * mapping to Google; Google's taxonomy with ids; GS1's GPC as JSON; and the short forms of the first four that `parseTaxonomy` takes.
 * @param language of the names, where it is not English: as in "de"
 * @throws TaxonomyFileError for a file of another kind
 */
export async function openTaxonomyFile(file: string, language: string): Promise<TaxonomyFile> {
  const head = (await headOf(file)).replace(/^﻿/, "").trimStart();
  const isEnglish = language === "en";
  if (/^#\s*Google_Product_Taxonomy/i.test(head) || /^\d+ - \S/.test(head)) return googleText(file);
  if (/^(#.*\n)*\s*gid:\/\/shopify\/TaxonomyCategory\//.test(head)) return shopifyText(file, isEnglish);
  if (!/^[[{]/.test(head)) throw unknown(file);
  if (/^\[\s*\[\s*\d/.test(head)) return json(file, "Google's categories", "google", true, googlePairs());
  if (/^\[\s*\{/.test(head)) return json(file, "Shopify's categories", "shopify", true, plainCategories());
  if (/"Schema"\s*:/.test(head)) return json(file, "GS1's GPC", "gpc", true, gpcEntries());
  if (/"base_attributes"\s*:/.test(head))
    return json(file, "Shopify's attributes", "shopify", false, plainAttributes());
  if (/"verticals"\s*:/.test(head)) {
    const label = isEnglish ? "Shopify's categories" : `Shopify's names in ${language}`;
    return json(file, label, "shopify", isEnglish, isEnglish ? categories() : names());
  }
  if (/"mappings"\s*:/.test(head)) return json(file, "the mapping to Google", "shopify", false, mappings());
  if (/"attributes"\s*:/.test(head)) return json(file, "Shopify's attributes", "shopify", false, attributes());
  if (/^\{\s*"[a-z]{2}(-\d+)*"\s*:\s*"/.test(head) && !isEnglish) {
    return json(file, `Shopify's names in ${language}`, "shopify", false, plainNames());
  }
  throw unknown(file);
}

function unknown(file: string): TaxonomyFileError {
  return new TaxonomyFileError(
    `${file} is none of the files that can be loaded: Shopify's categories.txt, categories.json, attributes.json or mapping to Google, Google's taxonomy-with-ids.txt, GS1's GPC as JSON. Names in another language need --language, as in --language de.`,
  );
}

function json(
  file: string,
  label: string,
  taxonomy: TaxonomyName,
  isWhole: boolean,
  { items, version }: JsonFormat,
): TaxonomyFile {
  let found: string | null = null;
  const wanted = new Set([...Object.keys(items), ...(version ? [version] : [])]);
  return {
    label,
    taxonomy,
    isWhole,
    version: () => found,
    async *entries() {
      let at = 0;
      for await (const { path, value } of jsonItems(createReadStream(file, "utf8"), wanted)) {
        if (path === version) {
          found = String(value).slice(0, 40);
          continue;
        }
        at++;
        try {
          yield items[path]?.(value) ?? [];
        } catch (error) {
          if (error instanceof z.ZodError) throw wrongEntry(label, at, error);
          throw error;
        }
      }
    },
  };
}

function wrongEntry(label: string, at: number, error: z.ZodError): TaxonomyFileError {
  const [issue] = error.issues;
  return new TaxonomyFileError(`${label}, entry ${at}: ${issue?.path.join(".")}: ${issue?.message}`);
}

const bareId = z.string().transform((id) => id.slice(id.lastIndexOf("/") + 1));
const named = z.object({ id: bareId, name: z.string().min(1) });
const categorySchema = named.extend({
  parent_id: bareId.nullable(),
  attributes: z.array(z.object({ id: bareId })).default([]),
});

function categories(): JsonFormat {
  return {
    version: "version",
    items: {
      "verticals[].categories[]": (value) => {
        const { id, name, parent_id, attributes: has } = categorySchema.parse(value);
        return [{ kind: "category", id, name, parentId: parent_id, attributes: has.map((one) => ({ id: one.id })) }];
      },
    },
  };
}

function names(): JsonFormat {
  return { items: { "verticals[].categories[]": (value) => [{ kind: "name", ...named.parse(value) }] } };
}

function plainNames(): JsonFormat {
  const schema = z.record(z.string(), z.string().min(1));
  return {
    items: { "": (value) => Object.entries(schema.parse(value)).map(([id, name]) => ({ kind: "name", id, name })) },
  };
}

const plainCategorySchema = named.extend({ attrs: z.array(z.string()), google: z.number().nullable() });

function plainCategories(): JsonFormat {
  return {
    items: {
      "[]": (value) => {
        const { id, name, attrs, google } = plainCategorySchema.parse(value);
        const end = id.lastIndexOf("-");
        const parentId = end === -1 ? null : id.slice(0, end);
        const googleId = google === null ? null : String(google);
        return [{ kind: "category", id, name, parentId, attributes: attrs.map((one) => ({ id: one })), googleId }];
      },
    },
  };
}

const attributeSchema = named.extend({
  handle: z.string().optional(),
  values: z.array(named).default([]),
});

function attributes(): JsonFormat {
  return {
    items: {
      "attributes[]": (value) => {
        const { id, name, handle, values } = attributeSchema.parse(value);
        return [{ kind: "attribute", id, name, handle: handle ?? null, values }];
      },
    },
  };
}

const plainAttributesSchema = z.object({
  base_attributes: z.array(z.object({ name: z.string(), friendly_id: z.string(), values: z.array(z.string()) })),
  extended_attributes: z
    .array(z.object({ name: z.string(), friendly_id: z.string(), values_from: z.string() }))
    .default([]),
});

/** In the short form attributes and values are named by their handles: "color__rose_gold" is "rose gold". */
function plainAttributes(): JsonFormat {
  return {
    items: {
      "": (value) => {
        const { base_attributes, extended_attributes } = plainAttributesSchema.parse(value);
        const valuesOf = new Map(
          base_attributes.map(({ friendly_id, values }) => [
            friendly_id,
            values.map((id) => ({ id, name: id.slice(id.indexOf("__") + 2).replaceAll("_", " ") })),
          ]),
        );
        return [...base_attributes, ...extended_attributes].map((one) => ({
          kind: "attribute" as const,
          id: one.friendly_id,
          handle: one.friendly_id,
          name: one.name,
          values: valuesOf.get("values_from" in one ? one.values_from : one.friendly_id) ?? [],
        }));
      },
    },
  };
}

const mappingSchema = z.object({
  input: z.object({ category: z.object({ id: bareId }) }),
  output: z.object({
    category: z.array(z.object({ id: z.union([bareId, z.number()]).optional(), full_name: z.string() })).default([]),
  }),
});

function mappings(): JsonFormat {
  return {
    items: {
      "mappings[].rules[]": (value) => {
        const { input, output } = mappingSchema.parse(value);
        const [first] = output.category;
        if (!first) return [];
        const googleId = first.id === undefined ? null : String(first.id);
        return [{ kind: "mapping", id: input.category.id, googleId, googlePath: first.full_name }];
      },
    },
  };
}

function googlePairs(): JsonFormat {
  const byPath = new Map<string, string>();
  const schema = z.tuple([z.number(), z.string().min(1)]);
  return {
    items: {
      "[]": (value) => {
        const [id, path] = schema.parse(value);
        return [googleCategory(byPath, String(id), path)];
      },
    },
  };
}

function googleCategory(byPath: Map<string, string>, id: string, path: string): Entry {
  byPath.set(path, id);
  const end = path.lastIndexOf(" > ");
  const parent = end === -1 ? null : byPath.get(path.slice(0, end));
  if (parent === undefined)
    throw new TaxonomyFileError(`Google's categories: "${path}" stands there before its parent`);
  return { kind: "category", id, parentId: parent, name: path.slice(end === -1 ? 0 : end + 3) };
}

function googleText(file: string): TaxonomyFile {
  const byPath = new Map<string, string>();
  return lines(file, { label: "Google's categories", taxonomy: "google", isWhole: true }, (line, at) => {
    const [, id, path] = /^(\d+) - (\S.*)$/.exec(line) ?? [];
    if (!id || !path) throw new TaxonomyFileError(`Google's categories, line ${at} is not "number - name > name"`);
    return googleCategory(byPath, id, path);
  });
}

function shopifyText(file: string, isEnglish: boolean): TaxonomyFile {
  const what = {
    label: isEnglish ? "Shopify's categories" : "Shopify's names",
    taxonomy: "shopify",
    isWhole: isEnglish,
  } as const;
  return lines(file, what, (line, at) => {
    const [, id, path] = /^gid:\/\/shopify\/TaxonomyCategory\/(\S+)\s+:\s+(\S.*)$/.exec(line) ?? [];
    const name = path?.split(" > ").at(-1)?.trim();
    if (!id || !name) throw new TaxonomyFileError(`${what.label}, line ${at} is not "gid : name > name"`);
    const end = id.lastIndexOf("-");
    return isEnglish
      ? { kind: "category", id, parentId: end === -1 ? null : id.slice(0, end), name }
      : { kind: "name", id, name };
  });
}

/** A file with one entry a line; lines of notes begin with "#", and may tell the version. */
function lines(
  file: string,
  what: Pick<TaxonomyFile, "label" | "taxonomy" | "isWhole">,
  read: (line: string, at: number) => Entry,
): TaxonomyFile {
  let version: string | null = null;
  return {
    ...what,
    version: () => version,
    async *entries() {
      let at = 0;
      for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: 1_000 })) {
        at++;
        if (line.startsWith("#")) version ??= /:\s*([\w.-]+)\s*$/.exec(line)?.[1] ?? null;
        else if (line.trim() !== "") yield [read(line.replace(/^﻿/, "").trim(), at)];
      }
    },
  };
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}
