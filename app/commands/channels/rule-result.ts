import type { Db } from "../../db/open.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { ChangedRule, RuleProblem } from "../../rules/channels/change-rule.ts";
import { startChannelRecheck } from "../../versions/recheck-drafts-job.ts";
import type { Asker } from "../command.ts";
import { type Invalid, invalid, type NotFound, notFound, type Stale, stale } from "../results.ts";

export type RuleResult =
  /** `jobId`: the check of the channel's drafts by the rules of now; null where there are none */
  | { kind: "changed"; change: string; rule: string; jobId: JobId | null }
  | { kind: "unchanged" }
  | Stale
  | NotFound
  | Invalid<RuleProblem>;

/** What became of a change, and the findings of the channel's drafts in step with it. */
export async function followed(
  deps: { db: Db; clock: Clock },
  { shop, by }: Asker,
  changed: ChangedRule,
): Promise<RuleResult> {
  switch (changed.outcome) {
    case "changed": {
      const { change, rule, channel } = changed;
      return { kind: "changed", change, rule, jobId: await startChannelRecheck(deps, { shop, channel, by }) };
    }
    case "unchanged":
      return { kind: "unchanged" };
    case "stale":
      return stale;
    case "not_found":
      return notFound;
    case "refused":
      return invalid(changed.problem);
  }
}
