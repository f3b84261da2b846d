import { z } from "zod";
import type { TextBody } from "../../db/schema/index.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { parseJson } from "../../lib/json.ts";
import { writtenOf } from "../../texts/text-body.ts";
import { htmlOfRichText, richTextOf } from "../rich-text.ts";
import type { TextPlace } from "../text-places.ts";

/** How Shopify stores a text that is translated: as it is, as HTML, as a JSON list of lines, or as its tree of rich text. */
export type TextForm = "plain" | "html" | "list" | "rich";

/** Shopify's LocalizableContentType → its form. What is not here is no text to translate, e.g. JSON, URL or FILE_REFERENCE. */
const formsOfTypes: Readonly<Record<string, TextForm>> = {
  SINGLE_LINE_TEXT_FIELD: "plain",
  MULTI_LINE_TEXT_FIELD: "plain",
  STRING: "plain",
  HTML: "html",
  INLINE_RICH_TEXT: "html",
  RICH_TEXT_FIELD: "rich",
  LIST_SINGLE_LINE_TEXT_FIELD: "list",
  LIST_MULTI_LINE_TEXT_FIELD: "list",
};

const formsOfMetafields: Readonly<Record<TextPlace["type"], TextForm>> = {
  single_line_text_field: "plain",
  multi_line_text_field: "plain",
  rich_text_field: "rich",
  "list.single_line_text_field": "list",
};

/** @param type a LocalizableContentType; null for what is no text */
export function formOfType(type: string): TextForm | null {
  return formsOfTypes[type] ?? null;
}

/** The form of one of a product's content types. @param places of all of them that are kept in metafields */
export function formOfContentType(
  contentType: string,
  places: readonly Pick<TextPlace, "contentType" | "type">[],
): TextForm {
  if (contentType === "desc") return "html";
  const place = places.find((one) => one.contentType === contentType);
  return place ? formsOfMetafields[place.type] : "plain";
}

const listSchema = z.array(z.string());

/** The text of a value, HTML for rich text; null for one without content, or that is not of the form. */
export function bodyOfValue(form: TextForm, value: string): TextBody | null {
  if (form === "rich") return htmlOfRichText(value);
  if (form !== "list") return value === "" ? null : value;
  const list = listSchema.safeParse(parseJson(value));
  return list.success && list.data.length > 0 ? list.data : null;
}

/**
 * The value that holds a text: what is registered as its translation.
 * @param source the value that the text translates, where it is known: what of it is no words is kept
 */
export function valueOfBody(form: TextForm, body: TextBody, source?: string): string {
  if (form === "list") return JSON.stringify(typeof body === "string" ? [body] : body);
  const text = typeof body === "string" ? body : body.join("\n");
  return form === "rich" ? richTextOf(text, source) : text;
}

/** What readers see of a text. */
export function plainText(form: TextForm, body: TextBody): string {
  return form === "html" || form === "rich" ? textOfHtml(writtenOf(body)) : writtenOf(body);
}
