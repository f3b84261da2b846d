import type { FindingView } from "../marks/finding-view.ts";

/** A finding as the dock asks about it. */
export interface AskedFinding {
  finding: FindingView;
  number: number;
  /** of so many that are open */
  of: number;
  at: number;
  /** the name of its text, as people read it */
  text: string;
}

/** What the dock's first row says: one thing at a time. */
export type DockRow =
  /** nothing is found */
  | { kind: "clean"; backed: number; examined: number; texts: number }
  | ({ kind: "finding" } & AskedFinding)
  /** the live text was changed since ours was written */
  | { kind: "conflict"; text: string; texts: number }
  /** the second model did not answer */
  | { kind: "unexamined" }
  /** the server's answer to something that was done before */
  | { kind: "told"; message: string; actions: readonly DockActionId[] }
  /** a colleague has the product before them */
  | { kind: "held" }
  | { kind: "editing"; text: string };

export const dockActionIds = [
  ...(["approve", "reject", "edit", "again", "later", "undo", "useWords", "leaveOut", "keep", "correct", "addFact"] as const),
  ...(["showBoth", "keepLive", "useOurs", "nextFinding", "nextProduct", "lookAnyway", "openProduct", "publish"] as const),
  ...(["finish", "pass", "cancel", "wording"] as const),
] as const; // biome-ignore format: in groups

/** What a button of the dock does. */
export type DockActionId = (typeof dockActionIds)[number];

/** The single keys, as they are printed on the buttons. */
export const keyOfAction: Partial<Record<DockActionId, string>> = {
  approve: "A",
  reject: "R",
  edit: "E",
  again: "W",
  later: "S",
  undo: "Z",
  useWords: "U",
  leaveOut: "U",
  keep: "K",
  correct: "O",
  addFact: "O",
  keepLive: "1",
  useOurs: "2",
  publish: "P",
  pass: "A",
  wording: "T",
};
