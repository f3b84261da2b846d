import { z } from "zod";
import { namingIssues } from "./field-problems.ts";

const maxLabelChars = 80;
const maxNameChars = 20;

/** What people call their rules: any language, emoji too, on one line. Counted in code points. */
export const configLabelSchema = z
  .string()
  .transform((label) =>
    label
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]/gu, " ")
      .replace(/\p{White_Space}+/gu, " ")
      .trim()
      .normalize("NFC"),
  )
  .refine((label) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(label), namingIssues.as({ code: "label_missing" }))
  .refine(
    (label) => [...label].length <= maxLabelChars,
    namingIssues.as({ code: "label_too_long", limit: maxLabelChars }),
  );

/** Equal for labels that people take for the same: capitals and the ways of writing one letter make no difference. */
export function labelKey(label: string): string {
  return label.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
}

/**
 * The API's name for rules of this label: one to twenty letters a to z, what is left of the label, else `rules`; letters
 * are put behind it until nobody has it.
 */
export function nameFromLabel(label: string, isTaken: (name: string) => boolean): string {
  const letters = label
    .normalize("NFKD")
    .toUpperCase()
    .toLowerCase()
    .replace(/[^a-z]/g, "");
  const stem = letters.slice(0, maxNameChars) || "rules";
  for (let turn = 0; ; turn++) {
    const tail = turn === 0 ? "" : lettersOf(turn);
    const name = stem.slice(0, maxNameChars - tail.length) + tail;
    if (!isTaken(name)) return name;
  }
}

/** 1 → b, 25 → z, 26 → ba: as a number is written, with letters for figures. */
function lettersOf(turn: number): string {
  const last = String.fromCharCode("a".charCodeAt(0) + (turn % 26));
  return turn < 26 ? last : lettersOf(Math.floor(turn / 26)) + last;
}
