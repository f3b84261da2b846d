import { z } from "zod";
import type { Attribute, Category, Taxonomy } from "../shortlist/taxonomy.ts";
import { TaxonomyFileError } from "./taxonomy-file-error.ts";

/** What each file of a taxonomy holds, as parsed JSON or text; only the categories are needed. */
export interface TaxonomyFiles {
  /** `[{ id, name, attrs, google }]`, or Shopify's published dist/en/categories.json */
  categories: unknown;
  /** `{ base_attributes, extended_attributes }`, or Shopify's dist/en/attributes.json */
  attributes?: unknown;
  /** `[[id, path]]` of Google's categories, in English */
  googleNames?: unknown;
  /** Shopify's dist/en/integrations/google/shopify_…_to_google_….json */
  googleMapping?: unknown;
  /** by language: `{ id: name }`, Shopify's categories.json of that language, or the text of its categories.txt */
  names?: Readonly<Record<string, unknown>>;
}

const bareId = z.string().transform((id) => id.slice(id.lastIndexOf("/") + 1));
const plainCategories = z.array(
  z.object({ id: bareId, name: z.string().min(1), attrs: z.array(z.string()), google: z.number().nullable() }),
);
const publishedCategories = z.object({
  verticals: z.array(
    z.object({
      categories: z.array(
        z.object({
          id: bareId,
          name: z.string().min(1),
          parent_id: bareId.nullable(),
          attributes: z.array(z.object({ handle: z.string() })).default([]),
        }),
      ),
    }),
  ),
});
const plainAttributes = z.object({
  base_attributes: z.array(z.object({ name: z.string(), friendly_id: z.string(), values: z.array(z.string()) })),
  extended_attributes: z.array(z.object({ name: z.string(), friendly_id: z.string(), values_from: z.string() })),
});
const publishedAttributes = z.object({
  attributes: z.array(
    z.object({
      name: z.string(),
      handle: z.string(),
      extended_attributes: z.array(z.object({ name: z.string(), handle: z.string() })).default([]),
      values: z.array(z.object({ name: z.string() })).default([]),
    }),
  ),
});
const googleNamesSchema = z.array(z.tuple([z.number(), z.string()]));
const googleMappingSchema = z.object({
  mappings: z.array(
    z.object({
      rules: z.array(
        z.object({
          input: z.object({ category: z.object({ id: bareId }) }),
          output: z.object({ category: z.array(z.object({ full_name: z.string() })).default([]) }),
        }),
      ),
    }),
  ),
});
const plainNames = z.record(z.string(), z.string());

/** @throws TaxonomyFileError for a file of another shape, an id that stands twice, or a parent that is missing */
export function parseTaxonomy(files: TaxonomyFiles): Taxonomy {
  const googleNames = new Map(files.googleNames ? parsed("Google's names", googleNamesSchema, files.googleNames) : []);
  const mapped = googleMappingOf(files.googleMapping);
  const names = Object.entries(files.names ?? {}).map(
    ([language, file]) => [language, namesOf(language, file)] as const,
  );
  const seen = new Set<string>();
  const categories = categoriesOf(files.categories).map(({ google, ...category }): Category => {
    if (seen.has(category.id)) throw new TaxonomyFileError(`categories: ${category.id} stands there twice`);
    seen.add(category.id);
    const path = mapped.get(category.id) ?? (google === null ? undefined : googleNames.get(google));
    const local = names.flatMap(([language, byId]) => {
      const name = byId.get(category.id);
      return name === undefined ? [] : [[language, name] as const];
    });
    return { ...category, names: Object.fromEntries(local), googleName: path?.split(" > ").at(-1) ?? null };
  });
  if (categories.length === 0) throw new TaxonomyFileError("categories: the file has none");
  const orphan = categories.find(({ parentId }) => parentId !== null && !seen.has(parentId));
  if (orphan) throw new TaxonomyFileError(`categories: ${orphan.id} lies in ${orphan.parentId}, which is not there`);
  return { categories, attributes: attributesOf(files.attributes) };
}

function categoriesOf(
  file: unknown,
): Array<Pick<Category, "id" | "parentId" | "name" | "attributes"> & { google: number | null }> {
  if (Array.isArray(file)) {
    return parsed("categories", plainCategories, file).map(({ id, name, attrs, google }) => {
      const end = id.lastIndexOf("-");
      return { id, parentId: end === -1 ? null : id.slice(0, end), name, attributes: attrs, google };
    });
  }
  return parsed("categories", publishedCategories, file).verticals.flatMap((vertical) =>
    vertical.categories.map(({ id, parent_id, name, attributes }) => ({
      id,
      parentId: parent_id,
      name,
      attributes: attributes.map(({ handle }) => handle),
      google: null,
    })),
  );
}

function attributesOf(file: unknown): Map<string, Attribute> {
  if (file === undefined) return new Map();
  if (typeof file === "object" && file !== null && "base_attributes" in file) {
    const { base_attributes, extended_attributes } = parsed("attributes", plainAttributes, file);
    const base = base_attributes.map(({ friendly_id, name, values }): Attribute => {
      // "color__rose_gold": the value's own part, read as words.
      const read = values.map((value) => value.slice(value.indexOf("__") + 2).replaceAll("_", " "));
      return { handle: friendly_id, name, values: read };
    });
    const byHandle = new Map(base.map((attribute) => [attribute.handle, attribute]));
    for (const { friendly_id, name, values_from } of extended_attributes) {
      byHandle.set(friendly_id, { handle: friendly_id, name, values: byHandle.get(values_from)?.values ?? [] });
    }
    return byHandle;
  }
  const published = parsed("attributes", publishedAttributes, file).attributes;
  return new Map(
    published.flatMap(({ handle, name, values, extended_attributes }) => {
      const read = values.map((value) => value.name);
      return [{ handle, name }, ...extended_attributes].map((one): [string, Attribute] => [
        one.handle,
        { handle: one.handle, name: one.name, values: read },
      ]);
    }),
  );
}

/** @returns id → path of the first Google category that it maps to */
function googleMappingOf(file: unknown): Map<string, string> {
  if (file === undefined) return new Map();
  const rules = parsed("the mapping to Google", googleMappingSchema, file).mappings.flatMap((mapping) => mapping.rules);
  return new Map(
    rules.flatMap(({ input, output }) => {
      const [first] = output.category;
      return first ? [[input.category.id, first.full_name] as const] : [];
    }),
  );
}

function namesOf(language: string, file: unknown): Map<string, string> {
  const label = `names in ${language}`;
  if (typeof file === "string") return namesOfList(label, file);
  if (typeof file === "object" && file !== null && "verticals" in file) {
    const { verticals } = parsed(label, publishedCategories, file);
    return new Map(verticals.flatMap(({ categories }) => categories.map(({ id, name }) => [id, name] as const)));
  }
  return new Map(Object.entries(parsed(label, plainNames, file)));
}

/** Lines as "gid://shopify/TaxonomyCategory/ap-1 : Dieren > Levende dieren". */
function namesOfList(label: string, text: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, id, path] = /^\S+\/(\S+)\s+:\s+(\S.*)$/.exec(line) ?? [];
    const name = path?.split(" > ").at(-1)?.trim();
    if (!id || !name) throw new TaxonomyFileError(`${label}: line ${at + 1} is not "id : name > name"`);
    names.set(id, name);
  }
  return names;
}

function parsed<Schema extends z.ZodType>(label: string, schema: Schema, file: unknown): z.infer<Schema> {
  const result = schema.safeParse(file);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.join(".");
  throw new TaxonomyFileError(`${label}: ${path ? `${path}: ` : ""}${issue?.message ?? "not such a file"}`);
}
