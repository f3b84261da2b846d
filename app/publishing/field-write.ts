import type { TextBody } from "../db/schema/index.ts";

/** One text on its way to Shopify. */
export interface FieldWrite {
  contentType: string;
  /** null = take the text away */
  sent: TextBody | null;
}

/** What Shopify said to one field. `stale`: somebody changed it since it was read. `later`: the same write is taken in a while. */
export type FieldAnswer =
  | { kind: "answered"; answered: TextBody | null }
  | { kind: "refused"; message: string }
  | { kind: "later" }
  | { kind: "stale" };

export type FieldAnswers = Map<string, FieldAnswer>;
