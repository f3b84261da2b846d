import type { Fix } from "./ask.ts";
import { charsOf, type Desk, shorten } from "./sentence.ts";

/** What the findings of a repair ask for, as far as they can be read from their words. */
export interface Repair {
  limitChars: number | undefined;
  include: string[];
  avoid: string[];
}

/** Reads e.g. `title exceeds length by 21 characters (limit 70)` or `forbidden word "cheap"`. */
export function readRepair(fix: Fix): Repair {
  const repair: Repair = { limitChars: undefined, include: [], avoid: [] };
  for (const finding of fix.findings) {
    const limit = /\blimit(?:\s+is|\s+of|:)?\s+(\d+)|\bat most (\d+)|\bmaximum(?: of)? (\d+)/i.exec(finding);
    const chars = Number(limit?.[1] ?? limit?.[2] ?? limit?.[3]);
    if (Number.isFinite(chars) && chars > 0) repair.limitChars = Math.min(chars, repair.limitChars ?? chars);
    const terms = [...finding.matchAll(/["“„«']([^"”“»']{2,80})["”“»']/gu)].flatMap((match) => match[1] ?? []);
    if (/missing|must contain|must include|lacks|required|does not use the keyword/i.test(finding))
      repair.include.push(...terms);
    else if (/forbidden|remove|not allowed|avoid|omit|unsupported|without|to be left out/i.test(finding))
      repair.avoid.push(...terms);
  }
  return repair;
}

/** Puts the wanted terms in and takes the unwanted ones out. */
export function applyRepair(text: string, repair: Repair, { book }: Desk): string {
  let repaired = text;
  for (const word of repair.avoid) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`,
      "giu",
    );
    repaired = repaired.replace(pattern, "").replace(/ {2,}/g, " ").trim();
  }
  for (const term of repair.include) {
    if (repaired.toLowerCase().includes(term.toLowerCase())) continue;
    if (repaired.startsWith("<p>")) repaired = repaired.replace("</p>", ` ${book.mention.replace("{v}", term)}</p>`);
    else {
      const room = (repair.limitChars ?? 10_000) - charsOf(term) - 3;
      repaired = `${shorten(repaired, Math.max(1, room))} – ${term}`;
    }
  }
  return repaired;
}
