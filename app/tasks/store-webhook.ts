import { refreshCollectionsJob, refreshLanguagesJob, refreshProductJob } from "../catalog/jobs.ts";
import type { Tx } from "../db/orm.ts";
import { get, run, type Steps } from "../db/steps.ts";
import { enqueueJobIn } from "../jobs/enqueue-job.ts";
import { productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { markScopesUnknown } from "../shopify/auth-state.ts";
import { confirmUninstallJob, forgetShopJob } from "./leaving-jobs.ts";

/** Events of webhooks that lead to work here. */
export type WebhookNews = "product" | "collection" | "languages" | "uninstalled" | "redact";

/** One webhook whose signature was right. */
export interface ReceivedWebhook {
  shop: ShopDomain;
  topic: string;
  webhookId: string;
  /** null where nothing is to be done */
  news: WebhookNews | null;
  /** what the body's `id` names, empty without one */
  resourceId: string;
  /** epoch ms: when the product was last changed, at the time of sending */
  changedAt: number | undefined;
  /** epoch ms: when the event happened, if the sender gives it */
  triggeredAt: number | undefined;
}

/**
 * A step of a transaction: notes the webhook once and enqueues its work, unless work that waits already or a state that
 * we hold covers it. Few statements: 20,000 of these come at once when a merchant changes all prices.
 * @returns `duplicate` for one that was noted before
 */
export function* storeWebhook(
  tx: Tx,
  { clock }: { clock: Clock },
  webhook: ReceivedWebhook,
): Steps<"taken" | "duplicate"> {
  const { shop, topic, webhookId } = webhook;
  const noted = yield* run(noteSql, { shop, topic, webhookId, receivedAt: clock.now() });
  if (noted === 0) return "duplicate";
  if (topic === "app/scopes_update") yield* markScopesUnknown(tx, shop);
  yield* enqueueWork(clock, webhook);
  return "taken";
}

/**
 * Thousands of products are read again after one price change: what a person waits for goes before that, and long jobs, which
 * would keep the mirror old for hours, go after it.
 */
function* enqueueWork(clock: Clock, webhook: ReceivedWebhook): Steps<void> {
  const { shop, topic, news, resourceId, changedAt } = webhook;
  const createdBy = `webhook:${topic}`;
  // Of a notice that the shop left, its time matters: a late one that waits must not swallow the one of today.
  const ofShop = {
    ...({ shop, priority: 0, createdBy } as const),
    payload: { noticeAt: webhook.triggeredAt ?? null },
    items: [{ subject: shop, payload: null }],
  };
  const ofResource = { ...({ shop, priority: 1, createdBy } as const), payload: {} };
  switch (news) {
    case "product": {
      const productId = productIdSchema.safeParse(resourceId).data;
      if (productId === undefined || (yield* isWaiting({ shop, kind: refreshProductJob.kind, subject: productId })))
        return;
      if (topic === "products/update" && (yield* isKnownLater({ shop, id: productId, changedAt }))) return;
      const items = [{ subject: productId, payload: { productId } }];
      yield* enqueueJobIn(clock, { ...ofResource, job: refreshProductJob, title: "Read a product again", items });
      return;
    }
    case "collection": {
      const { kind } = refreshCollectionsJob;
      if (resourceId === "" || (yield* isWaiting({ shop, kind, subject: resourceId }))) return;
      const items = [{ subject: resourceId, payload: { collectionId: resourceId } }];
      yield* enqueueJobIn(clock, {
        ...ofResource,
        job: refreshCollectionsJob,
        title: "Read a collection again",
        items,
      });
      return;
    }
    case "languages": {
      const { kind } = refreshLanguagesJob;
      if (yield* isWaiting({ shop, kind, subject: shop })) return;
      const items = [{ subject: shop, payload: null }];
      yield* enqueueJobIn(clock, {
        ...ofResource,
        job: refreshLanguagesJob,
        title: "Read languages and markets again",
        items,
      });
      return;
    }
    case "uninstalled":
      yield* enqueueJobIn(clock, {
        ...ofShop,
        job: confirmUninstallJob,
        title: "Confirm that the app was uninstalled",
      });
      return;
    case "redact":
      yield* enqueueJobIn(clock, { ...ofShop, job: forgetShopJob, title: "Forget a shop" });
      return;
    case null:
  }
}

const noteSql = `INSERT INTO webhook_events (shop, topic, webhook_id, received_at)
  VALUES (@shop, @topic, @webhookId, @receivedAt) ON CONFLICT DO NOTHING`;

/** A job that has not started yet will see the newest state anyway: a second one would only repeat it. */
function* isWaiting(work: { shop: string; kind: string; subject: string }): Steps<boolean> {
  const sql = `SELECT 1 FROM job_items
    WHERE shop = @shop AND subject = @subject AND kind = @kind AND status = 'queued' LIMIT 1`;
  return (yield* get(sql, work)) !== undefined;
}

/**
 * A delivery that comes late or out of order is about an earlier state than the one we have read. Of one that is
 * as old as ours this is not known: times have whole seconds, and a second may hold several changes.
 */
function* isKnownLater(of: { shop: string; id: string; changedAt: number | undefined }): Steps<boolean> {
  if (of.changedAt === undefined) return false;
  const sql = `SELECT 1 FROM products
    WHERE shop = @shop AND id = @id AND gone_at IS NULL AND whole_at > @changedAt LIMIT 1`;
  return (yield* get(sql, of)) !== undefined;
}
