import type { DockActionId } from "../dock/dock-row.ts";

/** Why what a person asked for was not done, until they do something else. */
export type Hint = {
  why:
    | "blocked"
    | "conflict"
    | "nothingWaits"
    | "mayNotApprove"
    | "mayNotPublish"
    | "noWordings"
    | "noFinding"
    | "noConflict"
    | "conflictFirst"
    | "nothingToUndo";
  /** findings to decide first */
  count: number;
  /** what helps, the likeliest first */
  helps: readonly DockActionId[];
} | null;
