import type { ConfigDraft } from "./config-view.ts";

export type FieldPath = readonly string[];

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path, undefined where the draft has none. */
export function valueAt(draft: unknown, path: FieldPath): unknown {
  let value = draft;
  for (const key of path) {
    if (!isMap(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** The draft with another value at a path; undefined takes the field away. Everything else stays as it is. */
export function withValueAt(draft: ConfigDraft, path: FieldPath, value: unknown): ConfigDraft {
  const [key, ...rest] = path;
  if (key === undefined) return draft;
  const next = { ...draft };
  const inner = Object.hasOwn(draft, key) ? draft[key] : undefined;
  if (rest.length > 0) next[key] = withValueAt(isMap(inner) ? inner : {}, rest, value);
  else if (value === undefined) delete next[key];
  else next[key] = value;
  return next;
}

/** A draft as it is saved: without blank lines, and without what has no effect. */
export function tidyDraft(value: unknown): unknown {
  if (Array.isArray(value)) {
    const lines = value.filter((line) => typeof line !== "string" || line.trim() !== "");
    return lines.length > 0 ? lines : undefined;
  }
  if (!isMap(value)) return value === null ? undefined : value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = tidyDraft(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
