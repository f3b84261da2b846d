import { z } from "zod";
import type { SavedViewChange } from "../../catalog/saved-views.ts";
import { type Invalid, invalid } from "../results.ts";

/** Of a view: its name, and the parameters of its list's address. */
export const viewTextSchema = z.string().max(4_000);

/** A view as the asker saw it. */
export const seenViewSchema = z.object({ name: viewTextSchema, query: viewTextSchema });

/** Somebody else's change is not overwritten. `message` names what they changed. */
export interface StaleView {
  kind: "stale";
  message: string;
}

export type SavedViewResult = { kind: "saved"; viewId: string } | StaleView | Invalid;

export function savedView(change: SavedViewChange): SavedViewResult {
  if (change.outcome === "saved") return { kind: "saved", viewId: change.id };
  return change.stale ? { kind: "stale", message: change.message } : invalid(change.message);
}
