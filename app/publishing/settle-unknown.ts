import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type WrittenField, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { closeWriteBack } from "./close-write-back.ts";
import { judgeWrite } from "./judge-write.ts";
import { lagError, lagLimitMs } from "./lag.ts";
import type { LiveProduct } from "./read-live-texts.ts";

/**
 * Settles what an earlier attempt left in `writing` (a crash, a time-out, a copy that lags behind): published when the shop
 * shows it, a conflict when it shows something else, given up when it shows the text from before and no answer is known, so
 * that the caller may write it anew. Call it as the product's only writer.
 * @returns the fields whose publication turned out to have happened
 * @throws OperationalError `shopify_lag` while an accepted write does not show; given up after `lagLimitMs`
 */
export async function settleUnknownWrites(
  deps: { db: Db; clock: Clock },
  input: { shop: ShopDomain; productId: ProductId; live: LiveProduct },
): Promise<WrittenField[]> {
  const { shop, productId, live } = input;
  const open = await deps.db.orm
    .select()
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, shop), eq(writeBacks.productId, productId), eq(writeBacks.state, "writing")))
    .orderBy(asc(writeBacks.createdAt));
  const published: WrittenField[] = [];
  let youngestLagMs: number | null = null;
  for (const row of open) {
    const { landed, lagging, untouched, foreign } = judgeWrite(row.fields, live);
    const lagMs = Math.min(...lagging.map(({ acceptedAt = 0 }) => deps.clock.now() - acceptedAt));
    if (lagMs < lagLimitMs) {
      youngestLagMs = Math.min(youngestLagMs ?? lagMs, lagMs);
      continue;
    }
    const said = [
      row.message ?? "",
      lagging.length > 0 ? "Shopify accepted this write, but still shows the earlier text. Publish it again." : "",
      untouched.length > 0 ? "Shopify did not receive this write." : "",
    ];
    const closed = await closeWriteBack(deps, row, {
      landed,
      foreign,
      message: said.filter(Boolean).join(" ") || null,
      live,
    });
    if (closed && row.undoes === null) published.push(...landed);
  }
  if (youngestLagMs !== null) throw lagError(youngestLagMs);
  return published;
}
