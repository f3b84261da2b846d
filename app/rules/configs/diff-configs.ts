import type { ContentConfig } from "../content-config.ts";

/** One field that differs; null where a state has no such value. */
export interface ConfigDifference {
  /** e.g. content_types.title.character_limit */
  field: string;
  before: string | null;
  after: string | null;
}

/** What changed from one state of a config to the next, by field: a list is one field, a map one for each key. */
export function diffConfigs(before: ContentConfig, after: ContentConfig): ConfigDifference[] {
  const earlier = leavesOf(before);
  const later = leavesOf(after);
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((field) => {
    const change = { field, before: earlier.get(field) ?? null, after: later.get(field) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function leavesOf(value: unknown, path: readonly string[] = [], leaves = new Map<string, string>()) {
  if (value === null || value === undefined) return leaves;
  if (Array.isArray(value)) leaves.set(path.join("."), value.join("\n"));
  else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) leavesOf(inner, [...path, key], leaves);
  } else leaves.set(path.join("."), String(value));
  return leaves;
}
