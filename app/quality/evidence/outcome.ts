import type { Fact } from "../facts/fact.ts";
import type { Comparison, Statement } from "../statements/statement.ts";
import type { ExaminerSays } from "./examiner-verdict.ts";

/** What the examiner said of a sentence, once the program has verified it. */
export interface Examined {
  says: ExaminerSays;
  /** the fact whose quote was verified; null where it leans on none */
  fact: Fact | null;
}

/** What becomes of a statement. */
export type Outcome =
  /** a fact says otherwise: it blocks */
  | { kind: "contradicted"; fact: Fact; by: "program" | "examiner" }
  /** a fact says so */
  | { kind: "supported"; fact: Fact; by: "program" | "examiner" }
  /** no fact says so */
  | { kind: "unsupported"; severity: "block" | "warn" }
  | { kind: "silent" };

/** A statement with what the facts make of it; without both the sentence as a whole, in which the program reads none. */
export interface Judgeable {
  statement: Statement | null;
  comparison: Comparison | null;
  light?: boolean;
}

const silent: Outcome = { kind: "silent" };
/** Words of these kinds may be idiom, mood or advice in the sentence that they stand in; numbers and names are not. */
const maybeMood: ReadonlySet<Statement["kind"]> = new Set(["property", "content", "material", "member", "superlative"]);

/**
 * The table of outcomes. The program decides alone wherever values can be compared; what it cannot tell is as the examiner
 * says, and without an examiner what a shop must be able to prove blocks, and the rest warns.
 * @param judged.light true: the words may well be true or idiom, so that without an examiner who says that no fact has them no
 * mark is better than a false one
 * @param examined null: the examiner is off, or was not asked
 */
export function outcomeOf({ statement, comparison, light = false }: Judgeable, examined: Examined | null): Outcome {
  if (comparison?.verdict === "refuted" && comparison.fact) {
    return { kind: "contradicted", fact: comparison.fact, by: "program" };
  }
  if (comparison?.verdict === "supported" && comparison.fact) {
    return { kind: "supported", fact: comparison.fact, by: "program" };
  }
  if (examined?.says === "entailed" && examined.fact) {
    return { kind: "supported", fact: examined.fact, by: "examiner" };
  }
  if (examined?.says === "contradicted" && examined.fact) {
    return { kind: "contradicted", fact: examined.fact, by: "examiner" };
  }
  if (statement === null) return examined?.says === "not_stated" ? { kind: "unsupported", severity: "warn" } : silent;
  if (statement.provable !== null) return { kind: "unsupported", severity: "block" };
  if ((light && examined?.says !== "not_stated") || (examined?.says === "no_claim" && maybeMood.has(statement.kind)))
    return silent;
  return { kind: "unsupported", severity: "warn" };
}
