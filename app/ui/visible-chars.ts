import { textOfHtml } from "../lib/html/text-of-html.ts";
import { type ContentTypeView, lengthChars, type TextBody } from "./text-body.ts";

/** How long a text is for its reader, as the checks count it: tags do not count, of bullets the longest does. */
export function visibleChars(kind: ContentTypeView["kind"], body: TextBody): number {
  if (Array.isArray(body)) return Math.max(0, ...body.map(lengthChars));
  return lengthChars(kind === "html" ? textOfHtml(body) : body);
}
