import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type AssignmentsProblem, saveAssignments } from "../../rules/configs/assignment-rules.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type Stale, stale } from "../results.ts";
import { rulesSchema } from "./rules-input.ts";

type Result = { kind: "saved" } | Stale | Invalid<AssignmentsProblem>;

/** Says which content rules hold for which products, in the order given. */
export const assignRules = defineCommand({
  name: "assignments.save",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    /** lines, and which rules hold otherwise; the features check them */
    assignments: rulesSchema,
    /** of the assignments as the asker saw them */
    digest: z.string(),
  }),
  async run(deps: { db: Db } & Acted, { shop }, { assignments, digest }): Promise<Result> {
    const saved = await saveAssignments(deps, { shop, assignments, digest });
    if (saved.outcome === "stale") return stale;
    return saved.outcome === "saved" ? { kind: "saved" } : invalid(saved.problem);
  },
});
