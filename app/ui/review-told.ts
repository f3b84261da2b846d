/** What the server says of a decision, without words. */
export type ReviewTold =
  | { kind: "decided" | "changed" | "not_found" | "taken_back" | "published" | "decided_otherwise" }
  /** nothing was done: the shop's people do not let this person do it */
  | { kind: "not_allowed"; right: "approve" | "publish" | "changeRules" }
  | { kind: "blocked"; texts: number }
  | { kind: "decided_by"; at: number; outcome: "approved" | "rejected" }
  | { kind: "bulk"; approved: number; left: number; jobId?: string }
  | { kind: "bulk_taken_back"; takenBack: number; stayed: number }
  | { kind: "extended"; products: number }
  | { kind: "started"; jobId: string; products: number }
  | { kind: "released" };
