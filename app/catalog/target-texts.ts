import { type ContentState, missingBit, type products } from "../db/schema/index.ts";
import { type Condition, join, oneOf } from "./condition.ts";
import type { TargetPlace } from "./target-place.ts";

/**
 * What became of a product's texts for one target, and which of them are missing. The shop's own pages have a column for
 * each; all other targets share the column `other_targets`: nine characters a target, a letter for the state and the bits of
 * `missingBit` as eight hexadecimal digits. Both orders of the list hold these columns, so that a page filtered by any
 * target walks one index. Measured beside a table of targets: docs/decisions/029-texts-per-target.md.
 */
export interface TargetTexts {
  contentState: ContentState;
  /** bits of `missingBit` */
  missing: number;
}

/** The columns of a product that hold them. */
export type TargetTextColumns = Pick<typeof products.$inferSelect, "contentState" | "missing" | "otherTargets">;

/** How the columns are selected. */
export const targetTextColumns = "p.content_state AS contentState, p.missing, p.other_targets AS otherTargets";

const width = 9;
const digits = "0123456789abcdef";
const letters: Readonly<Record<ContentState, string>> = {
  none: " ", unpublished: "u", put_back: "b", published: "p", approved: "a", needs_review: "r", warned: "w", blocked: "x", conflict: "c",
}; // biome-ignore format: a table
const states = new Map(Object.entries(letters).map(([state, letter]) => [letter, state as ContentState]));

/** A product that nothing was written for lacks every text. A picture is the product's own, whoever looks at it. */
const everyText = 0x7fff_ffff & ~missingBit.image;

const always: Condition = { sql: "1 = 1", params: [] };
const never: Condition = { sql: "1 = 0", params: [] };

/** The state of a product's texts for one target, read from its columns. */
export function textsAt({ number, isPrimary }: TargetPlace, columns: TargetTextColumns): TargetTexts {
  const own = number === null ? "" : columns.otherTargets.slice(number * width, (number + 1) * width);
  const contentState = number === 0 ? columns.contentState : (states.get(own.charAt(0)) ?? "none");
  if (isPrimary) return { contentState, missing: columns.missing };
  const lacking = own.slice(1).trim() === "" ? everyText : Number.parseInt(own.slice(1), 16);
  return { contentState, missing: lacking | (columns.missing & missingBit.image) };
}

/** The value of `other_targets` with one target's texts in it. @param missing null leaves them as they are */
export function withTextsAt(
  otherTargets: string,
  number: number,
  { contentState, missing }: { contentState: ContentState; missing: number | null },
): string {
  const from = number * width;
  const padded = otherTargets.padEnd(from + width, " ");
  const bits =
    missing === null
      ? padded.slice(from + 1, from + width)
      : (missing & everyText).toString(16).padStart(width - 1, "0");
  return padded.slice(0, from) + letters[contentState] + bits + padded.slice(from + width);
}

/** The value of `other_targets` of what lost its translations everywhere: what waits there keeps its state, every text is missing. */
export function lackingEverywhere(otherTargets: string): string {
  const blank = " ".repeat(width - 1);
  return otherTargets
    .replaceAll(new RegExp(`(.).{${width - 1}}`, "g"), (_, letter: string) => letter + blank)
    .trimEnd();
}

/** Products whose texts for the target are in one of these states. */
export function stateCondition({ number }: TargetPlace, wanted: readonly ContentState[]): Condition {
  if (number === null) return wanted.includes("none") ? always : never;
  if (number === 0) return oneOf("p.content_state", wanted);
  const found = wanted.map((state) => letters[state]);
  // Nothing was written yet for this target or one of a higher number.
  if (wanted.includes("none")) found.push("");
  return oneOf("substr(p.other_targets, ?, 1)", found, [number * width + 1]);
}

/** The state of `p` for the target as a value to group and order by, in letters that {@link stateOf} reads. */
export function stateLetter({ number }: TargetPlace): Condition {
  if (number === null) return { sql: "' '", params: [] };
  if (number > 0) return { sql: "substr(p.other_targets, ?, 1)", params: [number * width + 1] };
  const cases = Object.entries(letters).map(([state, letter]) => `WHEN '${state}' THEN '${letter}'`);
  return { sql: `CASE p.content_state ${cases.join(" ")} ELSE ' ' END`, params: [] };
}

/** The place of `p`'s state for the target in a list of states, the first ones first and all others last. */
export function stateRank(place: TargetPlace, ranked: readonly ContentState[]): Condition {
  const { sql, params } = stateLetter(place);
  const cases = ranked.map((state, at) => `WHEN '${letters[state]}' THEN ${at}`);
  return { sql: `CASE ${sql} ${cases.join(" ")} ELSE ${ranked.length} END`, params };
}

/** @param letter of {@link stateLetter} */
export function stateOf(letter: string): ContentState {
  return states.get(letter) ?? "none";
}

/** Products that lack at least one of these texts of the target. @param mask bits of `missingBit` */
export function missingCondition({ number, isPrimary }: TargetPlace, mask: number): Condition {
  const ofProduct = { sql: "p.missing & ? <> 0", params: [isPrimary ? mask : mask & missingBit.image] };
  if (isPrimary) return ofProduct;
  const texts = mask & everyText;
  if (number === null && texts !== 0) return always;
  const tests = number === null ? [] : digitConditions(number, texts);
  if ((mask & missingBit.image) !== 0) tests.push(ofProduct);
  if (tests.length === 0) return never;
  const { sql, params } = join(tests, "OR");
  return { sql: `(${sql})`, params };
}

/**
 * Products that lack a text of the target which the shop's own pages have: what is not written there yet cannot be translated.
 * @param mask bits of `missingBit`
 */
export function lackingBeside({ number }: TargetPlace, mask: number): Condition {
  const texts = mask & everyText;
  if (number === null) return { sql: "p.missing & ? <> ?", params: [texts, texts] };
  const tests = bitsOf(texts).flatMap((bit) =>
    digitConditions(number, bit).map(({ sql, params }) => ({
      sql: `(p.missing & ? = 0 AND ${sql})`,
      params: [bit, ...params],
    })),
  );
  if (tests.length === 0) return never;
  const { sql, params } = join(tests, "OR");
  return { sql: `(${sql})`, params };
}

function bitsOf(mask: number): number[] {
  return Array.from({ length: 31 }, (_, at) => 1 << at).filter((bit) => (mask & bit) !== 0);
}

/** One condition for each hexadecimal digit that holds some of the bits. */
function digitConditions(number: number, bits: number): Condition[] {
  return Array.from({ length: width - 1 }, (_, i) => ({ i, four: (bits >>> (4 * i)) & 15 }))
    .filter(({ four }) => four !== 0)
    .map(({ i, four }) => {
      const lacking = [...digits].filter((_, value) => (value & four) !== 0);
      return oneOf("substr(p.other_targets, ?, 1)", [...lacking, " ", ""], [(number + 1) * width - i]);
    });
}
