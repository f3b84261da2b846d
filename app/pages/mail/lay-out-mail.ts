import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";

export interface MailParts {
  /** BCP-47 */
  locale: string;
  title: string;
  about: string;
  /** what a value is, and the value */
  lines: readonly (readonly [string, string])[];
  /** the first is what to do next */
  links: readonly { label: string; url: string }[];
  /** why one gets it, and how to end that */
  why: string;
}

/** The same words as plain text and as HTML that every mail program shows: no pictures, nothing that is loaded. */
export function layOutMail(parts: MailParts): { text: string; html: string } {
  return { text: asText(parts), html: asHtml(parts) };
}

function asText({ title, about, lines, links, why }: MailParts): string {
  return [
    about,
    "",
    title,
    "",
    ...lines.map(([name, value]) => `${name}: ${value}`),
    "",
    ...links.flatMap(({ label, url }) => [`${label}:`, url, ""]),
    "--",
    why,
    "",
  ].join("\n");
}

// Mail programs read styles of elements alone.
const styles = {
  body: { fontFamily: "sans-serif", fontSize: 15, lineHeight: 1.5, color: "#303030" },
  title: { fontSize: 18 },
  name: { padding: "4px 16px 4px 0", textAlign: "left", verticalAlign: "top" },
  value: { padding: "4px 0" },
  why: { marginTop: 32, fontSize: 13, color: "#616161" },
} as const;

function asHtml({ locale, title, about, lines, links, why }: MailParts): string {
  const rows = lines.map(([name, value]) =>
    h(
      "tr",
      { key: name },
      h("th", { scope: "row", style: styles.name }, name),
      h("td", { style: styles.value }, value),
    ),
  );
  const page = h(
    "html",
    { lang: locale },
    h("head", null, h("meta", { charSet: "utf-8" }), h("title", null, title)),
    h(
      "body",
      { style: styles.body },
      h("p", null, about),
      h("h1", { style: styles.title }, title),
      h("table", null, h("tbody", null, rows)),
      links.map(({ label, url }) => h("p", { key: url }, h("a", { href: url }, label))),
      h("p", { style: styles.why }, why),
    ),
  );
  return renderToStaticMarkup(page);
}
