import { z } from "zod";
import { setHandsOff } from "../../catalog/hands-off.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";

type Result = { kind: "saved" } | NotFound;

/** Says that nothing is to be written for a product, or that it may be again. */
export const setProductHandsOff = defineCommand({
  name: "product.hands_off",
  kind: "texts",
  rate: "anything",
  input: z.object({ productId: productIdSchema, off: z.boolean() }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { productId, off }): Promise<Result> {
    return (await setHandsOff(deps, { shop, productId, off, by })) === "saved" ? { kind: "saved" } : notFound;
  },
});
