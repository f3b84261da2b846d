import { hash } from "node:crypto";
import type { ShopDomain } from "../lib/brand.ts";
import { digestOf } from "../lib/digest.ts";

/**
 * Scripts written without spaces, and Korean, whose words take endings: the tokenizer would make one token of a whole
 * run, so runs are indexed as overlapping pairs of characters.
 */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;
const nonAscii = /[\u0080-\uffff]/;
const wordLike = /[\p{L}\p{N}\p{Co}]/u;
const maxTerms = 12;

/** The token that ties a row of the search index to its shop. */
export function searchScope(shop: ShopDomain): string {
  return `shop${digestOf(shop).slice(0, 16)}`;
}

/** The token of one tag, to the letter, in any script. */
export function tagToken(tag: string): string {
  return `tag${hash("sha1", tag, "hex").slice(0, 16)}`;
}

/** Text as it goes into the index: NFKC, so that full-width and composed letters meet; runs without spaces as pairs. */
export function indexText(text: string): string {
  if (!nonAscii.test(text)) return text;
  return text.normalize("NFKC").replace(unspaced, (run) => ` ${[...pairs(run), lastChar(run)].join(" ")} `);
}

/**
 * The FTS5 expression for products of a shop by what a person typed and by tags. Every word, or phrase in double quotes,
 * must be found; words match from their beginning; one of the tags must be there. Everything typed is quoted, so no
 * operator of FTS5 can be typed.
 * @returns null when there is no tag and the text has nothing that is indexed (only signs or emoji)
 * @see https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function matchExpression(shop: ShopDomain, search: string, tags: readonly string[]): string | null {
  const terms = searchTerms(search);
  if (terms.length === 0 && tags.length === 0) return null;
  const scope = [searchScope(shop), ...(tags.length > 0 ? [`(${tags.map(tagToken).join(" OR ")})`] : [])];
  const parts = [`scope : (${scope.join(" AND ")})`];
  if (terms.length > 0) parts.push(`{title vendor tags skus} : (${terms.join(" AND ")})`);
  return parts.join(" AND ");
}

/** What of a typed text the index can find: empty when it has only signs or emoji. */
export function searchTerms(search: string): string[] {
  const words = [...search.normalize("NFKC").matchAll(/"([^"]*)"?|[^\s"]+/g)];
  return words
    .flatMap(([whole, phrase]) => (phrase === undefined ? termsOf(whole, "*") : termsOf(phrase, "")))
    .slice(0, maxTerms);
}

function termsOf(text: string, ending: "*" | ""): string[] {
  const terms: string[] = [];
  let at = 0;
  for (const run of text.matchAll(unspaced)) {
    terms.push(quoted(text.slice(at, run.index), ""));
    // One character alone is the beginning of a pair, or the run's last character.
    terms.push([...run[0]].length === 1 ? quoted(run[0], "*") : quoted(pairs(run[0]).join(" "), ""));
    at = run.index + run[0].length;
  }
  terms.push(quoted(text.slice(at), ending));
  return terms.filter((term) => term !== "");
}

/** The text was split at double quotes, so it holds none. */
function quoted(text: string, ending: "*" | ""): string {
  return wordLike.test(text) ? `"${text.slice(0, 100)}"${ending}` : "";
}

function pairs(run: string): string[] {
  const chars = [...run];
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`);
}

function lastChar(run: string): string {
  return [...run].at(-1) ?? "";
}
