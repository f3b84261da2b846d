import XMLBuilder from "fast-xml-builder";
import type { FeedScope, Row, Value } from "../row.ts";
import type { FeedTemplate, Format } from "../template.ts";
import type { RowWriter } from "./writer.ts";

type Xml = Extract<Format, { kind: "xml" }>;
type Element = string | Element[] | { [name: string]: Element };

/** What is no character of XML 1.0, escaped or not. Texts are cleaned of it; addresses and constants may still hold it. */
const notXml = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** RSS 2.0 as Google takes it, or a plain list of elements. */
export function xmlWriter({ columns }: FeedTemplate, format: Xml, scope: FeedScope): RowWriter {
  const isRss = format.root === "rss";
  const prefix = format.prefix === undefined ? "" : `${format.prefix}:`;
  const space = format.prefix && format.namespace ? ` xmlns:${format.prefix}="${attribute(format.namespace)}"` : "";
  const about = isRss ? piece({ title: scope.storeName, link: scope.storeUrl, description: scope.storeName }) : "";
  return {
    head: () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<${format.root}${isRss ? ' version="2.0"' : ""}${space}>\n${
        isRss ? `<channel>\n${about}\n` : ""
      }`,
    rows: (rows) => rows.map((row) => `${piece({ [format.item]: elementsOf(row) })}\n`).join(""),
    foot: () => `${isRss ? "</channel>\n" : ""}</${format.root}>\n`,
  };

  function elementsOf({ values }: Row): Element {
    const elements: { [name: string]: Element } = {};
    for (const { name } of columns) {
      const value = values.get(name) ?? "";
      if (value.length > 0) elements[prefix + name] = elementOf(value);
    }
    return elements;
  }

  function elementOf(value: Value): Element {
    if (typeof value === "string") return value.replace(notXml, "");
    return value.map((one): Element => {
      if (typeof one === "string") return one.replace(notXml, "");
      return Object.fromEntries(Object.entries(one).map(([name, text]) => [prefix + name, text.replace(notXml, "")]));
    });
  }
}

/** Names with a prefix as they are: it is declared at the root. It escapes each `&`, so that a text that shows `&lt;` still does. */
const builder = new XMLBuilder({ ignoreAttributes: true, format: false });

function piece(elements: { [name: string]: Element }): string {
  return builder.build(elements);
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
