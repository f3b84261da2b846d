import { z } from "zod";
import type { SavedType, TypeProblems } from "../../rules/content-types/save-content-type.ts";
import { type Stale, stale } from "../results.ts";

/** What is asked of a type, and what it is called. */
export const detailsSchema = z.object({ label: z.string(), task: z.string(), limitChars: z.number().nullable() });

/** Nothing was changed: what was asked for is not valid. */
export interface InvalidType {
  kind: "invalid";
  problems: TypeProblems;
}

export function savedType(saved: SavedType): { kind: "saved" } | Stale | InvalidType {
  if (saved.outcome === "stale") return stale;
  return saved.outcome === "saved" ? { kind: "saved" } : { kind: "invalid", problems: saved.problems };
}
