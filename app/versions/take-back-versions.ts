import { and, eq, gt, inArray, notInArray } from "drizzle-orm";
import type { Tx } from "../db/orm.ts";
import { type DecidedVersion, feedback, versions } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { isForTarget } from "./conditions.ts";

export type TakenBack =
  | { kind: "taken_back" }
  /** one of the texts is live since: nothing was changed */
  | { kind: "published"; at: number }
  /** other texts came, or somebody decided otherwise since: nothing was changed */
  | { kind: "changed" };

/**
 * Makes versions what they were before a decision, and forgets the feedback that it gave: a step of a transaction, whose caller
 * refreshes the product's content state. All of it or nothing. A version that the decision left as it was stays so, and must
 * wait for a decision or for publishing still.
 */
export function* takeBackVersions(
  tx: Tx,
  decision: {
    shop: ShopDomain;
    productId: ProductId;
    target: Target;
    by: string;
    decidedAt: number;
    versions: readonly DecidedVersion[];
  },
): Steps<TakenBack> {
  const { shop, productId, target, by, decidedAt, versions: changed } = decision;
  const ids = changed.map(({ id }) => id);
  const ofProduct = and(eq(versions.shop, shop), eq(versions.productId, productId));
  const rows = yield* q(
    tx
      .select({
        id: versions.id,
        state: versions.state,
        publishedAt: versions.publishedAt,
        resource: versions.resource,
        contentType: versions.contentType,
      })
      .from(versions)
      .where(and(ofProduct, inArray(versions.id, ids))),
  );
  const live = rows.find(({ state }) => state === "published");
  if (live) return { kind: "published", at: live.publishedAt ?? decidedAt };
  const isAsLeft = changed.every(({ id, before, after }) =>
    rows.some(({ id: of, state }) => of === id && (state === after || (before === after && state === "draft"))),
  );
  if (!isAsLeft) return { kind: "changed" };
  const newer = yield* q(
    tx
      .select({ resource: versions.resource, contentType: versions.contentType })
      .from(versions)
      .where(
        and(
          ofProduct,
          isForTarget(versions, target),
          inArray(versions.state, ["draft", "approved"]),
          notInArray(versions.id, ids),
          gt(versions.createdAt, decidedAt),
        ),
      ),
  );
  const isReplaced = rows.some((row) =>
    newer.some((one) => one.resource === row.resource && one.contentType === row.contentType),
  );
  if (isReplaced) return { kind: "changed" };
  for (const { id, before, after } of changed) {
    if (before === after) continue;
    yield* q(
      tx
        .update(versions)
        .set({ state: before, decidedBy: null, decidedAt: null, overridden: false })
        .where(and(eq(versions.shop, shop), eq(versions.id, id))),
    );
  }
  yield* q(
    tx
      .delete(feedback)
      .where(
        and(
          eq(feedback.shop, shop),
          eq(feedback.createdAt, decidedAt),
          eq(feedback.productId, productId),
          eq(feedback.createdBy, by),
        ),
      ),
  );
  return { kind: "taken_back" };
}
