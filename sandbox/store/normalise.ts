import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parseFragment, serialize } from "parse5";
import type { Habits } from "./habits.ts";
import { normaliseHtml } from "./text.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A product's plain field as it is saved: one line, no outer white space. */
export function savedField(text: string, { normalise }: Pick<Habits, "normalise">): string {
  return normalise === "off" ? text : text.replace(/\s*[\r\n]+\s*/g, " ").trim();
}

/** An SEO text as it is saved; null when the page would say the same without it. */
export function savedSeo(text: string, pageSays: string, habits: Pick<Habits, "normalise">): string | null {
  const saved = savedField(text, habits);
  return saved === "" || (habits.normalise !== "off" && saved === pageSays) ? null : saved;
}

/** A description as it is saved. Scripts go whatever the habits are. */
export function savedHtml(source: string, { normalise }: Pick<Habits, "normalise">): string {
  const safe = normaliseHtml(source);
  if (normalise !== "html") return safe;
  const fragment = parseFragment(safe);
  for (const node of fragment.childNodes) rewrite(node, false);
  return serialize(fragment).replace(/<(br|hr|img)(\s[^>]*?)?>/g, "<$1$2 />");
}

const renamed: Record<string, string> = { b: "strong", i: "em" };

function rewrite(node: Node, isKept: boolean): void {
  if (defaultTreeAdapter.isTextNode(node)) {
    if (!isKept) node.value = node.value.replace(/[ \t\r\n\f]+/g, " ");
    return;
  }
  if (!defaultTreeAdapter.isElementNode(node)) return;
  const name = renamed[node.tagName];
  if (name !== undefined) {
    node.tagName = name;
    node.nodeName = name;
  }
  addAttributes(node);
  for (const child of node.childNodes) rewrite(child, isKept || node.tagName === "pre");
}

function addAttributes(element: Element): void {
  if (element.namespaceURI !== html.NS.HTML) return;
  const has = (name: string) => element.attrs.some((attribute) => attribute.name === name);
  if (element.tagName === "a" && element.attrs.some(({ name, value }) => name === "target" && value === "_blank")) {
    if (!has("rel")) element.attrs.push({ name: "rel", value: "noopener noreferrer" });
  }
  if ((element.tagName === "ul" || element.tagName === "ol") && !has("data-mce-fragment")) {
    element.attrs.push({ name: "data-mce-fragment", value: "1" });
  }
}
