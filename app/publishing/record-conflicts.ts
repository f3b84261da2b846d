import type { Tx } from "../db/orm.ts";
import { type ConflictReason, conflicts, type TextBody } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { slotColumns } from "../texts/slot.ts";
import type { TargetColumns } from "../texts/target.ts";
import { readVersion } from "../versions/read-version.ts";

const key = [
  conflicts.shop,
  conflicts.productId,
  conflicts.contentType,
  conflicts.resource,
  conflicts.locale,
  conflicts.market,
  conflicts.channel,
];

export interface ConflictFound {
  /** the name of the slot */
  contentType: string;
  target: TargetColumns;
  versionId: string;
  theirs: TextBody | null;
  reason?: ConflictReason | undefined;
}

/** Part of a transaction: keeps base, theirs and ours of each field for a person to decide; a newer finding replaces an older. */
export function* recordConflicts(
  tx: Tx,
  input: { shop: ShopDomain; productId: ProductId; found: readonly ConflictFound[]; now: number },
) {
  const { shop, productId, now } = input;
  for (const { contentType, target, versionId, theirs, reason = null } of input.found) {
    const version = yield* readVersion(shop, versionId);
    if (!version) continue;
    const { locale, market, channel } = target;
    const row = { versionId, base: version.base, theirs, ours: version.body, detectedAt: now, reason };
    yield* q(
      tx
        .insert(conflicts)
        .values({ shop, productId, ...slotColumns(contentType), locale, market, channel, ...row })
        .onConflictDoUpdate({ target: key, set: row }),
    );
  }
}
