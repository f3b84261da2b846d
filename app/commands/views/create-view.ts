import { z } from "zod";
import { createSavedView } from "../../catalog/saved-views.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { type SavedViewResult, savedView, viewTextSchema } from "./saved-view.ts";

/** Keeps a search of the products list under a name. */
export const createView = defineCommand({
  name: "products.view-create",
  kind: "lists",
  rate: "anything",
  input: z.object({ name: viewTextSchema, query: viewTextSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop }, { name, query }): Promise<SavedViewResult> {
    return savedView(await createSavedView(deps, { shop, name, query }));
  },
});
