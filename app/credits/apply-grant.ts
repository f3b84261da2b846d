import type { Db } from "../db/open.ts";
import { get, run } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { addEntry } from "./account.ts";

interface Row {
  balance: number;
  granted: number | null;
}

const selectSql = "SELECT balance, granted FROM credit_accounts WHERE shop = @shop";
const setSql = `INSERT INTO credit_accounts (shop, granted, updated_at) VALUES (@shop, @grant, @now)
  ON CONFLICT (shop) DO UPDATE SET granted = @grant, updated_at = @now`;

/**
 * Brings a shop's account in line with the operator's grant: a shop without a limit gets a balance of exactly the grant, a
 * raised grant credits the difference, a lowered one takes nothing away, null lifts the limit. Cheap when nothing changed.
 */
export async function applyGrant(
  { db, clock }: { db: Db; clock: Clock },
  { shop, grant }: { shop: ShopDomain; grant: number | null },
): Promise<void> {
  const known = await db.do(get<Row>(selectSql, { shop }));
  if ((known?.granted ?? null) === grant) return;
  await db.transact({ shop }, function* () {
    const row = yield* get<Row>(selectSql, { shop });
    const granted = row?.granted ?? null;
    const now = clock.now();
    const credits = grant === null ? 0 : granted === null ? grant - (row?.balance ?? 0) : Math.max(0, grant - granted);
    if (credits !== 0) yield* addEntry({ shop, kind: "grant", credits, now });
    yield* run(setSql, { shop, grant, now });
  });
}
