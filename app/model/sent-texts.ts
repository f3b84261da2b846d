import { isRecord, parseJson } from "../lib/json.ts";

/** No document that we send is deeper. */
const deepest = 12;

/** Visits the objects of a value, itself and all within. */
export function* objectsIn(value: unknown, depth = 0): Generator<Record<string, unknown>> {
  if (value === null || typeof value !== "object" || depth > deepest) return;
  if (isRecord(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner, depth + 1);
}

/** All texts within a value, without the names of fields. */
export function* textsIn(value: unknown, depth = 0): Generator<string> {
  if (typeof value === "string") yield value;
  if (value === null || typeof value !== "object" || depth > deepest) return;
  for (const inner of Object.values(value)) yield* textsIn(inner, depth + 1);
}

/** The JSON of messages, as far as they are JSON; otherwise the words. */
export function documentsOf(contents: Iterable<unknown>): unknown[] {
  return [...contents].map((content) => (typeof content === "string" ? (parseJson(content) ?? content) : content));
}
