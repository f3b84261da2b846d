import { html } from "parse5";
import { kindOf } from "./element-kinds.ts";

/** Names that the parser knows and that do nothing to words of their own. */
const others: ReadonlySet<string> = new Set(Object.values(html.TAG_NAMES));

/** Whether a page has such an element: `<X1>` and `<Medium fit>` are words that somebody put in brackets. */
export function isKnownTag(tag: string): boolean {
  return kindOf(tag) !== "apart" || others.has(tag) || /^(?:svg|math):/.test(tag);
}
