import { z } from "zod";
import type { AddedType, TextBody } from "../db/schema/index.ts";
import { htmlOfRichText, richTextOf } from "./rich-text.ts";

export type TextFieldType = AddedType["metafieldType"];

const listSchema = z.array(z.string());

/**
 * The text that a metafield holds: HTML for rich text, a list of lines for a list, otherwise the words. A value that is no
 * list of lines where one is expected reads as one line, so that it is compared and kept, never silently replaced.
 * @param expected the type that the content type's place has; `metafield.type` is the one found there
 */
export function textOfMetafield(expected: TextFieldType, metafield: { type: string; value: string }): TextBody | null {
  const body = bodyOf(metafield.type, metafield.value);
  if (body === null) return null;
  if (expected === "list.single_line_text_field") return typeof body === "string" ? [body] : body;
  return typeof body === "string" ? body : body.join("\n");
}

function bodyOf(type: string, value: string): TextBody | null {
  if (type === "rich_text_field") return htmlOfRichText(value) ?? (isTree(value) ? null : value || null);
  if (!type.startsWith("list.")) return value === "" ? null : value;
  const list = listSchema.safeParse(parseJson(value));
  if (!list.success) return value === "" ? null : value;
  return list.data.length > 0 ? list.data : null;
}

/** A text as such a metafield will hold it; null for one without content. */
export function storedForm(type: TextFieldType, body: TextBody): TextBody | null {
  return textOfMetafield(type, { type, value: metafieldValueOf(type, body) });
}

/** What is sent for a text, as a value of the metafield's type. */
export function metafieldValueOf(type: TextFieldType, body: TextBody): string {
  const lines = typeof body === "string" ? body.split("\n") : body;
  switch (type) {
    case "list.single_line_text_field":
      return JSON.stringify(
        lines.map((line) => line.replace(/\s*[\r\n]+\s*/g, " ").trim()).filter((line) => line !== ""),
      );
    case "rich_text_field":
      return richTextOf(
        typeof body === "string" ? body : `<ul>${body.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`,
      );
    case "single_line_text_field":
      return lines
        .map((line) => line.trim())
        .filter(Boolean)
        .join(" ");
    default:
      return lines.join("\n");
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function isTree(value: string): boolean {
  const tree = parseJson(value);
  return typeof tree === "object" && tree !== null && "type" in tree && tree.type === "root";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
