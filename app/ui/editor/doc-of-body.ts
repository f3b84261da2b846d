import { DOMParser as DocParser, type Node, type Schema } from "@tiptap/pm/model";
import { canonicalHtml } from "../../lib/html/canonical-html.ts";
import { cleanHtml } from "../../lib/html/clean-html.ts";
import { type ContentTypeView, isEmptyBody, type TextBody } from "../text-body.ts";
import { htmlOfDoc } from "./html-of-doc.ts";

/** A text as a document of the editor. Runs in a browser: its parser reads the HTML, without loading or running anything. */
export function docOfBody(schema: Schema, kind: ContentTypeView["kind"], body: TextBody): Node {
  if (kind !== "html") return plainDoc(schema, kind, body);
  const html = Array.isArray(body) ? body.join("\n") : body;
  if (isEmptyBody(html)) {
    return schema.node("doc", null, [schema.node("paragraph", { bare: false })]);
  }
  return DocParser.fromSchema(schema).parse(new window.DOMParser().parseFromString(html, "text/html").body);
}

function plainDoc(schema: Schema, kind: ContentTypeView["kind"], body: TextBody): Node {
  const name = kind === "bullets" ? "bullet" : "line";
  const given = Array.isArray(body) ? body : kind === "bullets" ? body.split("\n") : [body];
  const lines = given.length === 0 ? [""] : given;
  return schema.node(
    "doc",
    null,
    lines.map((line) => schema.node(name, null, line === "" ? [] : [schema.text(line)])),
  );
}

/** The text that a document says, in order as it is saved. */
export function bodyOfDoc(doc: Node, kind: ContentTypeView["kind"], live: TextBody): TextBody {
  if (kind === "html") {
    return cleanHtml(htmlOfDoc(doc), { by: "person", live: typeof live === "string" ? live : "" });
  }
  const lines: string[] = [];
  doc.forEach((node) => {
    lines.push(node.textContent);
  });
  if (kind !== "bullets") return lines.join(" ").replace(/\s*\n\s*/g, " ");
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** Whether the editor keeps all of an HTML text's markup that a saved text keeps: no table, picture or video is in it. */
export function holdsHtml(schema: Schema, html: string): boolean {
  const origin = { by: "person", live: html } as const;
  const back = cleanHtml(htmlOfDoc(docOfBody(schema, "html", html)), origin);
  return canonicalHtml(back) === canonicalHtml(cleanHtml(html, origin));
}
