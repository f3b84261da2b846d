import { cleanUnicode } from "../fix/clean-unicode.ts";
import { partsOf } from "../text-body.ts";
import type { CheckInput } from "./check-input.ts";
import type { Finding } from "./finding.ts";

const dangers: [RegExp, string][] = [
  [
    /<\s*\/?\s*(?:script|style|iframe|frame|object|embed|applet|svg|math|form|input|button|textarea|select|link|meta|base|template|noscript|audio|video|img|marquee)\b/iu,
    "markup that does not belong in a text",
  ],
  [/<[^<>]{0,2000}?\son[a-z]{3,30}\s*=/iu, "an event handler"],
  [/(?:java|vb)\s*script\s*:|data\s*:\s*text\/html/iu, "a script address"],
  [/<!--|<\?|<!\[CDATA|<!doctype/iu, "hidden markup"],
];
const liquid = /\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|\{\{|\{%/gu;

/**
 * UNSAFE_HTML: the answer held script, handlers, foreign markup or Liquid. What the clean-up took out is gone from the
 * stored text, yet an answer that carried it is not to be trusted unread. Liquid passes an HTML clean-up, so it is looked
 * for in the text itself; it may stay where the product's own data has the same.
 */
export function checkUnsafeHtml({ contentType, raw, body, facts }: CheckInput): Finding[] {
  const found: Finding[] = [];
  const written = decoded(cleanUnicode([...partsOf(raw), ...partsOf(body)].join("\n")).normalize("NFKC"));
  for (const [pattern, what] of dangers) {
    if (pattern.test(written))
      found.push({ code: "UNSAFE_HTML", description: `${contentType} held ${what}`, hint: "write plain words" });
  }
  for (const [words] of written.matchAll(liquid)) {
    if (facts.written.includes(words.toLowerCase())) continue;
    found.push({
      code: "UNSAFE_HTML",
      description: `${contentType} holds template code: "${words.slice(0, 60)}"`,
      hint: "leave it out",
    });
    break;
  }
  return found;
}

/** Tags that hide in entities, of whatever depth. */
function decoded(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && /&(?:amp|lt|#)/i.test(plain); round++) {
    plain = plain.replace(/&(?:(amp)|(?:lt|#0*60|#x0*3c)|(?:gt|#0*62|#x0*3e));?/gi, (all, amp: string | undefined) =>
      amp ? "&" : /lt|60|3c/i.test(all) ? "<" : ">",
    );
  }
  return plain;
}
