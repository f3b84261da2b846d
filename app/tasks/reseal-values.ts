import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { run } from "../db/steps.ts";
import type { Logger } from "../lib/logger.ts";
import { keyIdOf, type Sealer } from "../lib/seal.ts";
import { openValue, type SealedValue, sealedValues } from "./sealed-values.ts";

export interface Resealed {
  resealed: number;
  /** open with none of the keys, so they stay as they are: the operator may bring the key back */
  unreadable: number;
  /** were written by somebody else meanwhile, who seals with the newest key */
  outpaced: number;
}

/**
 * Seals anew, with the newest key, whatever an older one sealed, while the app works: each value is replaced only where it
 * is still as it was read. Afterwards an older key may be dropped. Cheap when there is nothing to do.
 */
export async function resealValues(deps: { db: Db; sealer: Sealer }): Promise<Resealed> {
  const { db, sealer } = deps;
  const [newest] = sealer.keyIds;
  const total: Resealed = { resealed: 0, unreadable: 0, outpaced: 0 };
  for await (const chunk of sealedValues(db)) {
    const older = chunk.filter(({ sealed }) => keyIdOf(sealed) !== newest);
    const fresh = older.flatMap((value) => {
      const secret = openValue(sealer, value);
      return secret === null ? [] : [{ ...value, next: sealer.seal(secret, value.column.place(value.shop)) }];
    });
    total.unreadable += older.length - fresh.length;
    const replaced = fresh.length === 0 ? 0 : await replace(db, fresh);
    total.resealed += replaced;
    total.outpaced += fresh.length - replaced;
    await nextTurn();
  }
  return total;
}

/** The worker's part: an older key is out of use an hour after a rotation. What no key opens is logged for the operator. */
export async function keepSealed(deps: { db: Db; sealer: Sealer; logger: Logger }): Promise<void> {
  const { resealed, unreadable } = await resealValues(deps);
  if (resealed > 0) deps.logger.info({ count: resealed }, "secrets were sealed anew with the newest encryption key");
  if (unreadable > 0) {
    deps.logger.warn({ count: unreadable }, "secrets open with none of ENCRYPTION_KEYS; see `npm run keys -- status`");
  }
}

/** One short transaction. @returns how many were still as they were read */
function replace(db: Db, values: readonly (SealedValue & { next: string })[]): Promise<number> {
  return db.transact("all shops", function* () {
    let replaced = 0;
    for (const { column, id, shop, sealed, next } of values) {
      const { table, column: name, id: key } = column;
      const sql = `UPDATE ${table} SET ${name} = @next WHERE ${key} = @id AND shop = @shop AND ${name} = @sealed`;
      replaced += yield* run(sql, { id, shop, sealed, next });
    }
    return replaced;
  });
}
