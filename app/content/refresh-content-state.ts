import { and, count, eq, inArray, max } from "drizzle-orm";
import { type ContentState, conflicts, products, versions } from "../db/schema/index.ts";
import { type Query, q, type Tx } from "../db/transact.ts";

/**
 * Keeps `products.content_state`: the most urgent thing about the product's texts. A step of every transaction that changes
 * versions or conflicts.
 */
export function* refreshContentState(
  tx: Tx,
  { shop, productId }: { shop: string; productId: string },
): Generator<Query<unknown>, ContentState> {
  const contentState = yield* readContentState(tx, { shop, productId });
  yield* q(
    tx
      .update(products)
      .set({ contentState })
      .where(and(eq(products.shop, shop), eq(products.id, productId))),
  );
  return contentState;
}

function* readContentState(
  tx: Tx,
  { shop, productId }: { shop: string; productId: string },
): Generator<Query<unknown>, ContentState> {
  const [open] = yield* q(
    tx
      .select({ count: count() })
      .from(conflicts)
      .where(and(eq(conflicts.shop, shop), eq(conflicts.productId, productId))),
  );
  if (open && open.count > 0) return "conflict";
  const states = yield* q(
    tx
      .select({ state: versions.state, blocked: max(versions.blocked) })
      .from(versions)
      .where(
        and(
          eq(versions.shop, shop),
          eq(versions.productId, productId),
          inArray(versions.state, ["draft", "approved", "published"]),
        ),
      )
      .groupBy(versions.state),
  );
  const draft = states.find(({ state }) => state === "draft");
  if (draft) return draft.blocked ? "blocked" : "needs_review";
  if (states.some(({ state }) => state === "approved")) return "approved";
  return states.some(({ state }) => state === "published") ? "published" : "none";
}
