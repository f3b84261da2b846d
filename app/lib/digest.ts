import { hash } from "node:crypto";

/** SHA-256 in hex of a text, or of a value's canonical JSON (object keys sorted, so that key order does not matter). */
export function digestOf(value: unknown): string {
  const text = typeof value === "string" ? value : canonicalJson(value);
  return hash("sha256", text, "hex");
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner;
    const source = inner as Record<string, unknown>;
    const sorted: Record<string, unknown> = {};
    for (const key of Object.keys(source).sort()) sorted[key] = source[key];
    return sorted;
  });
}
