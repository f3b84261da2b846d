import { z } from "zod";
import type { SavedType } from "../../rules/content-types/save-content-type.ts";

/** What is asked of a type, and what it is called. */
export const detailsSchema = z.object({ label: z.string(), task: z.string(), limitChars: z.number().nullable() });

/** Nothing was changed. `fields`: what is wrong with each, by name; the sentences are the feature's own. */
export interface InvalidType {
  kind: "invalid";
  message: string;
  fields: Record<string, string>;
}

/** Nothing was changed: somebody changed the type since the asker looked. */
export interface StaleType {
  kind: "stale";
  message: string;
}

export function savedType(saved: SavedType): { kind: "saved" } | StaleType | InvalidType {
  if (saved.outcome === "saved") return { kind: "saved" };
  const { message, fields, stale } = saved;
  return stale ? { kind: "stale", message } : { kind: "invalid", message, fields };
}
