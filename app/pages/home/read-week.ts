import type { AppContext } from "../../context.server.ts";
import { utcDayOf } from "../../credits/utc-day.ts";
import { get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Target } from "../../texts/target.ts";
import { readAcceptance } from "../../versions/feedback/read-acceptance.ts";

const dayMs = 86_400_000;
const days = 7;

// By time alone: a week of all shops' writes is soon read, and each shop's own have no index by time.
const publishedSql = `SELECT count(DISTINCT CASE WHEN undoes IS NULL THEN product_id END) AS published,
    count(DISTINCT CASE WHEN state = 'undone' THEN product_id END) AS undone
  FROM write_backs WHERE created_at >= @since AND shop = @shop AND (state = 'verified' OR state = 'undone') AND state <> 'writing'`;
const spentSql = `SELECT coalesce(sum(cost_nanos), 0) AS "spentNanos", coalesce(sum(unpriced_calls), 0) AS unpriced
  FROM spend_days WHERE shop = @shop AND day > @day`;
const grantedSql = "SELECT granted FROM credit_accounts WHERE shop = @shop";

/** What the last seven days brought. */
export async function readWeek(
  deps: Pick<AppContext, "db" | "clock">,
  { shop, target }: { shop: ShopDomain; target: Target },
) {
  const now = deps.clock.now();
  const since = now - days * dayMs;
  const rows = await readAcceptance(deps, { shop, target, since });
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + count(row), 0);
  return deps.db.do(
    (function* (): Steps<{
      published: number;
      undone: number;
      unchanged: number;
      reviewed: number;
      spentNanos: number;
      granted: number | null;
    }> {
      const wrote = yield* get<{ published: number; undone: number }>(publishedSql, { shop, since });
      const spent = yield* get<{ spentNanos: number }>(spentSql, { shop, day: utcDayOf(now) - days });
      const account = yield* get<{ granted: number | null }>(grantedSql, { shop });
      return {
        published: wrote?.published ?? 0,
        undone: wrote?.undone ?? 0,
        unchanged: sum(({ approved }) => approved),
        reviewed: sum(({ approved, corrected, rejected }) => approved + corrected + rejected),
        spentNanos: spent?.spentNanos ?? 0,
        granted: account?.granted ?? null,
      };
    })(),
  );
}
