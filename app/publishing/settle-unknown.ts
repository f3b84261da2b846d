import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type WrittenField, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { closeWriteBack } from "./close-write-back.ts";
import { sameRendering, sameText } from "./compare-texts.ts";
import type { LiveProduct } from "./read-live-texts.ts";

/** What the shop shows of a write whose answer never came. */
export interface JudgedWrite {
  /** as sent: it happened */
  landed: WrittenField[];
  /** as before: it did not happen, or not yet */
  untouched: WrittenField[];
  /** neither: somebody else changed it */
  foreign: WrittenField[];
}

export function judgeWrite(fields: readonly WrittenField[], live: LiveProduct): JudgedWrite {
  const judged: JudgedWrite = { landed: [], untouched: [], foreign: [] };
  for (const field of fields) {
    const contentType = field.contentType;
    const shown = live.texts[contentType] ?? null;
    if (sameRendering(contentType, shown, field.sent)) judged.landed.push({ ...field, answered: shown });
    else if (sameText(shown, field.before)) judged.untouched.push(field);
    else judged.foreign.push(field);
  }
  return judged;
}

/**
 * Settles what an earlier attempt left in `writing` (a crash, a time-out): published when the shop shows it, a conflict when
 * it shows something else, given up when it shows the text from before, so that the caller may write it anew. Call it as
 * the product's only writer.
 * @returns the fields whose publication turned out to have happened
 */
export async function settleUnknownWrites(
  deps: { db: Db; clock: Clock },
  input: { shop: ShopDomain; productId: ProductId; live: LiveProduct },
): Promise<string[]> {
  const { shop, productId, live } = input;
  const open = await deps.db.orm
    .select()
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, shop), eq(writeBacks.productId, productId), eq(writeBacks.state, "writing")))
    .orderBy(asc(writeBacks.createdAt));
  const published: string[] = [];
  for (const row of open) {
    const { landed, untouched, foreign } = judgeWrite(row.fields, live);
    const message = untouched.length > 0 ? "Shopify did not receive this write." : null;
    const closed = await closeWriteBack(deps, row, { landed, foreign, message, live });
    if (closed && row.undoes === null) published.push(...landed.map((field) => field.contentType));
  }
  return published;
}
