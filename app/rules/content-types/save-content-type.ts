import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { TextFieldType } from "../../catalog/metafield-text.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type AddedType, shopContentTypes } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
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

const detailsSchema = z.object({
  label: z.string().trim().min(1, "Enter a label.").max(60, "Keep the label within 60 characters."),
  task: z.string().trim().max(2_000, "Keep the task within 2,000 characters.").default(""),
  limitChars: z
    .number()
    .int("Enter a whole number.")
    .min(1, "Enter a number from 1 to 20,000.")
    .max(20_000, "Enter a number from 1 to 20,000.")
    .nullable()
    .default(null),
});

const newTypeSchema = detailsSchema.extend({
  name: contentTypeNameSchema
    .min(2, "Use at least two characters.")
    .refine((name) => !isNamedLikeImageAlt(name), "Names that begin with image_alt stand for alt texts of images.")
    .refine((name) => !(contentTypeNames as string[]).includes(name), "Every shop has this content type already."),
  /** kind of field; null place: a metafield of this app */
  metafieldType: z.enum(fieldTypes),
  place: z.object({ namespace: z.string(), key: z.string() }).nullable(),
  published: z.boolean().default(true),
});

export type SavedType =
  | { outcome: "saved" }
  /** `fields`: what is wrong with each, by name */
  | { outcome: "refused"; message: string; fields: Record<string, string>; stale?: boolean };

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
    if (slot === undefined) return refuse(`A shop adds at most ${maxTextMetafields} content types. Remove one first.`);
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
    if (!row?.added) return refuse("Somebody removed this content type. Reload the page.");
    if (seen && !isAsSeen(row.added, seen)) {
      return {
        ...refuse("Somebody changed this content type while you had it open. Nothing was overwritten."),
        stale: true,
      };
    }
    const added = { ...row.added, ...parsed.data };
    const others = rows.filter((one) => one.name !== name && one.removedAt === null);
    const same = others.some((one) => sameLabel(one.added?.label, added.label));
    if (same) return refuse("Choose another label.", { label: "Another content type has this label." });
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
    return refuse("Choose another name.", { name: "Your shop has a content type of this name." });
  }
  const at = active.find(({ namespace, key }) => namespace === added.namespace && key === added.key);
  if (at) return refuse("Choose another field.", { place: `${at.label} stands in this field already.` });
  if (active.some(({ label }) => sameLabel(label, added.label))) {
    return refuse("Choose another label.", { label: "Another content type has this label." });
  }
  return null;
}

function sameLabel(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function refuse(message: string, fields: Record<string, string> = {}): SavedType {
  return { outcome: "refused", message, fields };
}

function refusedBy(error: z.ZodError): SavedType {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[path.map(String)[0] ?? ""] ??= message;
  if (fields.name?.startsWith("Invalid")) {
    fields.name = "Use small letters, digits and underscores, beginning with a letter.";
  }
  return refuse(Object.values(fields)[0] ?? "This content type is not valid.", fields);
}
