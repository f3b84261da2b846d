import { z } from "zod";
import type { SavedViewChange, ViewChangedSince, ViewProblem } from "../../catalog/saved-views.ts";
import { type Invalid, invalid } from "../results.ts";

/** Of a view: its name, and the parameters of its list's address. */
export const viewTextSchema = z.string().max(4_000);

/** A view as the asker saw it. */
export const seenViewSchema = z.object({ name: viewTextSchema, query: viewTextSchema });

/** Nothing was changed: somebody else changed the view since the asker looked at it. */
export interface StaleView {
  kind: "stale";
  changed: ViewChangedSince;
}

export type SavedViewResult = { kind: "saved"; viewId: string } | StaleView | Invalid<ViewProblem>;

export function savedView(change: SavedViewChange): SavedViewResult {
  switch (change.outcome) {
    case "saved":
      return { kind: "saved", viewId: change.id };
    case "stale":
      return { kind: "stale", changed: change.changed };
    case "refused":
      return invalid(change.problem);
  }
}
