import { sameBody, type TextBody } from "../text-body.ts";

/** One of the texts that the model offered for a slot. */
export interface WordingView {
  body: string;
}

/** A wording with its number, from 1: the one that the model proposed. */
export type Numbered<W extends WordingView> = W & { number: number };

/** Those that stand beside a text; all of them where a person wrote other words. */
export function otherWordings<W extends WordingView>(wordings: readonly W[], body: TextBody): Numbered<W>[] {
  return wordings
    .map((wording, index) => ({ ...wording, number: index + 1 }))
    .filter((wording) => !sameBody(wording.body, body));
}

/** The wording that follows on a text, or goes before it, from the last one to the first; null where there is no choice. */
export function wordingBeside<W extends WordingView>(
  wordings: readonly W[],
  body: TextBody,
  by: 1 | -1,
): Numbered<W> | null {
  if (otherWordings(wordings, body).length === 0) return null;
  const at = wordings.findIndex((wording) => sameBody(wording.body, body));
  // Other words than the model's stand before its first.
  const from = at === -1 && by === -1 ? 0 : at;
  const index = (from + by + wordings.length) % wordings.length;
  const wording = wordings[index];
  return wording ? { ...wording, number: index + 1 } : null;
}
