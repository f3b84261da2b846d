import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../db/orm.ts";
import { versions } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { isForTarget } from "./conditions.ts";
import type { VersionRow } from "./version-view.ts";

interface OfProduct {
  shop: ShopDomain;
  productId: ProductId;
  target: Target;
}

/** The drafts of a product for a target: a step of a transaction that decides about them. */
export function* draftsOfProduct(tx: Tx, { shop, productId, target }: OfProduct): Steps<VersionRow[]> {
  return yield* q(
    tx
      .select()
      .from(versions)
      .where(
        and(
          eq(versions.shop, shop),
          eq(versions.productId, productId),
          isForTarget(versions, target),
          eq(versions.state, "draft"),
        ),
      ),
  );
}

/** More than a product has texts. */
const mostTexts = 300;

/** @returns who decided these versions of a product as one, and how; null when nobody did, or not the same about all */
export function* whoDecided(
  tx: Tx,
  { shop, productId, versionIds }: Omit<OfProduct, "target"> & { versionIds: readonly string[] },
): Steps<{ by: string; at: number; outcome: "approved" | "rejected" } | null> {
  const rows = yield* q(
    tx
      .select({ state: versions.state, decidedBy: versions.decidedBy, decidedAt: versions.decidedAt })
      .from(versions)
      .where(
        and(
          eq(versions.shop, shop),
          eq(versions.productId, productId),
          inArray(versions.id, [...new Set(versionIds)].slice(0, mostTexts)),
        ),
      ),
  );
  const [first] = rows;
  const outcome = first?.state === "published" ? "approved" : first?.state;
  if (outcome !== "approved" && outcome !== "rejected") return null;
  const { decidedBy: by = null, decidedAt: at = null } = first ?? {};
  if (by === null || at === null || rows.some(({ decidedBy }) => decidedBy !== by)) return null;
  return { by, at, outcome };
}

/** SQL: when the newest text of `p` for a target that waits for something was written; its parameters in order are the target's. */
export const newestWaitingTextSql = `(SELECT max(v.created_at) FROM versions AS v
  WHERE v.shop = p.shop AND v.product_id = p.id AND (v.state = 'draft' OR v.state = 'approved')
    AND v.locale = ? AND v.market = ? AND v.channel = ?)`;
