import type { TextBody } from "../db/schema/index.ts";
import { canonicalHtml } from "../lib/html/canonical-html.ts";

/** To the letter, but for how the shop writes what it saves: another sign, case or word is a person's. */
export function saysSame(one: TextBody, other: TextBody): boolean {
  return savedForm(one) === savedForm(other);
}

function savedForm(body: TextBody): string {
  if (Array.isArray(body)) return JSON.stringify(body.map(tidy));
  const text = tidy(body);
  return /<[a-z]/i.test(text) ? canonicalHtml(text) : text;
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}
