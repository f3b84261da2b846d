import { eq } from "drizzle-orm";
import type { Db } from "../../app/db/open.ts";
import { creditAccounts, creditEntries, creditRuns, spendDays } from "../../app/db/schema/index.ts";
import type { ShopDomain } from "../../app/lib/brand.ts";

/** The ledger of a shop, oldest first. */
export function entriesOf(db: Db, shop: ShopDomain) {
  return db.orm
    .select({ kind: creditEntries.kind, credits: creditEntries.credits, round: creditEntries.round })
    .from(creditEntries)
    .where(eq(creditEntries.shop, shop))
    .orderBy(creditEntries.createdAt, creditEntries.id);
}

/** The counter that is kept beside the ledger, and the ledger's own sum. */
export async function balancesOf(db: Db, shop: ShopDomain): Promise<{ kept: number; summed: number }> {
  const [account] = await db.orm.select().from(creditAccounts).where(eq(creditAccounts.shop, shop));
  const entries = await entriesOf(db, shop);
  return { kept: account?.balance ?? 0, summed: entries.reduce((sum, { credits }) => sum + credits, 0) };
}

export async function runOf(db: Db, shop: ShopDomain) {
  const rows = await db.orm.select().from(creditRuns).where(eq(creditRuns.shop, shop));
  return rows.at(-1);
}

export async function daysOf(db: Db, shop: ShopDomain) {
  return db.orm.select().from(spendDays).where(eq(spendDays.shop, shop));
}
