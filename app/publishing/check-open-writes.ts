import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type WriterName, writeBacks } from "../db/schema/index.ts";
import { all } from "../db/steps.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { kindOfOwner } from "../texts/resource-owner.ts";
import { storeChannel } from "../texts/target.ts";
import { nameOf, targetsOf } from "./field-write.ts";
import { findGid } from "./find-product.ts";
import { checkWritesJob } from "./jobs.ts";
import { productWriter } from "./product-writer.ts";
import { reconcileWrites } from "./reconcile-writes.ts";
import { translationWriter } from "./translations/translation-writer.ts";
import { isOf, type Live, type Writer } from "./writer.ts";

/** A write still on its way has arrived by then. */
const settledMs = 5 * 60_000;
/** When the shop could not be asked, it is asked again after this. */
const againMs = 60 * 60_000;
const maxProducts = 500;

// The job that made the write comes back to it as long as it is not over.
const leftSql = `SELECT DISTINCT shop, product_id AS productId FROM write_backs AS write INDEXED BY write_backs_open
  WHERE state = 'writing' AND created_at <= @before
    AND NOT EXISTS (SELECT 1 FROM jobs WHERE id = write.job_id AND shop = write.shop AND finished_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM jobs WHERE shop = write.shop AND kind = '${checkWritesJob.kind}'
      AND (finished_at IS NULL OR created_at > @again)) LIMIT @limit`;

/**
 * Starts a job per shop for writes that nobody comes back to: of a cancelled job, or one that failed. Cheap when there are none.
 * @returns how many products are looked at
 */
export async function startWriteChecks({ db, clock }: { db: Db; clock: Clock }): Promise<number> {
  const now = clock.now();
  const left = await db.do(
    all<{ shop: ShopDomain; productId: ProductId }>(`${leftSql} /* all shops: maintenance */`, {
      before: now - settledMs,
      again: now - againMs,
      limit: maxProducts,
    }),
  );
  for (const [shop, rows] of Map.groupBy(left, (row) => row.shop)) {
    await enqueueJob(
      { db, clock },
      {
        job: checkWritesJob,
        shop,
        title: "Look at writes without an answer",
        payload: {},
        items: rows.map(({ productId }) => ({ subject: productId, payload: { productId } })),
        priority: 2,
      },
    );
  }
  return left.length;
}

/**
 * Closes a product's writes in `writing` by what the shop shows now; nothing is written. Be the product's only writer.
 * @returns the texts that turned out to be published. @throws as AdminApi, and `shopify_lag`
 */
export async function checkOpenWrites(
  deps: { db: Db; clock: Clock; admin: AdminApiFor },
  { shop, productId, signal }: { shop: ShopDomain; productId: ProductId; signal?: AbortSignal },
): Promise<string[]> {
  const gid = await findGid(deps, shop, productId);
  const settle = async <L extends Live>(writer: Writer<L>): Promise<string[]> => {
    const live = gid === null ? null : await writer.read(deps.admin(shop), { shop, productId, gid }, { signal });
    if (live === null) {
      await giveUp(deps, writer, { shop, productId });
      return [];
    }
    const { published } = await reconcileWrites({ ...deps, writer }, { shop, productId, live });
    return published.map(nameOf);
  };
  // What is no product has translations alone: to the product's own writer it would look like one that is gone.
  const published = kindOfOwner(productId) === null ? await settle(productWriter(deps)) : [];
  for (const target of await openTargets(deps, { shop, productId })) {
    published.push(...(await settle(translationWriter(deps, target))));
  }
  return published;
}

/** For whom translations are on their way. */
async function openTargets(deps: { db: Db }, of: { shop: ShopDomain; productId: ProductId }) {
  const rows = await openWrites(deps, "translation", of);
  return targetsOf(rows.flatMap(({ fields }) => fields)).filter(({ channel }) => channel === storeChannel);
}

/** Of one writer: to another one the same owner may well be there. */
async function giveUp(
  deps: { db: Db; clock: Clock },
  writer: Pick<Writer, "name" | "target">,
  of: { shop: ShopDomain; productId: ProductId },
): Promise<void> {
  const open = await openWrites(deps, writer.name, of);
  const ids = open.filter((row) => isOf(writer, row)).map(({ id }) => id);
  await deps.db.orm
    .update(writeBacks)
    .set({ state: "failed", message: goneMessage(of.productId), writtenAt: deps.clock.now() })
    .where(and(eq(writeBacks.shop, of.shop), inArray(writeBacks.id, ids), eq(writeBacks.state, "writing")));
}

function goneMessage(id: ProductId): string {
  return kindOfOwner(id) === null ? "The product is no longer in the shop." : "It is no longer in the shop.";
}

async function openWrites(
  { db }: { db: Db },
  writer: WriterName,
  { shop, productId }: { shop: ShopDomain; productId: ProductId },
) {
  return db.orm
    .select({ id: writeBacks.id, fields: writeBacks.fields })
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, shop),
        eq(writeBacks.productId, productId),
        eq(writeBacks.writer, writer),
        eq(writeBacks.state, "writing"),
      ),
    );
}
