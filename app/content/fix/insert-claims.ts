import type { TextBody } from "../../db/schema/index.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import type { ContentTypeTraits } from "../content-types.ts";
import type { Claim } from "../parse-claim.ts";
import { countChars, isEmptyBody } from "../text-body.ts";
import { bounded, literal } from "./map-words.ts";
import { escapeHtml, overText, tidy } from "./over-text.ts";

export interface ClaimsInput {
  /** stand in the text to the letter */
  claims: readonly Claim[];
  /** when a text uses their words, it does so to the letter and with their small print */
  optionalClaims?: readonly Claim[];
  traits: ContentTypeTraits;
  /** of each bullet */
  limitChars?: number | null | undefined;
}

/**
 * Puts claims to the letter: what the text says in nearly the same words is set right, what it leaves out is added, and
 * the small print of every claim stands at the end of the text or of its bullet. Applying it twice changes nothing more.
 */
export function insertClaims(body: TextBody, input: ClaimsInput): TextBody {
  const { claims, optionalClaims = [], traits } = input;
  if ((claims.length === 0 && optionalClaims.length === 0) || isEmptyBody(body)) return body;
  const { html } = traits;
  const all = [...claims, ...optionalClaims];
  let parts = (typeof body === "string" ? [body] : body).map((part) => withoutDisclaimers(part, all, html));
  parts = parts.filter((part, i) => part !== "" || i === 0);
  const placed = parts.map((): Claim[] => []);
  for (const claim of all) {
    let at = parts.findIndex((part) => holds(seen(part, html), claim.text));
    if (at < 0) {
      at = parts.findIndex((part) => nearly(claim).test(seen(part, html)));
      if (at >= 0) parts[at] = overText(parts[at] ?? "", html, (text) => text.replace(nearly(claim), () => claim.text));
    }
    if (at >= 0 && !holds(seen(parts[at] ?? "", html), claim.text)) at = -1;
    if (at < 0) {
      if (!claims.includes(claim)) continue;
      at = place(parts, claim, input);
    }
    placed[at] = [...(placed[at] ?? []), claim];
  }
  const ended = parts.map((part, i) => withDisclaimers(part, placed[i] ?? [], html));
  return typeof body === "string" ? (ended[0] ?? "") : ended;
}

/** To the letter: whole words, and no further marker behind its own. */
export function holds(text: string, claim: string): boolean {
  const last = claim.at(-1) ?? "";
  const after = /[*†‡]/.test(last) ? `(?!${literal(last)})` : "";
  return new RegExp(bounded(claim) + after, "u").test(text);
}

/** Adds a claim that the text left out. @returns the part it stands in */
function place(parts: string[], claim: Claim, { traits, limitChars }: ClaimsInput): number {
  if (traits.family !== "bullets") {
    parts[0] = traits.html
      ? `${parts[0] ?? ""}<p>${escapeHtml(claim.text)}</p>`
      : joined(parts[0] ?? "", claim.text, traits.family === "title" ? " – " : ". ");
    return 0;
  }
  if (parts.length >= (traits.count ?? 0)) {
    const limit = limitChars ?? Number.POSITIVE_INFINITY;
    const shortest = parts.reduce((best, part, i) => (part.length < (parts[best]?.length ?? 0) ? i : best), 0);
    const with_ = joined(parts[shortest] ?? "", claim.text, ". ");
    if (countChars(with_) + 1 + countChars(claim.disclaimer ?? "") <= limit) {
      parts[shortest] = with_;
      return shortest;
    }
  }
  return parts.push(claim.text) - 1;
}

function joined(text: string, more: string, divider: string): string {
  if (text.trim() === "") return more;
  return /[\p{L}\p{N}\p{M}"'’”)]$/u.test(text) ? `${text}${divider}${more}` : `${text} ${more}`;
}

function withDisclaimers(part: string, claims: readonly Claim[], html: boolean): string {
  const disclaimers = new Set(claims.flatMap(({ disclaimer }) => disclaimer ?? []));
  let whole = part;
  for (const disclaimer of disclaimers) {
    if (html) whole += `<p>${escapeHtml(disclaimer)}</p>`;
    else whole = /^[\p{L}\p{N}]/u.test(disclaimer) ? joined(whole, disclaimer, ". ") : `${whole} ${disclaimer}`.trim();
  }
  return whole;
}

/** Taken out wherever it stands, to be set at the end again; a claim that holds the same words stays. */
function withoutDisclaimers(part: string, claims: readonly Claim[], html: boolean): string {
  const disclaimers = claims.flatMap(({ disclaimer }) => disclaimer ?? []);
  if (disclaimers.length === 0) return part;
  const wholes = [...new Set([...disclaimers, ...claims.map(({ text }) => text)])].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(wholes.map((text) => `(?<!${edgeOf(text)})${lenient(text)}`).join("|"), "giu");
  const known = new Set(disclaimers.map(levelled));
  let removed = false;
  const rest = overText(part, html, (text) =>
    text.replace(pattern, (words) => {
      if (!known.has(levelled(words))) return words;
      removed = true;
      return "";
    }),
  );
  return removed ? tidy(rest, html) : part;
}

function edgeOf(text: string): string {
  return /^[\p{L}\p{N}]/u.test(text) ? "[\\p{L}\\p{N}]" : "[^\\s\\S]";
}

/** The claim in other case, spaces, quotes or dashes, with its marker or without. */
function nearly({ text, marker }: Claim): RegExp {
  const core = marker === "" ? text : text.slice(0, -marker.length).trimEnd();
  const end = /[\p{L}\p{N}]$/u.test(core) ? "(?![\\p{L}\\p{N}])" : "";
  const start = /^[\p{L}\p{N}]/u.test(core) ? "(?<![\\p{L}\\p{N}])" : "";
  return new RegExp(`${start}${lenient(core)}${end}(?:\\s?[*†‡]{1,5})?`, "iu");
}

function lenient(text: string): string {
  return literal(text)
    .replace(/\s+/g, "[\\s\\u00a0\\u202f]+")
    .replace(/['’‘]/g, "['’‘]")
    .replace(/["“”„]/g, '["“”„]')
    .replace(/[-‐‑–—]/g, "[‐‑–—\\-]");
}

function levelled(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/['’‘]/g, "'")
    .replace(/["“”„]/g, '"')
    .replace(/[‐‑–—-]/g, "-");
}

function seen(part: string, html: boolean): string {
  return html ? textOfHtml(part).replaceAll("\n", " ") : part;
}
