import type { TextBody } from "../db/schema/index.ts";
import { textOfHtml } from "../lib/html/text-of-html.ts";
import { sameText } from "./compare-texts.ts";
import { sameOnceSaved } from "./saved-form.ts";
import type { Live } from "./writer.ts";

/**
 * Whether a text in the shop may be what Shopify made of ours when it saved it, although its answer was lost. An SEO text
 * that equals the page's own title or description is saved as empty.
 * @param live what the shop shows of the product's other texts
 */
export function couldBeSavedForm(
  { contentType, sent }: { contentType: string; sent: TextBody | null },
  shown: TextBody | null,
  live: Live,
): boolean {
  if (sent === null) return false;
  return shown === null ? saysThePage(contentType, sent, live) : sameOnceSaved(contentType, sent, shown);
}

function saysThePage(contentType: string, sent: TextBody, { texts, keepsRepeats }: Live): boolean {
  if (keepsRepeats) return false;
  const { title, desc } = texts;
  if (contentType === "seo_title") return sameText(sent, title ?? null);
  return contentType === "seo_desc" && typeof desc === "string" && sameText(sent, oneLine(textOfHtml(desc)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
