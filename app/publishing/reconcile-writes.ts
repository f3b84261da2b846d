import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type WrittenField, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { closeWriteBack } from "./close-write-back.ts";
import { nameOf } from "./field-write.ts";
import { judgeWrite } from "./judge-write.ts";
import { lagError } from "./lag.ts";
import { closeLateWrites } from "./late-writes.ts";
import { isOf, type Live, notShownAfterMs, type Writer } from "./writer.ts";

export interface SettledWrites {
  /** the fields whose publication turned out to have happened */
  published: WrittenField[];
  /** undos that Shopify accepted and does not show, by the write-back that was to be undone */
  undosNotShown: { undoes: string; contentType: string }[];
}

/**
 * Closes the writes that an earlier attempt left in `writing` (a crash, a time-out, a copy that lags behind): published when the shop
 * shows the text, a conflict when it shows another one, or when an accepted write does not show for long: somebody
 * may have put the old text back; a text that the shop may have lost is given up. Given up when the shop shows the earlier text and no answer is known, so that the
 * caller may write it anew; a write that was given up and is shown by now counts as published. Call it as the product's only writer.
 * @returns what turned out to have happened
 * @throws OperationalError `shopify_lag` while an accepted write does not show
 */
export async function reconcileWrites<L extends Live>(
  deps: { db: Db; clock: Clock; writer: Writer<L> },
  input: { shop: ShopDomain; productId: ProductId; live: L },
): Promise<SettledWrites> {
  const { writer } = deps;
  const { shop, productId, live } = input;
  const open = await deps.db.orm
    .select()
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, shop),
        eq(writeBacks.productId, productId),
        eq(writeBacks.writer, writer.name),
        eq(writeBacks.state, "writing"),
      ),
    )
    .orderBy(asc(writeBacks.createdAt));
  const settled: SettledWrites = { published: [], undosNotShown: [] };
  let youngestLagMs: number | null = null;
  for (const row of open.filter((one) => isOf(writer, one))) {
    const { applied, lagging, untouched, changedRemotely } = judgeWrite(row.fields, live);
    const now = deps.clock.now();
    // Accepted in the future: before the clock was set back. The write's own time was moved along.
    const lagMs = Math.min(
      ...lagging.map(({ acceptedAt = 0 }) => now - (acceptedAt > now ? row.createdAt : acceptedAt)),
    );
    if (lagMs < notShownAfterMs(writer)) {
      youngestLagMs = Math.min(youngestLagMs ?? lagMs, lagMs);
      continue;
    }
    const isLost = writer.notShown === "lost";
    const said = [
      row.message ?? "",
      lagging.length === 0 ? "" : isLost ? lostMessage : notShownMessage,
      untouched.length > 0 ? "Shopify did not receive this write." : "",
    ];
    const closed = await closeWriteBack(deps, row, {
      applied,
      changedRemotely,
      notShown: isLost ? [] : lagging,
      message: said.filter(Boolean).join(" ") || null,
      live,
    });
    if (closed && row.undoes === null) settled.published.push(...applied);
    for (const field of lagging) {
      if (row.undoes !== null && !isLost)
        settled.undosNotShown.push({ undoes: row.undoes, contentType: nameOf(field) });
    }
  }
  if (youngestLagMs !== null) throw lagError(youngestLagMs);
  settled.published.push(...(await closeLateWrites(deps, input)));
  return settled;
}

const notShownMessage =
  "Shopify accepted this write, but shows the earlier text: somebody may have put it back. It was not written again.";
const lostMessage = "Shopify accepted this write and did not keep it.";
