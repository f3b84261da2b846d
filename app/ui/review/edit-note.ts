import { isEmptyBody, sameBody, type TextBody } from "../text-body.ts";

/** How it stands about what is written in a slot; null: nothing was written, or it is not sent yet. */
export type EditNote = "empty" | "kept" | "saving" | "saved" | null;

export interface WrittenInSlot {
  begun: TextBody;
  typed: TextBody;
  /** what was sent last */
  sent: TextBody;
  /** it is on its way */
  isWaiting: boolean;
  /** words before them were not taken: nothing more is sent */
  isRefused: boolean;
  /** it has no answer yet */
  hasTrouble: boolean;
}

/** Nobody saves an emptied text: that is said, since the words before it stay. */
export function editNote({ begun, typed, sent, isWaiting, isRefused, hasTrouble }: WrittenInSlot): EditNote {
  if (isRefused) return "kept";
  if (isEmptyBody(typed)) return isEmptyBody(sent) ? null : "empty";
  if (!sameBody(typed, sent) || sameBody(typed, begun)) return null;
  if (!isWaiting) return "saved";
  return hasTrouble ? "kept" : "saving";
}
