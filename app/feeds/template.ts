import { z } from "zod";

/**
 * A feed's template is data: which columns a file has, where each value comes from, what it must look like. So a channel is
 * added without code, by us or by a merchant.
 */

const contentType = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const word = z.string().max(200);

export const productFields = [
  "id", "title", "vendor", "product_type", "category", "handle", "url", "image", "more_images", "tags", "status", "variant_count",
] as const; // biome-ignore format: a list of names
export const variantFields = [
  "id", "item_id", "group_id", "title", "sku", "barcode", "gtin", "url", "available", "price", "compare_at_price", "regular_price",
  "sale_price", "weight_grams", "option_count",
] as const; // biome-ignore format: a list of names
export const scopeFields = ["language", "country", "currency", "locale_tag", "store_name", "store_url"] as const;

/** Where a value comes from. A source that finds nothing gives an empty value. */
export type Source =
  | { from: "product"; field: (typeof productFields)[number] }
  | { from: "variant"; field: (typeof variantFields)[number] }
  /** whom the feed is for */
  | { from: "scope"; field: (typeof scopeFields)[number] }
  /** what the merchant filled in for this feed */
  | { from: "setting"; name: string }
  | { from: "constant"; value: string }
  /** a text of the feed's language, market and channel; `html` as it is stored, else what a reader sees of it */
  | { from: "text"; content_type: string; html?: boolean | undefined }
  /** the text with who wrote it, under two names: for a text of which a channel wants to know */
  | { from: "marked_text"; content_type: string; parts: [string, string] }
  /** who wrote a text: `trained_algorithmic_media` for a model, `default` for a person */
  | { from: "author"; content_type: string }
  /** the variant's value of the first option that has one of these names */
  | { from: "option"; names: string[] }
  /** all options of the variant, name and value under two names */
  | { from: "options"; parts: [string, string] }
  /** the product's fact with one of these names */
  | { from: "attribute"; names: string[] }
  /** all facts of the product: a section's name (a constant), name and value under three names */
  | { from: "attributes"; section: string; parts: [string, string, string] }
  | { from: "first_of"; sources: Source[] }
  | { from: "mapping"; source: Source; table: Record<string, string>; otherwise?: string | undefined }
  | {
      from: "condition";
      when: Source;
      is: "filled" | "empty" | { equals: string };
      then: Source;
      otherwise?: Source | undefined;
    }
  /** sources joined, the empty ones left out */
  | { from: "join"; sources: Source[]; separator: string }
  | { from: "format"; source: Source; as: (typeof formats)[number] };

const formats = ["money", "amount", "lower", "upper", "first_item", "lines"] as const;
const sourceDepth = 6;

function sourceAt(depth: number): z.ZodType<Source> {
  const inner: z.ZodType<Source> = depth === 0 ? z.never() : z.lazy(() => sourceAt(depth - 1));
  const names = z.array(word.min(1)).min(1).max(30);
  const part = z.string().regex(/^[A-Za-z_][\w.:-]{0,99}$/);
  return z.union([
    z.strictObject({ from: z.literal("product"), field: z.enum(productFields) }),
    z.strictObject({ from: z.literal("variant"), field: z.enum(variantFields) }),
    z.strictObject({ from: z.literal("scope"), field: z.enum(scopeFields) }),
    z.strictObject({ from: z.literal("setting"), name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/) }),
    z.strictObject({ from: z.literal("constant"), value: z.string().max(1_000) }),
    z.strictObject({ from: z.literal("text"), content_type: contentType, html: z.boolean().optional() }),
    z.strictObject({ from: z.literal("marked_text"), content_type: contentType, parts: z.tuple([part, part]) }),
    z.strictObject({ from: z.literal("author"), content_type: contentType }),
    z.strictObject({ from: z.literal("option"), names }),
    z.strictObject({ from: z.literal("options"), parts: z.tuple([part, part]) }),
    z.strictObject({ from: z.literal("attribute"), names }),
    z.strictObject({ from: z.literal("attributes"), section: word, parts: z.tuple([part, part, part]) }),
    z.strictObject({ from: z.literal("first_of"), sources: z.array(inner).min(1).max(8) }),
    z.strictObject({
      from: z.literal("mapping"),
      source: inner,
      table: z.record(z.string().max(200), z.string().max(200)),
      otherwise: word.optional(),
    }),
    z.strictObject({
      from: z.literal("condition"),
      when: inner,
      is: z.union([z.enum(["filled", "empty"]), z.strictObject({ equals: word })]),
      // biome-ignore lint/suspicious/noThenProperty: a template's own word, never awaited
      then: inner,
      otherwise: inner.optional(),
    }),
    z.strictObject({ from: z.literal("join"), sources: z.array(inner).min(1).max(8), separator: z.string().max(10) }),
    z.strictObject({ from: z.literal("format"), source: inner, as: z.enum(formats) }),
  ]) as z.ZodType<Source>;
}

const count = z.int().min(1).max(1_000_000);

export const shapes = ["gtin", "url", "money", "amount", "whole_number", "date", "boolean"] as const;
export type Shape = (typeof shapes)[number];

const columnSchema = z.strictObject({
  /** as the file spells it; of XML an element's name, of Amazon's patches an attribute's */
  name: z.string().regex(/^[A-Za-z_][\w .:[\]#/-]{0,99}$/, "column_name"),
  source: sourceAt(sourceDepth),
  /** a row without it is left out */
  required: z.boolean().default(false),
  min_chars: count.optional(),
  max_chars: count.optional(),
  max_bytes: count.optional(),
  /** of a list */
  min_items: count.optional(),
  max_items: count.optional(),
  one_of: z.array(word).min(1).max(300).optional(),
  shape: z.enum(shapes).optional(),
  /** a text that is too long ends with its last whole word before the limit, a list with its last entry */
  cut: z.boolean().default(false),
  /** the content type whose rules of the template's channel it must keep */
  rules_of: contentType.optional(),
});
export type Column = z.infer<typeof columnSchema>;

/** What columns ask of one another. */
const demandSchema = z.union([
  /** at least one of them is filled, unless another one says that there is none */
  z.strictObject({
    demand: z.literal("one_of"),
    columns: z.array(word).min(2).max(10),
    unless: z.strictObject({ column: word, is: word }).optional(),
  }),
  z.strictObject({ demand: z.literal("not_both"), columns: z.tuple([word, word]) }),
  z.strictObject({ demand: z.literal("with"), column: word, is: word, needs: z.array(word).min(1).max(10) }),
]);

const formatSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["csv", "tsv"]),
    /** how several values share a cell: `"a","b"`, `a,b` or `a|b` */
    lists: z.enum(["quoted", "comma", "pipe"]).default("comma"),
    /** repeats the cell of a list in columns of its own, e.g. `bullet_point1` */
    numbered: z.record(word, z.int().min(1).max(30)).optional(),
    gz: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal("xml"),
    root: z
      .string()
      .regex(/^[a-z]\w{0,40}$/i)
      .default("rss"),
    item: z
      .string()
      .regex(/^[a-z]\w{0,40}$/i)
      .default("item"),
    /** before each column's name, with its address */
    prefix: z
      .string()
      .regex(/^[a-z]{1,10}$/)
      .optional(),
    namespace: z.url().optional(),
    gz: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("jsonl"), gz: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal("json"),
    under: z.string().max(60).default("products"),
    gz: z.boolean().default(false),
  }),
  /** Amazon's JSON_LISTINGS_FEED: a patch an attribute */
  z.strictObject({ kind: z.literal("listings"), gz: z.boolean().default(false) }),
]);
export type Format = z.infer<typeof formatSchema>;

const settingSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: z.string().min(1).max(100),
  required: z.boolean().default(false),
  default: word.default(""),
  one_of: z.array(word).max(60).optional(),
});

const templateSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    /** whose texts it carries and whose rules they keep; `store`: the shop's own pages */
    channel: z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/),
    /** whose column names it has, and of which edition */
    spec: z.strictObject({ name: z.string().max(40), version: z.string().max(20) }).optional(),
    /** a row a variant or a product */
    per: z.enum(["variant", "product"]),
    format: formatSchema,
    settings: z.array(settingSchema).max(20).default([]),
    columns: z.array(columnSchema).min(1).max(150),
    demands: z.array(demandSchema).max(30).default([]),
    /** rows in which none of these columns is filled carry nothing and are left out */
    carries: z.array(word).max(20).optional(),
  })
  .superRefine(({ columns, demands, carries = [], format }, context) => {
    const names = new Set<string>();
    for (const [at, { name }] of columns.entries()) {
      if (names.has(name)) context.addIssue({ code: "custom", message: "column_twice", path: ["columns", at, "name"] });
      if (format.kind === "xml" && !/^[A-Za-z_][\w.-]*$/.test(name))
        context.addIssue({ code: "custom", message: "column_name", path: ["columns", at, "name"] });
      names.add(name);
    }
    const named = demands.flatMap((one) => [
      ...("columns" in one ? one.columns : [one.column, ...one.needs]),
      ...("unless" in one && one.unless ? [one.unless.column] : []),
    ]);
    for (const name of [...named, ...carries]) {
      if (!names.has(name)) context.addIssue({ code: "custom", message: "column_unknown", path: ["demands"] });
    }
  });

export type FeedTemplate = z.infer<typeof templateSchema>;
export type FeedTemplateInput = z.input<typeof templateSchema>;

/** What of a template is not right: where, and a stable code or zod's own words. */
export interface TemplateProblem {
  path: string;
  code: string;
}

/** @param sent JSON that a person wrote or that was stored */
export function readTemplate(sent: unknown): { template: FeedTemplate } | { problems: TemplateProblem[] } {
  const parsed = templateSchema.safeParse(sent);
  if (parsed.success) return { template: parsed.data };
  const problems = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join("."), code: message }));
  return { problems };
}
