import type { TextBody, WrittenField } from "../db/schema/index.ts";
import { nameOfSlot } from "../texts/slot.ts";
import { sameTarget, type TargetColumns, targetKey } from "../texts/target.ts";

/** The name of the slot that a field was written to. */
export function nameOf({ slot }: Pick<WrittenField, "slot">): string {
  return nameOfSlot(slot);
}

/** Whether two fields were written to the same slot for the same target. */
export function isSamePlace(
  a: Pick<WrittenField, "slot" | "target">,
  b: Pick<WrittenField, "slot" | "target">,
): boolean {
  return nameOf(a) === nameOf(b) && sameTarget(a.target, b.target);
}

/** Each target of the fields once. */
export function targetsOf(fields: readonly Pick<WrittenField, "target">[]): TargetColumns[] {
  return [...new Map(fields.map(({ target }) => [targetKey(target), target])).values()];
}

/** One text on its way to Shopify. */
export interface FieldWrite {
  /** the name of its slot */
  contentType: string;
  /** null = take the text away */
  sent: TextBody | null;
}

/**
 * Shopify's answer for one field. `stale`: somebody changed it since it was read. `later`: the same write is accepted after a
 * while. `source_changed`: it translates what is no longer there. `said`: the whole of what the merchant is told, in
 * English; `code`: by which it is said in other languages.
 */
export type FieldAnswer =
  | { kind: "answered"; answered: TextBody | null }
  | { kind: "refused"; message: string; said?: string; code?: string }
  | { kind: "source_changed" }
  | { kind: "later" }
  | { kind: "stale" };

export type FieldAnswers = Map<string, FieldAnswer>;
