import type { PreviewProblem } from "../../generation/preview.ts";
import type { FileProblem, importConfig } from "../../rules/configs/import-config.ts";
import type { MergeProblem } from "../../rules/configs/merge-config-inputs.ts";
import type { ConfigProblem } from "../../rules/configs/save-config.ts";
import { type Invalid, invalid, type NotFound, notFound, type Stale, stale } from "../results.ts";

export type RulesProblem = ConfigProblem | FileProblem | MergeProblem | PreviewProblem;
export type InvalidRules = Invalid<RulesProblem>;
export type SavedRules = { kind: "saved"; configId: string } | Stale | InvalidRules | NotFound;

export function savedRules(saved: Awaited<ReturnType<typeof importConfig>>): SavedRules {
  switch (saved.outcome) {
    case "saved":
      return { kind: "saved", configId: saved.config.id };
    case "stale":
      return stale;
    case "refused":
      return invalid(saved.problem);
    case "not_found":
      return notFound;
  }
}
