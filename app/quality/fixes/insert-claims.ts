import { LRUCache } from "lru-cache";
import type { TextBody } from "../../db/schema/index.ts";
import { escapeHtml, overText, tidy } from "../../lib/html/over-text.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import type { Claim } from "../../rules/parse-claim.ts";
import type { ContentTypeTraits } from "../../texts/content-types.ts";
import { countChars, isEmptyBody } from "../../texts/text-body.ts";
import { looseKey } from "../phrases/loose-key.ts";
import { bounded, literal } from "./map-words.ts";

export interface ClaimsInput {
  /** must be in the text word for word */
  claims: readonly Claim[];
  /** when a text uses their words, it does so word for word and with their small print */
  optionalClaims?: readonly Claim[];
  traits: ContentTypeTraits;
  /** of each bullet */
  limitChars?: number | null | undefined;
}

/**
 * Makes claims exact: one that the text has in nearly the same words is corrected, one that it leaves out is added, and
 * the small print of every claim is put at the end of the text or of its bullet. Applying it twice changes nothing more.
 */
export function insertClaims(body: TextBody, input: ClaimsInput): TextBody {
  const { claims, optionalClaims = none, traits } = input;
  if ((claims.length === 0 && optionalClaims.length === 0) || isEmptyBody(body)) return body;
  const { html } = traits;
  const { all, smallPrint } = claimTableOf(claims, optionalClaims);
  let parts = (typeof body === "string" ? [body] : body).map((part) => withoutDisclaimers(part, smallPrint, html));
  parts = parts.filter((part, i) => part !== "" || i === 0);
  const look = createLook(html);
  const placed = parts.map((): Claim[] => []);
  for (const claim of all) {
    let at = parts.findIndex((part) => holds(look(part).seen, claim.text));
    if (at < 0) {
      const { key, pattern } = nearly(claim);
      at = parts.findIndex((part) => look(part).key.includes(key) && pattern.test(look(part).seen));
      if (at >= 0) parts[at] = overText(parts[at] ?? "", html, (text) => text.replace(pattern, inPlace(claim)));
    }
    if (at >= 0 && !holds(look(parts[at] ?? "").seen, claim.text)) at = -1;
    if (at < 0) {
      if (!claims.includes(claim)) continue;
      at = place(parts, claim, placed, input);
    }
    placed[at] = [...(placed[at] ?? []), claim];
  }
  const ended = parts.map((part, i) => withDisclaimers(part, placed[i] ?? [], html));
  return typeof body === "string" ? (ended[0] ?? "") : ended;
}

const none: readonly Claim[] = [];

/** The claims of one content type, prepared once for all texts. */
interface ClaimTable {
  all: readonly Claim[];
  smallPrint: SmallPrint;
}

/** Small print as it is looked for. */
interface SmallPrint {
  /** also the claims themselves, since one may hold the words of another's small print; the longest first */
  wholes: readonly { key: string; source: string }[];
  /** levelled */
  known: ReadonlySet<string>;
}

/** By the lists of claims and of optional ones: they are not changed in place. */
const claimTables = new WeakMap<readonly Claim[], WeakMap<readonly Claim[], ClaimTable>>();

function claimTableOf(claims: readonly Claim[], optionalClaims: readonly Claim[]): ClaimTable {
  const ofClaims = claimTables.get(claims) ?? new WeakMap<readonly Claim[], ClaimTable>();
  claimTables.set(claims, ofClaims);
  const kept = ofClaims.get(optionalClaims);
  if (kept) return kept;
  const all = [...claims, ...optionalClaims];
  const disclaimers = all.flatMap(({ disclaimer }) => disclaimer ?? []);
  const wholes = disclaimers.length === 0 ? [] : [...new Set([...disclaimers, ...all.map(({ text }) => text)])];
  const smallPrint = {
    wholes: wholes
      .sort((a, b) => b.length - a.length)
      .map((whole) => ({ key: looseKey(whole), source: `(?<!${edgeOf(whole)})${lenient(whole)}` })),
    known: new Set(disclaimers.map(levelled)),
  };
  const fresh = { all, smallPrint };
  ofClaims.set(optionalClaims, fresh);
  return fresh;
}

/**
 * To the letter: whole words, and no further marker behind its own. Only its first letter goes with the sentence: small within
 * one, a capital where the claim begins one.
 */
export function holds(text: string, claim: string): boolean {
  // Most texts hold no claim: looking for its letters behind the first is cheaper than trying the expression.
  if (!text.includes(claim.slice([...claim][0]?.length ?? 0))) return false;
  return exactly(claim).test(text);
}

const exact = new LRUCache<string, RegExp>({
  maxSize: 200_000,
  sizeCalculation: (_pattern, claim) => claim.length + 1,
});

function exactly(claim: string): RegExp {
  const known = exact.get(claim);
  if (known) return known;
  const last = claim.at(-1) ?? "";
  const after = /[*†‡]/.test(last) ? `(?!${literal(last)})` : "";
  const [small, capital] = [firstLetter(claim, "small"), firstLetter(claim, "capital")];
  const spellings = [bounded(claim), bounded(capital), ...(small === claim ? [] : [withinSentence + bounded(small)])];
  const fresh = new RegExp(`(?:${[...new Set(spellings)].join("|")})${after}`, "u");
  exact.set(claim, fresh);
  return fresh;
}

/** After a word and no end of a sentence. */
const withinSentence = "(?<=[^\\s.!?…:;•][\\s\\u00a0\\u202f]{1,3}[\"'“„(]?)";
const sentenceGoesOn = new RegExp(`${withinSentence}$`, "u");

/** The claim in place of its near wording: in small letters within a sentence where the text has it so, else as a sentence begins. */
function inPlace({ text }: Claim): (found: string, ...rest: unknown[]) => string {
  return (found, ...rest) => {
    const at = rest.findIndex((part) => typeof part === "number");
    const before = String(rest[at + 1] ?? "").slice(0, Number(rest[at] ?? 0));
    if (!sentenceGoesOn.test(before)) return firstLetter(text, "capital");
    const isSmall = found.charAt(0) !== found.charAt(0).toUpperCase();
    return isSmall ? firstLetter(text, "small") : text;
  };
}

/** Leaves names and units alone whose letters mix: iPhone, pH, SPF. */
function firstLetter(claim: string, wanted: "small" | "capital"): string {
  const [first = "", second = ""] = [...claim];
  if (second !== second.toLowerCase() || !/\p{L}/u.test(first)) return claim;
  return (wanted === "small" ? first.toLowerCase() : first.toUpperCase()) + claim.slice(first.length);
}

/** Characters that the small print of these claims takes of a limit; of bullets, in the one that has most of it. */
export function smallPrintChars(claims: readonly Claim[], { family }: Pick<ContentTypeTraits, "family">): number {
  const sizes = [...new Set(claims.flatMap(({ disclaimer }) => disclaimer ?? []))].map((text) => countChars(text) + 1);
  return family === "bullets" ? Math.max(0, ...sizes) : sizes.reduce((sum, size) => sum + size, 0);
}

/** Adds a claim that the text left out. @returns the part it is in */
function place(parts: string[], claim: Claim, placed: readonly Claim[][], { traits, limitChars }: ClaimsInput): number {
  const sentence = firstLetter(claim.text, "capital");
  if (traits.family !== "bullets") {
    parts[0] = traits.html
      ? `${parts[0] ?? ""}<p>${escapeHtml(sentence)}</p>`
      : traits.family === "title"
        ? joined(parts[0] ?? "", claim.text, " – ")
        : joined(parts[0] ?? "", sentence, ". ");
    return 0;
  }
  if (parts.length >= (traits.count ?? 0)) {
    const limit = limitChars ?? Number.POSITIVE_INFINITY;
    const shortest = parts.reduce((best, part, i) => (part.length < (parts[best]?.length ?? 0) ? i : best), 0);
    const with_ = joined(parts[shortest] ?? "", sentence, ". ");
    // The small print of all the claims that the bullet then holds follows them.
    const small = smallPrintChars([...(placed[shortest] ?? []), claim], { family: "string" });
    if (countChars(with_) + small <= limit) {
      parts[shortest] = with_;
      return shortest;
    }
  }
  return parts.push(sentence) - 1;
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

/** Taken out wherever it is, to be put at the end again; a claim that holds the same words stays. */
function withoutDisclaimers(part: string, { wholes, known }: SmallPrint, html: boolean): string {
  if (wholes.length === 0) return part;
  let removed = false;
  const rest = overText(part, html, (text) => {
    const own = looseKey(text);
    const near = wholes.filter(({ key }) => own.includes(key));
    if (near.length === 0) return text;
    const pattern = new RegExp(near.map(({ source }) => source).join("|"), "giu");
    return text.replace(pattern, (words) => {
      if (!known.has(levelled(words))) return words;
      removed = true;
      return "";
    });
  });
  return removed ? tidy(rest, html) : part;
}

function edgeOf(text: string): string {
  return /^[\p{L}\p{N}]/u.test(text) ? "[\\p{L}\\p{N}]" : "[^\\s\\S]";
}

/** How a claim is looked for in nearly the same words. */
interface Nearly {
  /** is contained in the text's key where the claim may be */
  key: string;
  pattern: RegExp;
}

const nearlySaid = new WeakMap<Claim, Nearly>();

/** The claim in other case, spaces, quotes or dashes, with its marker or without. */
function nearly(claim: Claim): Nearly {
  const kept = nearlySaid.get(claim);
  if (kept) return kept;
  const core = coreOf(claim);
  const end = /[\p{L}\p{N}]$/u.test(core) ? "(?![\\p{L}\\p{N}])" : "";
  const start = /^[\p{L}\p{N}]/u.test(core) ? "(?<![\\p{L}\\p{N}])" : "";
  const pattern = new RegExp(`${start}${lenient(core)}${end}(?:\\s?[*†‡]{1,5})?`, "iu");
  const fresh = { key: looseKey(core), pattern };
  nearlySaid.set(claim, fresh);
  return fresh;
}

function coreOf({ text, marker }: Claim): string {
  return marker === "" ? text : text.slice(0, -marker.length).trimEnd();
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

interface Look {
  /** what a reader sees, in one line */
  seen: string;
  key: string;
}

/** Each claim looks at the same few parts again. */
function createLook(html: boolean): (part: string) => Look {
  const looks = new LRUCache<string, Look>({ max: 64 });
  return (part) => {
    const known = looks.get(part);
    if (known) return known;
    const seen = html ? textOfHtml(part).replaceAll("\n", " ") : part;
    const fresh = { seen, key: looseKey(seen) };
    looks.set(part, fresh);
    return fresh;
  };
}
