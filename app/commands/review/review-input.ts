import { z } from "zod";
import { targetSchema } from "../../texts/target.ts";

/** Made by who asks, e.g. a UUID: the same id again is the same decision. */
export const decisionIdSchema = z.string().regex(/^[\w-]{8,64}$/);
export const queueIdSchema = z.string().min(1).max(64);
/** Left out: the shop's own pages in its primary language. */
export const optionalTarget = targetSchema.optional();
