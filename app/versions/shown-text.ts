import type { TextBody } from "../db/schema/index.ts";
import { digestOf } from "../lib/digest.ts";

/** What a person had before them while they wrote a text: what they write counts as made from it, whatever became of it since. */
export interface ShownText {
  /** as `madeFrom` names it: of a translation the digest of its source, else that of the product's facts */
  source: string;
  /** digest of the shop's text, also of none */
  live: string;
}

export function shownText({ source, live }: { source: string; live: TextBody | null }): ShownText {
  return { source, live: digestOf(live) };
}

/**
 * The shop's text that a person saw: today's, or an earlier one that versions of the text hold.
 * @returns null also for one that nobody knows any more: whatever stands there now was not seen, and is a conflict
 */
export function liveShown(
  shown: ShownText,
  known: { live: TextBody | null; versions: readonly { body: TextBody; base: TextBody | null }[] },
): TextBody | null {
  const bodies = [known.live, ...known.versions.flatMap(({ body, base }) => [base, body])];
  return bodies.find((body) => digestOf(body) === shown.live) ?? null;
}
