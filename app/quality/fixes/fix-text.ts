import type { TextBody } from "../../db/schema/index.ts";
import type { Origin } from "../../lib/html/allowed-html.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import { traitsOf } from "../../texts/content-types.ts";
import { cleanUnicode } from "./clean-unicode.ts";
import { keepPlainText } from "./keep-plain-text.ts";
import { keepSimpleHtml } from "./keep-simple-html.ts";

/**
 * Puts a text in order without changing its meaning: Unicode clean-up, allowed HTML, spaces. Pure; applying it twice
 * changes nothing more.
 * @param origin default: a model wrote it, and there is no live text in its place
 */
export function fixText(contentType: string, body: TextBody, config?: ContentConfig, origin?: Origin): TextBody {
  const { html } = traitsOf(contentType, config);
  const fix = (text: string) => (html ? keepSimpleHtml(cleanUnicode(text), origin) : keepPlainText(cleanUnicode(text)));
  if (typeof body === "string") return fix(body);
  return body
    .map((bullet) => fix(bullet).replace(/^(?:[-*•·‣–—]|\u2714|\u2705)\s+/u, ""))
    .filter((bullet) => bullet !== "");
}
