import { z } from "zod";
import { type AttributesProblem, writeOwnAttributes } from "../../catalog/write-own-attributes.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { boundedList } from "../../lib/bounded-list.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type NotFound, notFound, type Stale, stale } from "../results.ts";

const attributesSchema = boundedList(z.object({ name: z.string().max(1_000), value: z.string().max(5_000) }), 200);

/** `changed`: texts written before know other facts */
type Result = { kind: "saved"; changed: boolean } | Stale | Invalid<AttributesProblem> | NotFound;

/** Replaces the merchant's own attributes of a product, which are facts like the shop's. */
export const saveAttributes = defineCommand({
  name: "product.attributes",
  kind: "texts",
  rate: "anything",
  input: z.object({
    productId: productIdSchema,
    attributes: attributesSchema,
    /** what the asker saw before the change */
    seen: attributesSchema,
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { productId, attributes, seen }): Promise<Result> {
    const written = await writeOwnAttributes(deps, { shop, productId, attributes, seen, keepOthers: false, by });
    if (written.outcome === "stale") return stale;
    if (written.outcome === "invalid") return invalid(written.problem);
    if (written.outcome === "not_found") return notFound;
    return { kind: "saved", changed: written.changed };
  },
});
