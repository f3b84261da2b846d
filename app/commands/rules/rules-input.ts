import { z } from "zod";

/** Longer than any file of rules may be: the features say how much too long it is. */
export const rulesTextSchema = z.string().max(600_000);

/** Rules in the contract's form, which the features check field by field. */
export const rulesSchema = z.unknown().refine((rules) => rules !== undefined);
