import { z } from "zod";
import { boundedList } from "../../lib/bounded-list.ts";
import { contentTypeNameSchema } from "../../texts/content-types.ts";

export const isSome = (list: readonly unknown[]) => list.length > 0;

/** More than the texts and pictures of a product. */
export const typeNamesSchema = boundedList(contentTypeNameSchema, 500);

/** Of a text that is translated and no content type of its product, e.g. `ProductOption/7.name`, or of what is no product, e.g. `Page/12.title`. */
const otherSlotSchema = z.string().regex(/^[A-Z][A-Za-z]{0,63}\/\d{1,20}\.[A-Za-z0-9_-]{1,64}$/);

export const slotNameSchema = z.union([contentTypeNameSchema, otherSlotSchema]);

/** More than one line of texts has: all menus and links of a shop are one. */
const mostSlots = 5_000;

export const slotNamesSchema = boundedList(slotNameSchema, mostSlots);

export const versionIdSchema = z.string().max(64);

/** A version of each, at most. */
export const versionIdsSchema = boundedList(versionIdSchema, mostSlots);

export const findingIdSchema = z.string().min(1).max(64);

/** The newest version of a text as the asker saw it, null for none; undefined where nobody looked at one. */
export const seenVersionSchema = versionIdSchema.nullable().optional();

const digestSchema = z.string().max(64);

/** What the asker had before them beside the text: see `ShownText`. Undefined where nobody looked. */
export const shownTextSchema = z.object({ source: digestSchema, live: digestSchema }).optional();

/** A text as a person wrote it: one string, or the list of bullets. */
export const editedBodySchema = z.union([z.string().max(200_000), boundedList(z.string().max(20_000), 100)]);

/** How a save stands to those before and behind it, while a person writes: see `Sitting`. */
export const sittingSchema = z.object({ continues: z.boolean(), ends: z.boolean() });
