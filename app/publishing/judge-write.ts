import type { TextBody, WrittenField } from "../db/schema/index.ts";
import { sameRendering, sameText } from "./compare-texts.ts";
import { couldBeSavedForm } from "./could-be-saved-form.ts";
import { nameOf } from "./field-write.ts";
import { sameOnceSaved } from "./saved-form.ts";
import type { Live } from "./writer.ts";

/** What the shop shows of a write. */
export interface JudgedWrite {
  /** ours, as sent or as Shopify answered; `answered` is what the shop shows */
  applied: WrittenField[];
  /** accepted by Shopify, but the earlier text is shown: the answer came from a replica that lags behind */
  lagging: WrittenField[];
  /** the earlier text is shown and no answer is known: the write was not applied, or not yet */
  untouched: WrittenField[];
  /** neither: somebody else changed it */
  changedRemotely: WrittenField[];
}

export function judgeWrite(fields: readonly WrittenField[], live: Live): JudgedWrite {
  const judged: JudgedWrite = { applied: [], lagging: [], untouched: [], changedRemotely: [] };
  for (const field of fields) {
    const isRead = Object.hasOwn(live.texts, nameOf(field));
    const shown = live.texts[nameOf(field)] ?? null;
    const fate = isRead ? fateOf(field, shown, live) : unreadFateOf(field);
    judged[fate].push(fate === "applied" ? { ...field, answered: shown } : field);
  }
  return judged;
}

/** Of a text that was not read nothing is known but the answer: that it is not there is no sign of an undo. */
function unreadFateOf({ acceptedAt }: WrittenField): keyof JudgedWrite {
  return acceptedAt === undefined ? "untouched" : "lagging";
}

function fateOf(field: WrittenField, shown: TextBody | null, live: Live): keyof JudgedWrite {
  const { sent, answered, before } = field;
  const contentType = nameOf(field);
  const isAccepted = field.acceptedAt !== undefined;
  if (sameRendering(contentType, shown, sent)) return "applied";
  if (isAccepted && sameText(shown, answered)) return "applied";
  // The answer was lost: Shopify may have saved it in another form, or as none.
  const isUnchanged = sameText(shown, before);
  const isOurs =
    !isAccepted && (shown === null || !isUnchanged) && couldBeSavedForm({ contentType, sent }, shown, live);
  if (isOurs) return "applied";
  if (isUnchanged) return isAccepted ? "lagging" : "untouched";
  // Saved again by somebody, unchanged, before we looked.
  return isAccepted && sameOnceSaved(contentType, shown, answered) ? "applied" : "changedRemotely";
}

/** Texts that Shopify saved in another form than they were sent. */
export function savedDifferently(fields: readonly WrittenField[]): string[] {
  return fields.filter((field) => !sameRendering(nameOf(field), field.answered, field.sent)).map(nameOf);
}

/**
 * True when the shop's live text is a published version in another form: the one Shopify answered that it saved, or the one
 * made by saving it again in Shopify's editor.
 * @param writeBacks of the product, in any order
 */
export function isSavedDifferently(
  writeBacks: readonly { state: string; fields: readonly WrittenField[] }[],
  text: { live: TextBody | null; newest: { id: string; state: string } | null },
): boolean {
  const { live, newest } = text;
  if (newest?.state !== "published") return false;
  return writeBacks
    .filter(({ state }) => state === "verified")
    .flatMap(({ fields }) => fields.filter(({ versionId }) => versionId === newest.id))
    .some(
      (field) => !sameRendering(nameOf(field), live, field.sent) && sameOnceSaved(nameOf(field), live, field.answered),
    );
}
