import type { TextBody } from "../db/schema/index.ts";
import type { ContentConfig } from "./content-config.ts";
import { traitsOf } from "./content-types.ts";
import { partsOf, visibleText } from "./text-body.ts";

/** What a reader sees of a text: one entry a bullet, or one for the whole text. */
export function readersView(contentType: string, body: TextBody, config?: ContentConfig): string[] {
  return traitsOf(contentType, config).html ? partsOf(body).map(visibleText) : partsOf(body);
}
