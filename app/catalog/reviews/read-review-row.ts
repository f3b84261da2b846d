import { digestOf } from "../../lib/digest.ts";
import { plainText } from "./plain-text.ts";
import type { Review } from "./review.ts";
import { productFields, type ReviewColumns, type ReviewField } from "./review-columns.ts";

/** How a row names its product; the first that finds one counts. */
export type ProductNames = Partial<Record<(typeof productFields)[number], string>>;

/** Why a row is no review that is kept. */
export type RowProblem = "no_text" | "hidden" | "no_product_named";

export type ReadRow =
  | { kind: "review"; review: Review; product: ProductNames }
  /** the shop does not show it: one of that key that was taken before goes */
  | { kind: "hidden"; key: string; product: ProductNames }
  | { kind: "left_out"; problem: RowProblem };

/** Longer reviews are cut: nobody reads on, and a model least of all. */
const mostBodyChars = 4_000;
const mostTitleChars = 200;
const mostNameChars = 255;
/** HTML is read before it is cut to what is kept. */
const mostCellChars = 20_000;
const isWords = (field: ReviewField) => field === "body" || field === "title";

/**
 * One row of a file. Reviews without words say nothing that could be summed up, and what the shop itself hides is not used.
 * Addresses of mail within the words are taken out.
 */
export function readReviewRow(cellOf: (column: string) => string, columns: ReviewColumns): ReadRow {
  const cell = (field: ReviewField) => {
    const column = columns[field];
    if (column === undefined) return "";
    // Patterns are held to what a name, a number or a day may have: a cell may be as long as the file.
    return cellOf(column)
      .slice(0, isWords(field) ? mostCellChars : mostNameChars)
      .trim();
  };
  const hidden = isHidden(cell("state"), columns.state ?? "");
  const body = plainText(cell("body"), mostBodyChars);
  if (body === "") return { kind: "left_out", problem: hidden ? "hidden" : "no_text" };
  const product = namesOf(cell);
  if (Object.keys(product).length === 0) return { kind: "left_out", problem: hidden ? "hidden" : "no_product_named" };
  const title = plainText(cell("title"), mostTitleChars);
  const writtenAt = dateOf(cell("written_at"));
  const id = cell("review_id");
  const key = digestOf(JSON.stringify(id === "" ? [title, body, writtenAt] : [id]));
  if (hidden) return { kind: "hidden", key, product };
  return { kind: "review", review: { key, rating: ratingOf(cell("rating")), title, body, writtenAt }, product };
}

function namesOf(cell: (field: ReviewField) => string): ProductNames {
  const names: ProductNames = {};
  for (const field of productFields) {
    const value = field === "product_id" ? (/(\d+)\s*$/u.exec(cell(field))?.[1] ?? "") : cell(field);
    if (field === "product_url") {
      const handle = /\/products\/([^/?#\s]+)/u.exec(value)?.[1];
      if (handle !== undefined) names.product_handle ??= handleIn(handle);
    } else if (value !== "") names[field] = field === "product_handle" ? value.toLowerCase() : value;
  }
  return names;
}

function handleIn(path: string): string {
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}

/** What review apps call a review that they do not show, or not yet. */
const unshown = new Set(
  "unpublished hidden spam rejected archived deleted disabled disable false 0 no pending not-yet draft flagged unapproved declined inactive off".split(
    " ",
  ),
);
const isTrue = new Set(["true", "1", "yes", "hidden", "on"]);

/** A word that nobody knows is no reason to leave a review out: it may be of any language. */
function isHidden(state: string, column: string): boolean {
  const value = state.toLowerCase();
  return /hidden/iu.test(column) ? isTrue.has(value) : unshown.has(value);
}

/** "4", "4.5", "4,5", "4/5", "8/10", "★★★★☆", {"value":"4.0","scale_max":"5.0"}. Stars are of five. */
export function ratingOf(written: string): number | null {
  const filled = written.match(/[★⭐]/gu)?.length;
  if (filled !== undefined && !/\d/u.test(written)) return share(filled, 1, 5);
  const json = /"value"\s*:\s*"?(-?[\d.]+)"?/u.exec(written)?.[1];
  if (json !== undefined) {
    const [low = "1", high = "5"] = ["scale_min", "scale_max"].map(
      (name) => new RegExp(`"${name}"\\s*:\\s*"?(-?[\\d.]+)`, "u").exec(written)?.[1],
    );
    return share(Number(json), Number(low), Number(high));
  }
  const [, value, of] =
    /^(\d+(?:[.,]\d+)?)(?: ?(?:\/|out of|of|von|sur|de) ?(\d+))?(?: ?(?:stars?|★|⭐))?$/iu.exec(written) ?? [];
  if (value === undefined) return null;
  return share(Number(value.replace(",", ".")), 1, of === undefined ? 5 : Number(of));
}

function share(value: number, low: number, high: number): number | null {
  if (!(high > low) || value < low || value > high) return null;
  return (value - low) / (high - low);
}

/** ISO 8601 and what names its month; "03/04/2026" may be either day and is not guessed. @returns epoch ms */
export function dateOf(written: string): number | null {
  const [, day = ""] = /^(\d{4}-\d{2}-\d{2})(?![\d-])/u.exec(written) ?? [];
  if (day !== "") return isDay(day) ? valid(Date.parse(/\d{2}:\d{2}/u.test(written) ? isoTime(written) : day)) : null;
  const [, first = "", second = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})/u.exec(written) ?? [];
  const [ofMonth, month] = Number(first) > 12 ? [first, second] : Number(second) > 12 ? [second, first] : [];
  if (year === "" || ofMonth === undefined || month === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${ofMonth.padStart(2, "0")}`;
  return isDay(iso) ? Date.parse(iso) : null;
}

/** February has no 31st. */
function isDay(iso: string): boolean {
  const time = Date.parse(iso);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso);
}

function isoTime(written: string): string {
  const spaced = written
    .trim()
    .replace(/^(\S{10}) /u, "$1T")
    .replace(/\s*UTC$/u, "Z")
    .replace(/ (?=[+-]\d)/u, "");
  return /(?:Z|[+-]\d{2}:?\d{2})$/u.test(spaced) ? spaced.replace(/([+-]\d{2})(\d{2})$/u, "$1:$2") : `${spaced}Z`;
}

function valid(time: number): number | null {
  return Number.isFinite(time) ? time : null;
}
