import { and, desc, eq, ne } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type WrittenField, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { targetKey } from "../texts/target.ts";
import { assertCaughtUp } from "./assert-caught-up.ts";
import { closeWriteBack, type WriteBackRow } from "./close-write-back.ts";
import { nameOf } from "./field-write.ts";
import { judgeWrite } from "./judge-write.ts";
import { isOf, type Live, type Writer } from "./writer.ts";

/** Closed writes of a product: more than this back, none is looked for. */
const lookBack = 100;

/**
 * Closes as done what was given up although Shopify had received it: the answer was lost, and each copy that was read lagged
 * behind. The shop shows it by now, perhaps in the form that Shopify saved, which otherwise would pass for somebody's edit. Only
 * a field's last write counts: after a later one, whoever brings these words back has edited the shop.
 * @returns the fields whose publication happened after all
 * @throws OperationalError `shopify_lag` when what was read may be older than our last writes
 */
export async function closeLateWrites<L extends Live>(
  deps: { db: Db; clock: Clock; writer: Writer<L> },
  input: { shop: ShopDomain; productId: ProductId; live: L },
): Promise<WrittenField[]> {
  const { writer } = deps;
  const { shop, productId, live } = input;
  const rows = await deps.db.orm
    .select()
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, shop),
        eq(writeBacks.productId, productId),
        eq(writeBacks.writer, writer.name),
        ne(writeBacks.state, "writing"),
      ),
    )
    .orderBy(desc(writeBacks.createdAt), desc(writeBacks.id))
    .limit(lookBack);
  const own = rows.filter((row) => isOf(writer, row));
  const late = lateAmong(own, live);
  if (late.length === 0) return [];
  const now = deps.clock.now();
  await deps.db.transact({ shop }, (tx) => assertCaughtUp(tx, { writer, shop, productId, texts: live.texts, now }));
  const published: WrittenField[] = [];
  for (const { row, applied } of late) {
    const closed = await closeWriteBack(deps, row, { applied, changedRemotely: [], message: null, live });
    if (closed && row.undoes === null) published.push(...applied);
  }
  return published;
}

/** @param rows newest first */
function lateAmong(rows: readonly WriteBackRow[], live: Live): { row: WriteBackRow; applied: WrittenField[] }[] {
  const decided = new Set<string>();
  return rows.flatMap((row) => {
    const open = row.fields.filter((field) => !decided.has(placeOf(field)));
    const applied = row.state === "failed" ? judgeWrite(open, live).applied : open;
    for (const field of applied) decided.add(placeOf(field));
    return row.state === "failed" && applied.length > 0 ? [{ row, applied }] : [];
  });
}

function placeOf(field: WrittenField): string {
  return JSON.stringify([nameOf(field), targetKey(field.target)]);
}
