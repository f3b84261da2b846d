import { and, eq } from "drizzle-orm";
import { type ConflictReason, conflicts, type TextBody, versions } from "../db/schema/index.ts";
import { q, type Tx } from "../db/transact.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";

export interface ConflictFound {
  contentType: string;
  locale: string;
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
  for (const { contentType, locale, versionId, theirs, reason = null } of input.found) {
    const [version] = yield* q(
      tx
        .select({ base: versions.base, body: versions.body })
        .from(versions)
        .where(and(eq(versions.shop, shop), eq(versions.id, versionId))),
    );
    if (!version) continue;
    const row = { versionId, base: version.base, theirs, ours: version.body, detectedAt: now, reason };
    yield* q(
      tx
        .insert(conflicts)
        .values({ shop, productId, contentType, locale, ...row })
        .onConflictDoUpdate({
          target: [conflicts.shop, conflicts.productId, conflicts.contentType, conflicts.locale],
          set: row,
        }),
    );
  }
}
