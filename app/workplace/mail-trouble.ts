import type { MailTrouble } from "../db/schema/index.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** Keeps why a mail was not sent, for Settings: that of the newest run, and of its addresses one that gets none before one that waits. */
export function* noteMailTrouble({ shop, trouble }: { shop: ShopDomain; trouble: MailTrouble }): Steps<void> {
  const before = yield* mailTroubleOf(shop);
  if (before !== null && before.endedAt > trouble.endedAt) return;
  const isOfSameRun = before?.endedAt === trouble.endedAt;
  if (isOfSameRun && !before.waits && trouble.waits && before.address !== trouble.address) return;
  yield* run(storeSql, { shop, trouble: JSON.stringify(trouble) });
}

/** A mail has arrived at its server: what went wrong before is over, but not what another address has in the same run. */
export function* noteArrival(mail: { shop: ShopDomain; address: string; endedAt: number }): Steps<void> {
  const { shop, address, endedAt } = mail;
  const before = yield* mailTroubleOf(shop);
  if (before === null || before.endedAt > endedAt) return;
  if (before.endedAt < endedAt || before.address === address) yield* run(storeSql, { shop, trouble: null });
}

/** This mail is tried no more, and nothing went wrong with it in the end. */
export function* forgetWaiting(mail: { shop: ShopDomain; address: string; endedAt: number }): Steps<void> {
  const { shop, address, endedAt } = mail;
  const before = yield* mailTroubleOf(shop);
  if (before?.waits && before.address === address && before.endedAt === endedAt)
    yield* run(storeSql, { shop, trouble: null });
}

export function* mailTroubleOf(shop: ShopDomain): Steps<MailTrouble | null> {
  const sql = `SELECT mail_trouble AS "trouble" FROM work_settings WHERE shop = @shop`;
  const row = yield* get<{ trouble: string | null }>(sql, { shop });
  return row?.trouble ? (JSON.parse(row.trouble) as MailTrouble) : null;
}

const storeSql = "UPDATE work_settings SET mail_trouble = @trouble WHERE shop = @shop";
