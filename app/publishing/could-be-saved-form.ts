import type { LiveTexts } from "../catalog/live-texts.ts";
import type { TextBody } from "../db/schema/index.ts";
import { canonicalHtml } from "../lib/html/canonical-html.ts";
import { type HtmlNode, parseHtml } from "../lib/html/parse-html.ts";
import { serialiseHtml } from "../lib/html/serialise-html.ts";
import { textOfHtml } from "../lib/html/text-of-html.ts";
import { sameText } from "./compare-texts.ts";

/**
 * Whether a text in the shop may be what Shopify made of ours when it saved it, although its answer was lost: the same words
 * in the same structure, in another spelling. An SEO text that the page says anyway is saved as none.
 * @param live what the shop shows of the product's other texts
 */
export function couldBeSavedForm(
  { contentType, sent }: { contentType: string; sent: TextBody | null },
  shown: TextBody | null,
  live: LiveTexts,
): boolean {
  if (sent === null) return false;
  if (shown === null) return saysThePage(contentType, sent, live);
  if (typeof sent === "string" && typeof shown === "string") return loose(sent) === loose(shown);
  if (typeof sent === "string" || typeof shown === "string" || sent.length !== shown.length) return false;
  return sent.every((line, i) => loose(line) === loose(shown[i] ?? ""));
}

function saysThePage(contentType: string, sent: TextBody, { title, desc }: LiveTexts): boolean {
  if (contentType === "seo_title") return sameText(sent, title ?? null);
  return contentType === "seo_desc" && typeof desc === "string" && sameText(sent, oneLine(textOfHtml(desc)));
}

function loose(text: string): string {
  return /<[a-z]/i.test(text) ? canonicalHtml(serialiseHtml(parseHtml(text).flatMap(plainer))) : oneLine(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").normalize("NFC").trim();
}

const otherNames: Readonly<Record<string, string>> = { b: "strong", i: "em" };
const dropped: ReadonlySet<string> = new Set(["script", "style", "meta", "link"]);
const addedAttribute = /^(?:rel|target|class|style|dir|data-.*)$/;

/** Without what Shopify's editor adds, renames or takes away. */
function plainer(node: HtmlNode): HtmlNode[] {
  if (typeof node === "string") return [node];
  if (dropped.has(node.tag)) return [];
  const attributes = Object.fromEntries(Object.entries(node.attributes).filter(([name]) => !addedAttribute.test(name)));
  return [{ tag: otherNames[node.tag] ?? node.tag, attributes, children: node.children.flatMap(plainer) }];
}
