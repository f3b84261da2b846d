import type { TextBody } from "../text-body.ts";
import type { Outgoing } from "./outgoing.ts";
import type { ReviewText } from "./review-view.ts";

/** A person's words for a text, as one request saves them. */
export interface Edit {
  contentType: string;
  body: TextBody;
  /** the version that they are written over, null for none */
  seen: string | null;
  /** undefined: they are saved once, e.g. one of the model's wordings */
  sitting?: Sitting;
}

/** One stay at an open text is one version in the end, however often it is saved. */
export interface Sitting {
  /** what was seen was saved in this sitting */
  continues: boolean;
  /** nothing more comes */
  ends: boolean;
}

/** Other words for a text, over the version that the person sees. */
export function editRequest({ name, newest }: ReviewText, body: TextBody): Outgoing["request"] {
  return editsRequest({ contentType: name, body, seen: newest?.id || null });
}

export function editsRequest(edit: Edit): Outgoing["request"] {
  return { intent: "edit", edits: [edit] };
}

/** @returns null when it is none of a text */
export function editOf({ request }: Outgoing): Edit | null {
  if (request.intent !== "edit") return null;
  return (request.edits as Edit[])[0] ?? null;
}
