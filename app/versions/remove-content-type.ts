import { setImmediate as nextTurn } from "node:timers/promises";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { conflicts, products, shopContentTypes, versions } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { ofProduct } from "../texts/slot.ts";
import { targetKey } from "../texts/target.ts";
import { refreshContentState } from "./refresh-content-state.ts";

/** Products looked at in one transaction: keeps each under 20 ms. */
const chunkProducts = 100;

/**
 * Takes a content type that the shop added away again. Its drafts and approved texts are given up and its conflicts closed;
 * what is live stays live, can still be undone, and comes back when the type is added again. Done in steps: after
 * a crash the type is still there, and the rest is done by removing it once more.
 * @returns false when the shop has no such type
 */
export async function removeContentType(
  deps: { db: Db; clock: Clock } & Acted,
  { shop, name, by }: { shop: ShopDomain; name: string; by: string },
): Promise<boolean> {
  const { db, clock, note } = deps;
  const known = await db.orm
    .select({ added: shopContentTypes.added, removedAt: shopContentTypes.removedAt })
    .from(shopContentTypes)
    .where(and(eq(shopContentTypes.shop, shop), eq(shopContentTypes.name, name)));
  if (!known[0]?.added || known[0].removedAt !== null) return false;
  for (let after: string | null = ""; after !== null; await nextTurn()) {
    after = await giveUpTexts(deps, { shop, name, by, after });
  }
  await db.transact({ shop }, function* (tx) {
    yield* q(
      tx
        .update(shopContentTypes)
        .set({ removedAt: clock.now(), slot: null })
        .where(and(eq(shopContentTypes.shop, shop), eq(shopContentTypes.name, name))),
    );
    if (note) yield* note({ subject: { kind: "content_type", id: name } });
  });
  return true;
}

/** @returns the product after which the next call continues, null when all are done */
async function giveUpTexts(
  { db, clock }: { db: Db; clock: Clock },
  { shop, name, by, after }: { shop: ShopDomain; name: string; by: string; after: string },
): Promise<string | null> {
  return db.transact({ shop }, function* (tx) {
    const chunk = yield* q(
      tx
        .select({ id: products.id })
        .from(products)
        .where(and(eq(products.shop, shop), gt(products.id, after)))
        .orderBy(asc(products.id))
        .limit(chunkProducts),
    );
    const ids = chunk.map(({ id }) => id);
    const given = yield* q(
      tx
        .update(versions)
        .set({ state: "superseded", decidedAt: clock.now(), decidedBy: by })
        .where(
          and(
            eq(versions.shop, shop),
            inArray(versions.productId, ids),
            eq(versions.resource, ofProduct),
            eq(versions.contentType, name),
            inArray(versions.state, ["draft", "approved"]),
          ),
        )
        .returning(targetColumns(versions)),
    );
    const closed = yield* q(
      tx
        .delete(conflicts)
        .where(
          and(
            eq(conflicts.shop, shop),
            inArray(conflicts.productId, ids),
            eq(conflicts.resource, ofProduct),
            eq(conflicts.contentType, name),
          ),
        )
        .returning(targetColumns(conflicts)),
    );
    const changed = new Map([...given, ...closed].map((row) => [`${row.productId} ${targetKey(row)}`, row]));
    for (const { productId, ...target } of changed.values()) yield* refreshContentState({ shop, productId, target });
    return ids.length < chunkProducts ? null : (ids.at(-1) ?? null);
  });
}

function targetColumns<T extends typeof versions | typeof conflicts>({ productId, locale, market, channel }: T) {
  return { productId, locale, market, channel };
}
