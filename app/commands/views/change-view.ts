import { z } from "zod";
import { updateSavedView } from "../../catalog/saved-views.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { defineCommand } from "../command.ts";
import { type SavedViewResult, savedView, seenViewSchema, viewTextSchema } from "./saved-view.ts";

/** Gives a view of the products list another search. */
export const changeView = defineCommand({
  name: "products.view-save",
  kind: "lists",
  rate: "anything",
  input: z.object({ id: viewTextSchema, query: viewTextSchema, seen: seenViewSchema }),
  async run(deps: { db: Db } & Acted, { shop }, { id, query, seen }): Promise<SavedViewResult> {
    return savedView(await updateSavedView(deps, { shop, id, query, seen }));
  },
});
