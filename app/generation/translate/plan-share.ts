import { reserveMore } from "../../credits/reserve-run.ts";
import type { Db } from "../../db/open.ts";
import { splitItem } from "../../jobs/split-item.ts";
import type { ItemContext } from "../../jobs/task.ts";
import type { Clock } from "../../lib/clock.ts";
import type { TranslateItem, TranslatePayload } from "./jobs.ts";
import { planTranslation } from "./plan-translation.ts";
import { plannedItem } from "./start-translation.ts";

/**
 * Plans the products that an item of a large run stands for, in one transaction: the item becomes that of the first one of
 * which something is translated, the others are queued behind all shares, and their credits are kept.
 * @returns what the item is about now. @throws OperationalError `credits_exhausted`: the item stands for all of them still;
 *   LeaseLost, JobCancelled
 */
export async function planShare(
  deps: { db: Db; clock: Clock },
  item: ItemContext,
  payload: TranslatePayload,
  { productId, share = [] }: TranslateItem,
): Promise<TranslateItem> {
  const { shop, jobId } = item;
  const plan = await planTranslation(deps, { shop, productIds: [productId, ...share], wish: payload });
  const items = plan.products.map((product) => plannedItem(product, payload.productCredits));
  const [own = { subject: productId, payload: { productId, credits: 0 } }, ...more] = items;
  const credits = items.map((one) => one.payload.credits ?? 0);
  await deps.db.transact({ shop }, function* () {
    yield* item.assertLease();
    yield* reserveMore({
      ...{ shop, jobId, items: items.length },
      credits: credits.reduce((sum, each) => sum + each, 0),
      itemCredits: Math.max(0, ...credits),
    });
    yield* splitItem(item, { own, more }, deps.clock.now());
  });
  return own.payload;
}
