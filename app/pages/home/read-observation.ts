import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Target } from "../../texts/target.ts";
import { readAcceptance } from "../../versions/feedback/read-acceptance.ts";

/** What people decided about fewer texts than these says nothing of rules. */
const fewestDecisions = 30;
const lookedAtMs = 90 * 86_400_000;

/** Rules whose texts are rejected at least twice as often as those of all others. */
export interface Observation {
  rules: string;
  rejected: number;
  decided: number;
}

/** @returns the rules with the most rejections; null when nothing can be said with enough decisions behind it */
export async function readObservation(
  deps: Pick<AppContext, "db" | "clock">,
  { shop, target }: { shop: ShopDomain; target: Target },
): Promise<Observation | null> {
  const since = deps.clock.now() - lookedAtMs;
  const byRules = new Map<string, { rejected: number; decided: number }>();
  for (const { config, approved, corrected, rejected } of await readAcceptance(deps, { shop, target, since })) {
    if (config === null) continue;
    const sum = byRules.get(config) ?? { rejected: 0, decided: 0 };
    byRules.set(config, { rejected: sum.rejected + rejected, decided: sum.decided + approved + corrected + rejected });
  }
  const all = [...byRules].map(([rules, counts]) => ({ rules, ...counts }));
  const observed = all.filter((one) => {
    const others = all.filter((other) => other !== one);
    const decided = others.reduce((sum, other) => sum + other.decided, 0);
    const rejected = others.reduce((sum, other) => sum + other.rejected, 0);
    if (one.decided < fewestDecisions || decided < fewestDecisions) return false;
    return one.rejected > 0 && one.rejected / one.decided >= (2 * rejected) / decided;
  });
  return observed.sort((a, b) => b.rejected - a.rejected)[0] ?? null;
}
