import type { FieldProblem } from "../../rules/configs/field-problems.ts";
import type { SavedConfig } from "../../rules/configs/save-config.ts";
import { type NotFound, notFound } from "../results.ts";

/** Nothing was changed. `problems` name the fields, `[]` when the whole is refused for the reason in `message`. */
export interface InvalidRules {
  kind: "invalid";
  message: string;
  problems: FieldProblem[];
}

/** Nothing was changed: somebody saved since the asker looked. `message` is the feature's own. */
export interface StaleRules {
  kind: "stale";
  message: string;
}

export type SavedRules = { kind: "saved"; configId: string } | StaleRules | InvalidRules | NotFound;

export function savedRules(saved: SavedConfig): SavedRules {
  if (saved.outcome === "saved") return { kind: "saved", configId: saved.config.id };
  if (saved.outcome === "not_found") return notFound;
  const { message, problems, stale } = saved;
  return stale ? { kind: "stale", message } : { kind: "invalid", message, problems };
}
