import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { TextFieldType } from "../../catalog/metafield-text.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type AddedType, shopContentTypes } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { codedIssues } from "../../lib/coded-issues.ts";
import { contentNamespace, maxTextMetafields } from "../../shopify/operations/index.ts";
import { contentTypeNameSchema, contentTypeNames, type Family } from "../../texts/content-types.ts";
import { isNamedLikeImageAlt } from "../../texts/slot.ts";

type Deps = { db: Db; clock: Clock } & Acted;

/** Kind of text by the metafield that holds it. */
export const familyOfField: Record<TextFieldType, Family> = {
  single_line_text_field: "title",
  multi_line_text_field: "string",
  rich_text_field: "string",
  "list.single_line_text_field": "bullets",
};

const fieldTypes = Object.keys(familyOfField) as [TextFieldType, ...TextFieldType[]];

/** What can be wrong with a content type: the field, and why. */
interface Refusals {
  label: { code: "label_missing" } | { code: "label_too_long"; limit: number } | { code: "label_taken" };
  task: { code: "task_too_long"; limit: number };
  limitChars: { code: "no_whole_number" } | { code: "limit_out_of_range"; least: number; most: number };
  name:
    | { code: "name_malformed" }
    | { code: "name_too_short"; least: number }
    /** names of this kind are for alt texts of images */
    | { code: "name_like_image_alt" }
    /** a type that every shop has */
    | { code: "name_of_standard_type" }
    | { code: "name_taken" };
  /** `label`: of the type whose metafield it is */
  place: { code: "place_taken"; label: string };
}

type Refusal = { [Field in keyof Refusals]: { field: Field } & Refusals[Field] }[keyof Refusals];

/** Why a content type was not kept. */
export type TypeProblem =
  | Refusal
  /** not of the form that is asked for */
  | { field: string; code: "not_valid" }
  | { field: null; code: "too_many_types"; limit: number }
  /** somebody removed it */
  | { field: null; code: "type_gone" };

const issues = codedIssues<Refusal>();
const most = { label: 60, task: 2_000, limitChars: 20_000 };
const limitOutOfRange = issues.as({
  field: "limitChars",
  code: "limit_out_of_range",
  least: 1,
  most: most.limitChars,
});

const detailsSchema = z.object({
  label: z
    .string()
    .trim()
    .min(1, issues.as({ field: "label", code: "label_missing" }))
    .max(most.label, issues.as({ field: "label", code: "label_too_long", limit: most.label })),
  task: z
    .string()
    .trim()
    .max(most.task, issues.as({ field: "task", code: "task_too_long", limit: most.task }))
    .default(""),
  limitChars: z
    .number()
    .int(issues.as({ field: "limitChars", code: "no_whole_number" }))
    .min(1, limitOutOfRange)
    .max(most.limitChars, limitOutOfRange)
    .nullable()
    .default(null),
});

const newTypeSchema = detailsSchema.extend({
  name: contentTypeNameSchema
    .min(2, issues.as({ field: "name", code: "name_too_short", least: 2 }))
    .refine((name) => !isNamedLikeImageAlt(name), issues.as({ field: "name", code: "name_like_image_alt" }))
    .refine(
      (name) => !(contentTypeNames as string[]).includes(name),
      issues.as({ field: "name", code: "name_of_standard_type" }),
    ),
  /** kind of field; null place: a metafield of this app */
  metafieldType: z.enum(fieldTypes),
  place: z.object({ namespace: z.string(), key: z.string() }).nullable(),
  published: z.boolean().default(true),
});

/** One of each field at most. */
export type TypeProblems = [TypeProblem, ...TypeProblem[]];

export type SavedType =
  | { outcome: "saved" }
  | { outcome: "refused"; problems: TypeProblems }
  /** somebody changed it since it was seen: nothing was overwritten */
  | { outcome: "stale" };

/**
 * Adds a content type to a shop: a text that every product can have, kept in a metafield. A removed one of the same name
 * comes back with its earlier texts.
 */
export async function addContentType(
  { db, clock, note }: Deps,
  { shop, input, by }: { shop: ShopDomain; input: unknown; by: string },
): Promise<SavedType> {
  const parsed = newTypeSchema.safeParse(input);
  if (!parsed.success) return refusedBy(parsed.error);
  const { name, label, task, limitChars, metafieldType, published } = parsed.data;
  const place = parsed.data.place ?? { namespace: contentNamespace, key: name };
  const family = familyOfField[metafieldType];
  const added: AddedType = { label, family, task, limitChars, ...place, metafieldType };
  return db.transact<SavedType>({ shop }, function* (tx) {
    const rows = yield* q(tx.select().from(shopContentTypes).where(eq(shopContentTypes.shop, shop)));
    const active = rows.filter((row) => row.added !== null && row.removedAt === null);
    const problem = clashOf(
      active.map((row) => ({ name: row.name, ...(row.added as AddedType) })),
      { name, ...added },
    );
    if (problem) return problem;
    const taken = new Set(active.map(({ slot }) => slot));
    const slot = Array.from({ length: maxTextMetafields }, (_, i) => i).find((i) => !taken.has(i));
    if (slot === undefined) return refuse({ field: null, code: "too_many_types", limit: maxTextMetafields });
    const row = { added, slot, published, removedAt: null, createdBy: by, createdAt: clock.now() };
    yield* q(
      tx
        .insert(shopContentTypes)
        .values({ shop, name, ...row })
        .onConflictDoUpdate({ target: [shopContentTypes.shop, shopContentTypes.name], set: row }),
    );
    if (note) yield* note({ subject: typeOf(name), details: { added: { [name]: metafieldType } } });
    return { outcome: "saved" };
  });
}

/** What a page showed of an added type. */
export type SeenType = Pick<AddedType, "label" | "task" | "limitChars">;

export function isAsSeen(now: SeenType, { label, task, limitChars }: SeenType): boolean {
  return now.label === label && now.task === task && now.limitChars === limitChars;
}

/**
 * Changes what an added type is called and what is asked of it. Kind and place stay: texts of it may be live there.
 * @param request.seen another one by now is left alone
 */
export async function changeContentType(
  { db, note }: Deps,
  { shop, name, input, seen }: { shop: ShopDomain; name: string; input: unknown; seen?: SeenType | undefined },
): Promise<SavedType> {
  const parsed = detailsSchema.safeParse(input);
  if (!parsed.success) return refusedBy(parsed.error);
  return db.transact<SavedType>({ shop }, function* (tx) {
    const rows = yield* q(tx.select().from(shopContentTypes).where(eq(shopContentTypes.shop, shop)));
    const row = rows.find((one) => one.name === name && one.added !== null && one.removedAt === null);
    if (!row?.added) return refuse({ field: null, code: "type_gone" });
    if (seen && !isAsSeen(row.added, seen)) return { outcome: "stale" };
    const added = { ...row.added, ...parsed.data };
    const others = rows.filter((one) => one.name !== name && one.removedAt === null);
    const same = others.some((one) => sameLabel(one.added?.label, added.label));
    if (same) return refuse({ field: "label", code: "label_taken" });
    yield* q(
      tx
        .update(shopContentTypes)
        .set({ added })
        .where(and(eq(shopContentTypes.shop, shop), eq(shopContentTypes.name, name))),
    );
    if (note) yield* note({ subject: typeOf(name), details: { label: parsed.data.label } });
    return { outcome: "saved" };
  });
}

/** Sets whether approved texts of a type go to the shop. Texts that are live there stay. */
export async function setPublished(
  { db, clock, note }: Deps,
  { shop, name, published, by }: { shop: ShopDomain; name: string; published: boolean; by: string },
): Promise<void> {
  await db.transact({ shop }, function* (tx) {
    yield* q(
      tx
        .insert(shopContentTypes)
        .values({ shop, name, added: null, published, createdBy: by, createdAt: clock.now() })
        .onConflictDoUpdate({ target: [shopContentTypes.shop, shopContentTypes.name], set: { published } }),
    );
    if (note) yield* note({ subject: typeOf(name), details: { published } });
  });
}

/** Says whether a product without this text lacks something. */
export async function setWanted(
  { db, clock, note }: Deps,
  { shop, name, wanted, by }: { shop: ShopDomain; name: string; wanted: boolean; by: string },
): Promise<void> {
  await db.transact({ shop }, function* (tx) {
    yield* q(
      tx
        .insert(shopContentTypes)
        .values({ shop, name, added: null, wanted, createdBy: by, createdAt: clock.now() })
        .onConflictDoUpdate({ target: [shopContentTypes.shop, shopContentTypes.name], set: { wanted } }),
    );
    if (note) yield* note({ subject: typeOf(name), details: { wanted } });
  });
}

function typeOf(name: string) {
  return { kind: "content_type", id: name };
}

type Named = AddedType & { name: string };

function clashOf(active: readonly Named[], added: Named): SavedType | null {
  if (active.some(({ name }) => name === added.name)) {
    return refuse({ field: "name", code: "name_taken" });
  }
  const at = active.find(({ namespace, key }) => namespace === added.namespace && key === added.key);
  if (at) return refuse({ field: "place", code: "place_taken", label: at.label });
  if (active.some(({ label }) => sameLabel(label, added.label))) {
    return refuse({ field: "label", code: "label_taken" });
  }
  return null;
}

function sameLabel(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function refuse(...problems: TypeProblems): SavedType {
  return { outcome: "refused", problems };
}

function refusedBy(error: z.ZodError): SavedType {
  const problems = new Map<string, TypeProblem>();
  for (const issue of error.issues) {
    const field = issue.path.map(String)[0] ?? "";
    const otherwise =
      field === "name" ? ({ field, code: "name_malformed" } as const) : ({ field, code: "not_valid" } as const);
    if (!problems.has(field)) problems.set(field, issues.of(issue) ?? otherwise);
  }
  const [first = { field: "", code: "not_valid" as const }, ...more] = problems.values();
  return refuse(first, ...more);
}
