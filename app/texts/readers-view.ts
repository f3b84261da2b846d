import type { TextBody } from "../db/schema/index.ts";
import { textOfHtml } from "../lib/html/text-of-html.ts";
import { type FamilyRules, traitsOf } from "./content-types.ts";
import { partsOf } from "./text-body.ts";

/** What a reader sees of a text: one entry a bullet, or one for the whole text. */
export function readersView(contentType: string, body: TextBody, config?: FamilyRules): string[] {
  return traitsOf(contentType, config).html ? partsOf(body).map((part) => textOfHtml(part)) : partsOf(body);
}
