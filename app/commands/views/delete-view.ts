import { z } from "zod";
import { deleteSavedView } from "../../catalog/saved-views.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { defineCommand } from "../command.ts";
import { type StaleView, seenViewSchema, viewTextSchema } from "./saved-view.ts";

/** Deletes a view of the products list. One that is gone already is as good as deleted. */
export const deleteView = defineCommand({
  name: "products.view-delete",
  kind: "lists",
  rate: "anything",
  input: z.object({ id: viewTextSchema, seen: seenViewSchema }),
  async run(deps: { db: Db } & Acted, { shop }, { id, seen }): Promise<{ kind: "deleted" } | StaleView> {
    const changed = await deleteSavedView(deps, { shop, id, seen });
    return changed === null ? { kind: "deleted" } : { kind: "stale", changed };
  },
});
