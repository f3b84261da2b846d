import type { ShownFact } from "../../db/schema/index.ts";
import type { Fact } from "../facts/fact.ts";

/** Longer values are shown by their beginning. */
const maxValueChars = 300;

/** A fact as findings and evidence keep it. */
export function shownFact({ id, path, name, value, kind, tier }: Fact): ShownFact {
  return { id, path, name, value: value.slice(0, maxValueChars), source: kind, tier };
}
