/** What the dock asks for instead of a decision. */
export type Asking = { kind: "reject" | "note" | "keep" | "correct" } | null;
