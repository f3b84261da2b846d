import type { TextBody, WrittenField } from "../db/schema/index.ts";
import { nameOfSlot } from "../texts/slot.ts";

/** What is needed of a write of ours to see behind it. */
export type SourceWrite = Pick<WrittenField, "slot" | "before" | "answered" | "source">;

/**
 * The text as people outside of this app last wrote it: follows our own writes, newest first, from a text back to what was
 * live before the first of them. Where earlier writes are no longer kept, the oldest one that is kept decides.
 */
export function sourceOf(contentType: string, text: TextBody | null, written: readonly SourceWrite[]): TextBody | null {
  let at = text;
  for (const field of written) {
    if (nameOfSlot(field.slot) !== contentType) continue;
    const isOurs = field.answered !== null && field.answered === at;
    if (isOurs) at = field.before;
    if (field.source !== undefined && at === field.before) at = field.source;
  }
  return at;
}
