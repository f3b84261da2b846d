import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { approvedLosses, type Losses } from "../../versions/approved-losses.ts";
import { defineCommand } from "../command.ts";
import { selectedProducts, selectionSchema } from "./selection.ts";

/** Tells what publishing the approved texts of the chosen products would take from the shop's own; null: nothing. Changes nothing. */
export const readLosses = defineCommand({
  name: "products.losses",
  kind: null,
  rate: "anything",
  input: z.object({ selection: selectionSchema }),
  async run(deps: { db: Db }, { shop }, { selection }): Promise<{ kind: "read"; losses: Losses | null }> {
    return { kind: "read", losses: await approvedLosses(deps, shop, selectedProducts(deps, shop, selection)) };
  },
});
