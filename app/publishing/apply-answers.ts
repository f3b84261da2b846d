import type { TextBody, WrittenField } from "../db/schema/index.ts";
import { labelsOf, type ShopContentType } from "../rules/content-types/list-content-types.ts";
import { sameRendering, sameText } from "./compare-texts.ts";
import { type FieldAnswers, nameOf } from "./field-write.ts";

/** What Shopify answered to a write, field by field. */
export interface AppliedAnswers {
  /** accepted with what was answered; without an answer, or stale, as they were */
  fields: WrittenField[];
  /** to be sent again in a while: Shopify is at work on the file */
  later: string[];
  /** refused, since their source changed */
  sourceChanged: WrittenField[];
  /** which texts were refused and why, in words for the merchant; null = none */
  problem: string | null;
  /** why all of them were; null where they were for several reasons, or for one without a code */
  problemCode: string | null;
}

export function applyAnswers(
  fields: readonly WrittenField[],
  answers: FieldAnswers,
  { types, now }: { types: readonly ShopContentType[]; now: number },
): AppliedAnswers {
  const kept: WrittenField[] = [];
  const later: string[] = [];
  const sourceChanged: WrittenField[] = [];
  const problems: string[] = [];
  const codes = new Set<string | null>();
  for (const field of fields) {
    const contentType = nameOf(field);
    const answer = answers.get(contentType);
    const label = labelsOf(types, [contentType]);
    if (answer?.kind === "refused") {
      problems.push(refusalOf(label, answer));
      codes.add(answer.code ?? null);
    } else if (answer?.kind === "source_changed") sourceChanged.push(field);
    else if (answer?.kind === "later") later.push(contentType);
    else if (answer?.kind === "answered" && isIgnored(field, answer.answered)) {
      problems.push(`Not published: ${label}. Shopify kept the earlier text; edit it in the Shopify admin.`);
      codes.add(null);
    } else if (answer?.kind === "answered") kept.push({ ...field, answered: answer.answered, acceptedAt: now });
    else kept.push(field);
  }
  const [problemCode = null] = codes.size === 1 ? codes : [];
  return { fields: kept, later, sourceChanged, problem: problems.length > 0 ? problems.join(" ") : null, problemCode };
}

function refusalOf(label: string, { message, said, code }: { message: string; said?: string; code?: string }): string {
  // What its own field has against it, and what a code without words means, Shopify alone knows.
  const why =
    (code === "place_refused" || code === "translation_refused") && message ? ` Shopify says: ${message}` : "";
  if (said !== undefined) return `Not published: ${label}. ${said}${why}`;
  const advice = /too (?:long|big|large|many)|maximum|limit/i.test(message) ? "Shorten the text" : "Edit the text";
  return `Not published: ${label}. Shopify refused the text: ${message} ${advice} and publish it again.`;
}

/** True when the answer still shows the earlier text. Shopify saves an SEO text that equals the page's own title or description as empty. */
function isIgnored(field: WrittenField, answered: TextBody | null): boolean {
  const { before, sent } = field;
  const contentType = nameOf(field);
  if (sameRendering(contentType, answered, sent) || !sameText(answered, before)) return false;
  return !(answered === null && (contentType === "seo_title" || contentType === "seo_desc"));
}
