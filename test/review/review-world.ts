import { and, eq } from "drizzle-orm";
import type { Db, SqliteDb } from "../../app/db/open.ts";
import { products, type StoredWarning, versions } from "../../app/db/schema/index.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { openQueue, type QueueWanted } from "../../app/review/open-queue.ts";
import { primaryTarget } from "../../app/texts/target.ts";
import { refreshContentState } from "../../app/versions/refresh-content-state.ts";
import { shop, startAt, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

export const target = primaryTarget(null);
export const anna = "user:1";
export const mia = "user:2";

export const warning: StoredWarning = {
  content_type: "title",
  code: "EXCEED_LENGTH",
  description: "Too long",
  severity: "warn",
};

type Row = Partial<typeof versions.$inferInsert>;

/** A draft, or what `more` makes of it. @returns its id */
export async function write(db: Db, productId: string, more: Row = {}): Promise<string> {
  const id = more.id ?? `v_${productId}_${more.contentType ?? "title"}`;
  await db.orm.insert(versions).values({
    ...{ shop, productId, contentType: "title", ...target, state: "draft", origin: "generated", body: `Text ${id}` },
    ...{ warnings: [], blocked: false, evidence: [], base: null, baseDigest: "", factsDigest: "", configDigest: "" },
    ...{ createdAt: startAt },
    ...more,
    id,
  });
  await refresh(db, productId);
  return id;
}

export async function refresh(db: Db, productId: string): Promise<void> {
  await db.transact({ shop }, () => refreshContentState({ shop, productId, target }));
}

/** A shop with products 1 to `count`, each with one draft in which nothing is found. */
export async function aReview(count: number) {
  const db: SqliteDb = openTestDatabase();
  const clock = testClock();
  const deps = { db, clock };
  for (let n = 1; n <= count; n++) {
    await storeProduct(db, { id: String(n) });
    await write(db, String(n), { createdAt: startAt - n });
  }
  return {
    db,
    clock,
    deps,
    open: (person = anna, more: Partial<QueueWanted> = {}) =>
      openQueue(deps, { shop, person, target, query: "", sort: "usual", ...more }),
  };
}

export async function stateOf(db: Db, id: string): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ state: versions.state })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.id, id)));
  return row?.state;
}

export async function contentStateOf(db: Db, productId: string): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ state: products.contentState })
    .from(products)
    .where(and(eq(products.shop, shop), eq(products.id, productId)));
  return row?.state;
}

export const idOf = (productId: string) => productIdSchema.parse(productId);
