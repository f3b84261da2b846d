import type { z } from "zod";
import {
  atLeastOne,
  type FieldProblem,
  type FieldProblems,
  fieldProblem,
  fieldProblems,
  mostProblems,
} from "./field-problems.ts";

/** Every limit and switch of every text in the largest rules, and then some. */
const mostOtherLeaves = 2_000;

/**
 * Reads rules that somebody brings. Lists hold texts only; what else they hold is told of the first such entry of each, since
 * a schema makes a problem of each entry, and hundreds of thousands of those hold the event loop for seconds.
 * @param value as {@link parseSentJson} bounds it
 */
export function parseRules<T extends z.ZodType>(
  schema: T,
  value: unknown,
): { ok: true; data: z.infer<T> } | { ok: false; problems: FieldProblems } {
  const early = atLeastOne([...oddEntries(value, [], { otherLeaves: 0 })].slice(0, mostProblems));
  if (early) return { ok: false, problems: early };
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, data: parsed.data };
  const problems = atLeastOne(fieldProblems(parsed.error));
  return { ok: false, problems: problems ?? [fieldProblem("", { code: "not_valid" })] };
}

function* oddEntries(value: unknown, path: readonly string[], seen: { otherLeaves: number }): Generator<FieldProblem> {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    const at = value.findIndex((entry) => typeof entry !== "string");
    if (at >= 0) yield fieldProblem([...path, String(at)].join("."), { code: "no_text" });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const isLeaf = typeof inner !== "object" || inner === null;
    if (isLeaf && typeof inner !== "string" && ++seen.otherLeaves > mostOtherLeaves) {
      yield fieldProblem([...path, key].join("."), { code: "many_are_no_texts" });
      return;
    }
    yield* oddEntries(inner, [...path, key], seen);
  }
}
