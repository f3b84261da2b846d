import type { Db } from "../db/open.ts";
import type { StoredWarning } from "../db/schema/index.ts";
import { run, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { isBlocking } from "../quality/check-result.ts";
import { type Target, targetKey, targetSchema } from "../texts/target.ts";
import { readVersion } from "./read-version.ts";
import { refreshContentState } from "./refresh-content-state.ts";
import type { VersionRow } from "./version-view.ts";

/** What became of a product's drafts that were checked again. */
export interface RecheckedDrafts {
  drafts: number;
  blocked: number;
  /** whose findings are others now */
  differ: number;
  /** a person decided a finding meanwhile: that draft is as it was */
  changed: boolean;
}

const updateSql = `UPDATE versions SET warnings = @warnings, blocked = @blocked, checked_digest = coalesce(@digest, checked_digest)
  WHERE shop = @shop AND id = @id AND state = 'draft'`;

/**
 * Keeps what was found of drafts that were checked again, of those that are drafts still and whose findings nobody decided meanwhile.
 * @param checked.digest of the rules that they were checked by as a whole; left out where one check alone was
 * @param checked.assertLease first step of the storing transaction
 */
export async function storeRechecked(
  { db }: { db: Db },
  checked: {
    shop: ShopDomain;
    productId: ProductId;
    found: readonly { version: VersionRow; warnings: StoredWarning[] }[];
    digest?: string;
    assertLease: () => Steps<void>;
  },
): Promise<RecheckedDrafts> {
  const { shop, productId, found, digest = null, assertLease } = checked;
  return db.transact({ shop }, function* () {
    yield* assertLease();
    const rechecked = { drafts: 0, blocked: 0, differ: 0, changed: false };
    const targets = new Map<string, Target>();
    for (const { version, warnings } of found) {
      const now = yield* readVersion(shop, version.id);
      if (now?.state !== "draft") continue;
      // A decision is part of the findings, and was made about those that were shown.
      if (JSON.stringify(now.warnings) !== JSON.stringify(version.warnings)) {
        rechecked.changed = true;
        continue;
      }
      const blocked = warnings.some(isBlocking) ? 1 : 0;
      yield* run(updateSql, { shop, id: version.id, warnings: JSON.stringify(warnings), blocked, digest });
      rechecked.drafts++;
      rechecked.blocked += blocked;
      if (JSON.stringify(warnings) !== JSON.stringify(version.warnings)) rechecked.differ++;
      const target = targetSchema.parse(version);
      targets.set(targetKey(target), target);
    }
    for (const target of targets.values()) yield* refreshContentState({ shop, productId, target });
    return rechecked;
  });
}
