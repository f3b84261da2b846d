import { mediaLost } from "../../lib/html/media-lost.ts";
import { nameLosses } from "../../lib/html/name-losses.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";

/**
 * LOST_MEDIA: published, the text would take a picture, a video, a table or a link off the page. Words that are right say
 * nothing of that, so only a person who has seen it approves such a text.
 */
export function checkLostMedia({ contentType, traits, body, live = "" }: CheckInput): Finding[] {
  if (!traits.html || typeof body !== "string") return [];
  const lost = mediaLost(live, body);
  return lost.length === 0
    ? []
    : [{ code: "LOST_MEDIA", description: `${contentType} drops ${nameLosses(lost)} of the live text` }];
}
