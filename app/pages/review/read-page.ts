import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import type { AppContext } from "../../context.server.ts";
import { get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { digestOf } from "../../lib/digest.ts";
import { lanes } from "../../review/lanes.ts";
import { openQueue, resumeQueue } from "../../review/open-queue.ts";
import { sorts } from "../../review/queue.ts";
import { readProgress } from "../../review/read-progress.ts";
import { ownQuery } from "../../shopify/admin-address.ts";
import { wholeParameter } from "../../ui/review/review-addresses.ts";
import { mayPublishOwn } from "../../workplace/may-publish-own.ts";
import { rightsOf } from "../../workplace/rights.ts";
import { workSettingsOf } from "../../workplace/work-settings.ts";
import { readNext } from "./read-next.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** Of the review, and of Remix. */
const notFilter = ["lane", "sort", "anew", "_data", "product", wholeParameter];
const staleMs = 14 * 24 * 3_600_000;

/** Where a queue that is to be begun anew is asked for: begins it. @returns the address that shows it, else null */
export async function beginAnew(
  deps: Deps,
  { shop, by }: { shop: ShopDomain; by: string },
  params: URLSearchParams,
): Promise<string | null> {
  if (!params.has("anew")) return null;
  const target = await readPrimaryTarget(deps, shop);
  const sort = await sortOf(deps, shop, params);
  await openQueue(deps, { shop, person: by, target, query: queryOf(params), sort: sort.wanted, anew: true });
  const left = new URLSearchParams(params);
  left.delete("anew");
  const asked = left.toString();
  return asked === "" ? "/app/review" : `/app/review?${asked}`;
}

async function sortOf({ db }: Deps, shop: ShopDomain, params: URLSearchParams) {
  const { reviewOrder } = await db.do(workSettingsOf(shop));
  const named = sorts.find((one) => one === params.get("sort"));
  return { isNamed: named !== undefined, wanted: named ?? sorts.find((one) => one === reviewOrder) ?? "usual" };
}

/** All that the review page shows at first: the person's queue, where they are in it, and the next products of it. */
export async function readReviewPage(
  deps: Deps,
  { shop, by }: { shop: ShopDomain; by: string },
  params: URLSearchParams,
) {
  const target = await readPrimaryTarget(deps, shop);
  const query = queryOf(params);
  const work = await deps.db.do(workSettingsOf(shop));
  const sort = await sortOf(deps, shop, params);
  const lane = z
    .enum(lanes)
    .optional()
    .catch(undefined)
    .parse(params.get("lane") ?? undefined);
  const wanted = { shop, person: by, target, query, sort: sort.wanted };
  const before = query === "" && !sort.isNamed ? await resumeQueue(deps, { shop, person: by, target }) : null;
  let queue = before ?? (await openQueue(deps, wanted));
  const progress = await readProgress(deps, shop, queue);
  const open = Object.values(progress.open).reduce((sum, count) => sum + count, 0);
  // What was gone through, with others since or some put aside: a queue of those.
  if (open === 0 && progress.newcomers + (progress.decided.later ?? 0) > 0)
    queue = await openQueue(deps, { ...wanted, query: queue.query, anew: true });
  const mayPublish = await mayPublishOwn(deps, shop, by);
  const { approve, publish } = await deps.db.do(rightsOf(shop, by));
  const isOld = before !== null && deps.clock.now() - before.touchedAt > staleMs;
  const asked = new URLSearchParams({
    queue: queue.id,
    from: String(
      (await deps.db.do(placeOf({ shop, queueId: queue.id, productId: params.get("product") }))) ?? queue.position,
    ),
    count: "4",
    ...(lane ? { lane } : {}),
  });
  const first = await readNext(deps, { shop, by }, asked);
  return {
    queueId: queue.id,
    outboxKey: `sw-review-${digestOf([shop, by]).slice(0, 16)}`,
    lane: lane ?? null,
    sort: queue.sort,
    query: queue.query,
    size: queue.size,
    old: isOld ? { since: before.touchedAt } : null,
    first: first ?? { products: [], withOthers: 0, progress, size: queue.size },
    rights: { approve, publish },
    work: {
      singleKeys: work.singleKeys,
      fourEyes: work.fourEyes,
      rejectReasons: work.rejectReasons,
      mayPublish,
      publishes: work.approvePublishes && mayPublish,
      wordings: work.wordings,
    },
    now: deps.clock.now(),
  };
}

/** Where the product of an address waits in the queue; null where it does not, or none is named. */
function* placeOf(asked: { shop: ShopDomain; queueId: string; productId: string | null }): Steps<number | null> {
  if (asked.productId === null) return null;
  const row = yield* get<{ seq: number }>(
    `SELECT seq FROM review_entries
      WHERE shop = @shop AND queue_id = @queueId AND product_id = @productId AND outcome IS NULL ORDER BY seq LIMIT 1`,
    asked,
  );
  return row?.seq ?? null;
}

/** What of an address is the products list's filter. */
function queryOf(params: URLSearchParams): string {
  const query = ownQuery(params);
  for (const name of notFilter) query.delete(name);
  query.sort();
  return query.toString();
}
