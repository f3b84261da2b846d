import { z } from "zod";
import { termsOfText } from "../../catalog/keywords.ts";
import { type KeywordsProblem, writeOwnKeywords } from "../../catalog/own-keywords.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { boundedList } from "../../lib/bounded-list.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type NotFound, notFound, type Stale, stale } from "../results.ts";

const nameSchema = z.string().max(1_000);
const groupSchema = z.object({ name: nameSchema, terms: boundedList(z.string().max(5_000), 500) });
/** terms as a person writes them, divided by lines or commas */
const writtenGroupSchema = z.object({ name: nameSchema, text: z.string().max(100_000) });

/** `changed`: texts written before know other keywords */
type Result = { kind: "saved"; changed: boolean } | Stale | Invalid<KeywordsProblem> | NotFound;

/** Replaces the merchant's own keyword groups of a product. */
export const saveKeywords = defineCommand({
  name: "product.keywords",
  kind: "texts",
  rate: "anything",
  input: z.object({
    productId: productIdSchema,
    groups: boundedList(z.union([groupSchema, writtenGroupSchema]), 100),
    /** what the asker saw before the change */
    seen: boundedList(groupSchema, 100),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { productId, groups, seen }): Promise<Result> {
    const wanted = groups.map((group) => ({
      name: group.name,
      terms: "text" in group ? termsOfText(group.text) : group.terms,
    }));
    const written = await writeOwnKeywords(deps, { shop, productId, groups: wanted, seen, by });
    if (written.outcome === "stale") return stale;
    if (written.outcome === "invalid") return invalid(written.problem);
    if (written.outcome === "not_found") return notFound;
    return { kind: "saved", changed: written.changed };
  },
});
