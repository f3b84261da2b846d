import { decodeFully } from "../../lib/html/decode-fully.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";

/** As a reader sees it, who should see the sign: `&amp;`, `&#39;`, and what was escaped more often: `&amp;quot;`. */
const entity = /&(?:amp;){0,8}(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi;
/** A text about such things means them. */
const aboutCode =
  /(?<![\p{L}\p{N}])(?:html5?|xhtml|xml|unicode|entity|entities|escap(?:e|ed|ing)|charset)(?![\p{L}\p{N}])/iu;
const mostFindings = 6;

/** PLACEHOLDER: a sign was escaped twice, so that readers see its code. A warning: what is meant can be read. */
export function checkShownEntities({ contentType, text }: CheckInput): Finding[] {
  if (!text.includes("&") || aboutCode.test(text)) return [];
  const found = new Map<string, Finding>();
  for (const { 0: quote, index } of text.matchAll(entity)) {
    const sign = decodeFully(quote);
    // "R&D;" is no entity, and an address holds what it holds.
    if (sign === quote || isInAddress(text, index)) continue;
    const shown = sign.trim() === "" ? "a space" : `"${sign}"`;
    found.set(quote, {
      code: "PLACEHOLDER",
      description: `${contentType} shows the code "${quote}" in the place of ${shown}`,
      hint: "write the sign itself",
      details: { kind: "sign_code", sign },
      severity: "warn",
      quote,
      fix: sign,
    });
    if (found.size === mostFindings) break;
  }
  return [...found.values()];
}

function isInAddress(text: string, at: number): boolean {
  return /(?:https?:\/\/|www\.)\S*$/i.test(text.slice(Math.max(0, at - 200), at));
}
