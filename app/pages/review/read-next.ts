import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import type { AppContext } from "../../context.server.ts";
import { productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { approvedOfQueue } from "../../review/approved-of-queue.ts";
import { type HandedOut, handOut, renewClaims } from "../../review/hand-out.ts";
import { lanes } from "../../review/lanes.ts";
import { lookAt } from "../../review/look-at.ts";
import { findQueue } from "../../review/open-queue.ts";
import { type CleanRecord, readCleanRecord } from "../../review/read-clean-record.ts";
import { readProgress } from "../../review/read-progress.ts";
import type { NextView, ReviewProduct, ReviewProgress } from "../../ui/review/review-view.ts";
import { rulesOfDrafts } from "../../versions/rules-of-drafts.ts";
import { type ReviewAsked, readReviewProduct } from "./read-product.ts";

type Deps = Pick<AppContext, "db" | "clock">;

const askedSchema = z.object({
  queue: z.string().min(1).max(64),
  from: z.coerce.number().int().min(0).catch(0),
  count: z.coerce.number().int().min(0).max(10).catch(4),
  lane: z.enum(lanes).optional().catch(undefined),
  /** where the person is */
  at: z.coerce.number().int().min(0).optional().catch(undefined),
  /** products that stay with the person */
  renew: z
    .string()
    .optional()
    .transform((ids) => (ids ?? "").split(",").flatMap((id) => productIdSchema.safeParse(id).data ?? [])),
});

/** The next products of a person's queue, whole; null when they have no such queue. */
export async function readNext(
  deps: Deps,
  { shop, by }: { shop: ShopDomain; by: string },
  params: URLSearchParams,
): Promise<NextView | null> {
  const asked = askedSchema.safeParse(Object.fromEntries(params));
  if (!asked.success) return null;
  const { queue: queueId, from, count, lane, at, renew } = asked.data;
  const queue = await findQueue(deps, { shop, person: by, id: queueId });
  if (!queue) return null;
  if (renew.length > 0) await renewClaims(deps, { shop, person: by, target: queue.target, productIds: renew });
  const handed = await handOut(deps, { shop, person: by, queueId, from, lane, count, at });
  if (!handed) return null;
  return {
    products: await wholeProducts(deps, { shop, target: queue.target, person: by }, handed.products),
    withOthers: handed.withOthers,
    progress: await readProgress(deps, shop, queue),
    size: queue.size,
  };
}

const lookSchema = askedSchema.required({ lane: true });

/**
 * Some products of a lane, whole, for who is about to decide all of it: nothing is claimed, and the place in the queue stays.
 * `withOthers` are those of the lane, which such a decision leaves.
 */
async function readLook(
  deps: Deps,
  { shop, by }: { shop: ShopDomain; by: string },
  params: URLSearchParams,
): Promise<NextView | null> {
  const asked = lookSchema.safeParse(Object.fromEntries(params));
  if (!asked.success || asked.data.lane === undefined) return null;
  const { queue: queueId, count, lane } = asked.data;
  const queue = await findQueue(deps, { shop, person: by, id: queueId });
  const looked = await lookAt(deps, { shop, person: by, queueId, lane, count });
  if (!queue || !looked) return null;
  const progress = await readProgress(deps, shop, queue);
  return {
    products: await wholeProducts(deps, { shop, target: queue.target, person: by }, looked.products),
    withOthers: Math.max(0, progress.open[lane] - looked.all.length),
    progress,
    size: queue.size,
  };
}

async function wholeProducts(
  deps: Deps,
  asked: ReviewAsked,
  handed: readonly HandedOut[],
): Promise<(ReviewProduct & { seq: number })[]> {
  const products = await Promise.all(
    handed.map(async ({ seq, productId }) => {
      const product = await readReviewProduct(deps, asked, productId);
      return product && { ...product, seq };
    }),
  );
  return products.filter((product) => product !== null);
}

/** What people did with products like those of a queue in which nothing is found: written by the same rules. */
async function readHonestly(
  deps: Deps,
  { shop, by }: { shop: ShopDomain; by: string },
  queueId: string,
): Promise<CleanRecord | null> {
  const queue = await findQueue(deps, { shop, person: by, id: queueId });
  const looked = await lookAt(deps, { shop, person: by, queueId, lane: "clean", count: 0 });
  if (!queue || !looked) return null;
  const { target } = queue;
  return deps.db.do(
    (function* () {
      const rules = yield* rulesOfDrafts({ shop, target, productIds: looked.all });
      return yield* readCleanRecord({ shop, target, rules });
    })(),
  );
}

/** What was asked for: the next products, what would be published, or what people did with products like these. */
export async function readAsked(
  deps: Deps,
  user: { shop: ShopDomain; by: string },
  params: URLSearchParams,
): Promise<NextView | CleanRecord | { products: number; texts: number; inConflict: number } | null> {
  const queueId = params.get("queue") ?? "";
  if (params.has("honest")) return readHonestly(deps, user, queueId);
  if (params.has("look")) return readLook(deps, user, params);
  if (!params.has("approved")) return readNext(deps, user, params);
  const approved = await approvedOfQueue(deps, { shop: user.shop, person: user.by, queueId });
  return approved && { products: approved.productIds.length, texts: approved.texts, inConflict: approved.inConflict };
}

/** How far a person's own queue is; null when they have no such queue. */
export async function readProgressOf(
  deps: Deps,
  { shop, by }: { shop: ShopDomain; by: string },
  queueId: string,
): Promise<ReviewProgress | null> {
  const queue = await findQueue(deps, { shop, person: by, id: queueId });
  return queue && readProgress(deps, shop, queue);
}

/** One product as it stands, whoever has it; null when the shop has no such product. */
export async function readFresh(
  deps: Deps,
  { shop, by }: { shop: ShopDomain; by: string },
  productId: string,
): Promise<ReviewProduct | null> {
  const id = productIdSchema.safeParse(productId);
  if (!id.success) return null;
  const target = await readPrimaryTarget(deps, shop);
  return readReviewProduct(deps, { shop, target, person: by }, id.data);
}
