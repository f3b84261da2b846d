import { decodeFully } from "../../lib/html/decode-fully.ts";
import { partsOf } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { cleanUnicode } from "../fixes/clean-unicode.ts";
import { hasTag } from "../fixes/keep-plain-text.ts";
import { hasTooManySigns } from "../fixes/too-many-signs.ts";
import { type Held, heldInHtml, heldInWords, styles } from "../held-markup.ts";

/** Whole tags first: what is left of them is half a tag, which breaks a page just as well. */
const liquid = /\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|\{\{-?|\{%-?|-?\}\}|-?%\}/gu;

/**
 * UNSAFE_HTML: the text held script, handlers, foreign markup or Liquid, or still holds something like a tag where only
 * words belong. What the clean-up took out is gone from the stored text, yet a text that carried it is not to be trusted
 * unread. What stood in the live text before is nobody's attack; Liquid may stay where the product's own words have the same;
 * attributes are values, typed by anybody, and no reason for code.
 */
export function checkUnsafeHtml(input: CheckInput): Finding[] {
  const { contentType } = input;
  const found = [...heldIn(input)].map((what): Finding => {
    const description = `${contentType} held ${what}`;
    // What a person pastes is full of styles, and none of them is left.
    const severity = what === styles && input.by === "person" ? "warn" : "block";
    return { code: "UNSAFE_HTML", description, severity, hint: "write plain words" };
  });
  if (!input.traits.html && partsOf(input.body).some(stillHasTag)) {
    found.push({
      code: "UNSAFE_HTML",
      description: `${contentType} holds something that a browser reads as a tag`,
      hint: "write plain words",
    });
  }
  const code = liquidIn(input);
  if (code === null) return found;
  const description = `${contentType} holds template code: "${code.slice(0, 60)}"`;
  const quote = input.text.includes(code) ? { quote: code } : {};
  return [...found, { code: "UNSAFE_HTML", description, hint: "leave it out", ...quote }];
}

function heldIn({ traits, raw, body, by = "model", live = "" }: CheckInput): Set<string> {
  const look = (text: string): Held => (traits.html ? heldInHtml(text, { by, live }) : heldInWords(text));
  const found = new Set<string>();
  let before: Held | undefined;
  for (const part of new Set([...partsOf(raw), ...partsOf(body)])) {
    if (hasTooManySigns(part, by)) found.add("more markup than a text can have");
    for (const [what, written] of look(part)) {
      if (found.has(what)) continue;
      before ??= live === "" ? new Map() : look(live);
      const known = before.get(what);
      if ([...written].some((one) => !known?.has(one))) found.add(what);
    }
  }
  return found;
}

/** Also one that hides in entities, with their semicolons or without. */
function stillHasTag(text: string): boolean {
  return hasTag(decodeFully(text)) || /&(?:amp;?)*lt;?(?=\/?[a-z]|[!?])/i.test(text);
}

/** What the merchant's rules add is not the product's own data: half a tag in an addition breaks a page as well. */
function liquidIn({ raw, body, facts, sources = "" }: CheckInput): string | null {
  const written = [...partsOf(raw), ...partsOf(body)].join("\n");
  const texts = /[{}&｛｝]/u.test(written) ? cleanUnicode(decodeFully(written)).normalize("NFKC") : "";
  let known: string | undefined;
  for (const [code] of texts.matchAll(liquid)) {
    known ??= `${sources}\n${stringsIn({ ...facts.facts, attributes: [] })}`.toLowerCase();
    if (!known.includes(code.toLowerCase())) return code;
  }
  return null;
}

function stringsIn(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(stringsIn).join("\n") : "";
}
