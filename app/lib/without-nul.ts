import { isRecord } from "./json.ts";

/**
 * A value as it can be stored: strings and names of fields lose U+0000, which nobody sees or types, and which a server's text
 * columns refuse. What holds none is handed back as it is.
 */
export function withoutNul(value: unknown): unknown {
  if (typeof value === "string") return value.includes("\0") ? value.replaceAll("\0", "") : value;
  if (Array.isArray(value)) return value.map(withoutNul);
  if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [withoutNul(name), withoutNul(one)]));
}
