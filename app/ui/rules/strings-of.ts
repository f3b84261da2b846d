import { isMap } from "./config-draft.ts";

/** A map with its values as texts; lists one entry a line. */
export function stringsOf(value: unknown): Record<string, string> {
  if (!isMap(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, Array.isArray(inner) ? inner.join("\n") : String(inner ?? "")]),
  );
}
