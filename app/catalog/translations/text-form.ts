import { z } from "zod";
import type { TextBody } from "../../db/schema/index.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { parseJson } from "../../lib/json.ts";
import { writtenOf } from "../../texts/text-body.ts";
import { htmlOfRichText, richTextOf } from "../rich-text.ts";
import type { TextPlace } from "../text-places.ts";
import { linksWith, linkTextOf, linkTextsOf, linkWith } from "./link-text.ts";

/**
 * How Shopify stores a text that is translated: as it is, as HTML, as a JSON list of lines, as its tree of rich text, as the
 * words of a link beside its address, or as a list of such links.
 */
export type TextForm = "plain" | "html" | "list" | "rich" | "link" | "links";

interface TextType {
  form: TextForm;
  /** the type of metafields, and of metaobjects' fields, whose values are such; absent where no field has it */
  field?: string;
}

/**
 * Shopify's LocalizableContentType → what it is here. One table for metafields and all else. What is not in it is no text to
 * translate: JSON, addresses and files.
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/enums/LocalizableContentType
 */
const textTypes: Readonly<Record<string, TextType>> = {
  SINGLE_LINE_TEXT_FIELD: { form: "plain", field: "single_line_text_field" },
  MULTI_LINE_TEXT_FIELD: { form: "plain", field: "multi_line_text_field" },
  STRING: { form: "plain" },
  HTML: { form: "html", field: "html" },
  INLINE_RICH_TEXT: { form: "html", field: "inline_rich_text" },
  RICH_TEXT_FIELD: { form: "rich", field: "rich_text_field" },
  LIST_SINGLE_LINE_TEXT_FIELD: { form: "list", field: "list.single_line_text_field" },
  LIST_MULTI_LINE_TEXT_FIELD: { form: "list", field: "list.multi_line_text_field" },
  LINK: { form: "link", field: "link" },
  LIST_LINK: { form: "links", field: "list.link" },
};

const typesOfFields = new Map(
  Object.entries(textTypes).flatMap(([type, { field }]) => (field === undefined ? [] : [[field, type] as const])),
);

/** @param type a LocalizableContentType; null for what is no text */
export function formOfType(type: string): TextForm | null {
  return textTypes[type]?.form ?? null;
}

/** The LocalizableContentType of a metafield's value. @param field its type; null for one that holds no text */
export function typeOfField(field: string): string | null {
  return typesOfFields.get(field) ?? null;
}

const formsOfMetafields: Readonly<Record<TextPlace["type"], TextForm>> = {
  single_line_text_field: "plain",
  multi_line_text_field: "plain",
  rich_text_field: "rich",
  "list.single_line_text_field": "list",
};

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

/** The text of a value, HTML for rich text, the words of a link; null for one without content, or that is not of the form. */
export function bodyOfValue(form: TextForm, value: string): TextBody | null {
  if (form === "rich") return htmlOfRichText(value);
  if (form === "link") return linkTextOf(value);
  if (form === "links") return linkTextsOf(value);
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
  if (form === "links") return linksWith(typeof body === "string" ? [body] : body, source);
  const text = typeof body === "string" ? body : body.join("\n");
  if (form === "link") return linkWith(text, source);
  return form === "rich" ? richTextOf(text, source) : text;
}

/** What readers see of a text. */
export function plainText(form: TextForm, body: TextBody): string {
  return form === "html" || form === "rich" ? textOfHtml(writtenOf(body)) : writtenOf(body);
}
