import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import { jobItems, products, webhookEvents } from "../db/schema/index.ts";
import { q, type Tx } from "../db/transact.ts";
import { enqueueJobIn } from "../jobs/enqueue-job.ts";
import { type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import type { Logger } from "../lib/logger.ts";
import { markScopesUnknown } from "../shopify/auth-state.ts";
import { verifyWebhook } from "../shopify/verify-webhook.ts";

export interface ReceiveWebhookDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  /** the app's secret, and during a rotation the one of before */
  apiSecrets: readonly string[];
}

/** All topics that shopify.app.toml subscribes to name the shop in the body or are only hints to read again. */
const bodySchema = z.looseObject({
  id: z.union([z.number(), z.string()]).optional(),
  /** of a product: when it was last changed, at the time of sending */
  updated_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  myshopify_domain: z.string().optional(),
  shop_domain: z.string().optional(),
});

type JobKind = "refresh-product" | "refresh-collections" | "confirm-uninstall" | "forget-shop";

/** What a topic leads to: a job kind, or null where nothing is to be done (we keep no customer's data). */
const jobKindByTopic: ReadonlyMap<string, JobKind | null> = new Map(
  Object.entries({
    "products/create": "refresh-product",
    "products/update": "refresh-product",
    "products/delete": "refresh-product",
    "collections/create": "refresh-collections",
    "collections/update": "refresh-collections",
    "collections/delete": "refresh-collections",
    "bulk_operations/finish": null,
    "app/uninstalled": "confirm-uninstall",
    // No job: the next request of a page exchanges the token, and the worker has nothing to do before.
    "app/scopes_update": null,
    "customers/data_request": null,
    "customers/redact": null,
    "shop/redact": "forget-shop",
  } satisfies Record<string, JobKind | null>),
);

/**
 * Receives one webhook: checks its signature on the body's bytes as they were sent, notes it once, enqueues the work and answers at once. It
 * loads no session, so it answers for uninstalled and unknown shops too. The signature covers the body only: shop and
 * topic headers are hints, and every job asks Shopify before it changes anything.
 * @returns the HTTP status: 200 taken (also when seen before), 401 wrong signature, 400 unreadable
 * @see https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 */
export async function receiveWebhook(
  deps: ReceiveWebhookDeps,
  input: { rawBody: string | Buffer; headers: Headers },
): Promise<200 | 400 | 401> {
  const { headers, rawBody } = input;
  if (!verifyWebhook({ apiSecrets: deps.apiSecrets, rawBody, hmac: headers.get("x-shopify-hmac-sha256") })) {
    deps.logger.warn(
      { topic: headers.get("x-shopify-topic") ?? "none" },
      "a webhook with a wrong signature was refused",
    );
    return 401;
  }
  const topic = headers.get("x-shopify-topic")?.toLowerCase() ?? "";
  const body = bodySchema.safeParse(parseJson(textOf(rawBody)));
  if (!body.success || topic === "") return 400;
  const shop = shopDomainSchema.safeParse(
    body.data.shop_domain ?? body.data.myshopify_domain ?? headers.get("x-shopify-shop-domain"),
  );
  if (!shop.success) return 400;
  const kind = jobKindByTopic.get(topic) ?? null;
  const webhookId = headers.get("x-shopify-webhook-id") ?? idOf(topic, headers, { rawBody, now: deps.clock.now() });
  await deps.db.transact(function* (tx) {
    const seen = { shop: shop.data, topic, webhookId, receivedAt: deps.clock.now() };
    const fresh = yield* q(tx.insert(webhookEvents).values(seen).onConflictDoNothing().returning());
    if (fresh.length === 0) return;
    if (topic === "app/scopes_update") yield* markScopesUnknown(tx, shop.data);
    if (kind === null) return;
    const key = keys[kind];
    const subject = key ? String(body.data.id ?? "") : shop.data;
    if (subject === "" || (yield* isWaiting(tx, shop.data, kind, subject))) return;
    const changedAt = body.data.updated_at;
    if (topic === "products/update" && changedAt && (yield* isKnownLater(tx, shop.data, subject, changedAt))) return;
    yield* enqueueJobIn(tx, deps.clock, {
      shop: shop.data,
      kind,
      title: titles[kind],
      payload: {},
      items: [{ subject, payload: key ? { [key]: subject } : null }],
      priority: 0,
      createdBy: `webhook:${topic}`,
    });
  });
  deps.logger.info({ shop: shop.data, topic, webhookId }, "webhook taken");
  return 200;
}

/** Of a delivery without an id: another body, of the same second too, is another delivery. */
function idOf(topic: string, headers: Headers, { rawBody, now }: { rawBody: string | Buffer; now: number }): string {
  return `${topic}:${headers.get("x-shopify-triggered-at") ?? now}:${digestOf(textOf(rawBody))}`;
}

/** What an item names by the id in the body. */
const keys: Partial<Record<JobKind, string>> = {
  "refresh-product": "productId",
  "refresh-collections": "collectionId",
};

const titles = {
  "refresh-product": "Read a product again",
  "refresh-collections": "Read a collection again",
  "confirm-uninstall": "Confirm that the app was uninstalled",
  "forget-shop": "Forget a shop",
};

/** A job that has not started yet will see the newest state anyway: a second one would only repeat it. */
function* isWaiting(tx: Tx, shop: ShopDomain, kind: string, subject: string) {
  const waiting = yield* q(
    tx
      .select({ seq: jobItems.seq })
      .from(jobItems)
      .where(
        and(
          eq(jobItems.shop, shop),
          eq(jobItems.subject, subject),
          eq(jobItems.kind, kind),
          eq(jobItems.status, "queued"),
        ),
      )
      .limit(1),
  );
  return waiting.length > 0;
}

/**
 * A delivery that comes late or out of order tells of a state that we have passed: we read all of a later one. Of one that is
 * as old as ours we cannot say so: times have whole seconds, and a second holds several changes.
 */
function* isKnownLater(tx: Tx, shop: ShopDomain, id: string, changedAt: string) {
  const later = yield* q(
    tx
      .select({ id: products.id })
      .from(products)
      .where(
        and(
          eq(products.shop, shop),
          eq(products.id, id),
          isNull(products.goneAt),
          gt(products.wholeAt, Date.parse(changedAt)),
        ),
      )
      .limit(1),
  );
  return later.length > 0;
}

/** Only what is signed is bytes. A byte order mark, which JSON does not know, goes. */
function textOf(rawBody: string | Buffer): string {
  return typeof rawBody === "string" ? rawBody : new TextDecoder().decode(rawBody);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
