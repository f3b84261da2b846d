import { z } from "zod";
import { boundedList } from "../../lib/bounded-list.ts";
import { contentTypeNameSchema } from "../../texts/content-types.ts";

export const isSome = (list: readonly unknown[]) => list.length > 0;

/** More than the texts and pictures of a product. */
export const typeNamesSchema = boundedList(contentTypeNameSchema, 500);

export const versionIdSchema = z.string().max(64);

export const findingIdSchema = z.string().min(1).max(64);

/** The newest version of a text as the asker saw it, null for none; undefined where nobody looked at one. */
export const seenVersionSchema = versionIdSchema.nullable().optional();
