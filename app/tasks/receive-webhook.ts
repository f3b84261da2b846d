import { z } from "zod";
import type { Db } from "../db/open.ts";
import { isStorageTrouble } from "../db/storage-trouble.ts";
import type { Tally } from "../db/tally.ts";
import { shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import { parseSentJson } from "../lib/json.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import { verifyWebhook } from "../shopify/verify-webhook.ts";
import { type ReceivedWebhook, storeWebhook, type WebhookNews } from "./store-webhook.ts";

export interface ReceiveWebhookDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  /** the app's secret, and during a rotation the one of before */
  apiSecrets: readonly string[];
  /** counts deliveries for operators */
  tally?: Pick<Tally, "add">;
}

/** @returns null for a header that is not there */
interface WebhookHeaders {
  get(name: string): string | null;
}

/** All topics that shopify.app.toml subscribes to name the shop in the body or are only hints to read again. */
const bodySchema = z.looseObject({
  id: z.union([z.number(), z.string()]).optional(),
  /** of a product: when it was last changed, at the time of sending */
  updated_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  myshopify_domain: z.string().optional(),
  shop_domain: z.string().optional(),
});

/** The event that a topic reports, or null where nothing is to be done (we keep no customer's data). */
const newsByTopic: ReadonlyMap<string, WebhookNews | null> = new Map(
  Object.entries({
    "products/create": "product",
    "products/update": "product",
    "products/delete": "product",
    "collections/create": "collection",
    "collections/update": "collection",
    "collections/delete": "collection",
    "locales/create": "languages",
    "locales/update": "languages",
    "locales/destroy": "languages",
    "markets/create": "languages",
    "markets/update": "languages",
    "markets/delete": "languages",
    // Of addresses and their languages no other topic tells.
    "domains/create": "languages",
    "domains/update": "languages",
    "domains/destroy": "languages",
    "markets_backup_region/update": "languages",
    "bulk_operations/finish": null,
    "app/uninstalled": "uninstalled",
    // No job: the next request of a page exchanges the token, and the worker has nothing to do before.
    "app/scopes_update": null,
    "customers/data_request": null,
    "customers/redact": null,
    "shop/redact": "redact",
  } satisfies Record<string, WebhookNews | null>),
);

/**
 * Receives one webhook: checks its signature on the body's bytes as they were sent, notes it once, enqueues the work, and
 * answers when that is on the disk; webhooks that come together share a commit. It loads no session, so it answers
 * for uninstalled and unknown shops too. The signature covers the body only: shop and topic headers are hints, and every job
 * asks Shopify before it changes anything.
 * @returns the HTTP status: 200 taken (also when seen before), 401 wrong signature, 400 unreadable, 503 not stored: Shopify
 *   delivers it again
 * @see https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 */
export async function receiveWebhook(deps: ReceiveWebhookDeps, input: Delivery): Promise<200 | 400 | 401 | 503> {
  const { status, outcome } = await receive(deps, input);
  const topic = input.headers.get("x-shopify-topic")?.toLowerCase() ?? "";
  deps.tally?.add("webhooks", { topic: newsByTopic.has(topic) ? topic : "other", outcome });
  return status;
}

interface Delivery {
  rawBody: string | Buffer;
  headers: WebhookHeaders;
}

interface Received {
  status: 200 | 400 | 401 | 503;
  outcome: "taken" | "duplicate" | "wrong_signature" | "unreadable" | "not_stored";
}

const unreadable: Received = { status: 400, outcome: "unreadable" };

async function receive(deps: ReceiveWebhookDeps, input: Delivery): Promise<Received> {
  const { headers, rawBody } = input;
  if (!verifyWebhook({ apiSecrets: deps.apiSecrets, rawBody, hmac: headers.get("x-shopify-hmac-sha256") })) {
    deps.logger.warn(
      { topic: headers.get("x-shopify-topic") ?? "none" },
      "a webhook with a wrong signature was refused",
    );
    return { status: 401, outcome: "wrong_signature" };
  }
  const topic = headers.get("x-shopify-topic")?.toLowerCase() ?? "";
  const body = bodySchema.safeParse(parseSentJson(textOf(rawBody)));
  if (!body.success || topic === "") return unreadable;
  const shop = shopDomainSchema.safeParse(
    body.data.shop_domain ?? body.data.myshopify_domain ?? headers.get("x-shopify-shop-domain"),
  );
  if (!shop.success) return unreadable;
  const news = newsByTopic.get(topic) ?? null;
  const webhookId = headers.get("x-shopify-webhook-id") ?? idOf(topic, headers, { rawBody, now: deps.clock.now() });
  const { id, updated_at: changedAt } = body.data;
  const webhook: ReceivedWebhook = {
    shop: shop.data,
    topic,
    webhookId,
    news,
    resourceId: String(id ?? ""),
    changedAt: changedAt === undefined ? undefined : Date.parse(changedAt),
    triggeredAt: timeOf(headers.get("x-shopify-triggered-at")),
  };
  let outcome: Received["outcome"];
  try {
    outcome = await deps.db.transactTogether({ shop: webhook.shop }, (tx) => storeWebhook(tx, deps, webhook));
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    deps.logger.warn({ shop: shop.data, topic, error: describeError(error) }, "a webhook could not be stored");
    return { status: 503, outcome: "not_stored" };
  }
  deps.logger.info({ shop: shop.data, topic, webhookId }, "webhook taken");
  return { status: 200, outcome };
}

function timeOf(header: string | null): number | undefined {
  const time = Date.parse(header ?? "");
  return Number.isNaN(time) ? undefined : time;
}

/** Of a delivery without an id: another body, of the same second too, is another delivery. */
function idOf(
  topic: string,
  headers: WebhookHeaders,
  { rawBody, now }: { rawBody: string | Buffer; now: number },
): string {
  return `${topic}:${headers.get("x-shopify-triggered-at") ?? now}:${digestOf(textOf(rawBody))}`;
}

/** Only what is signed is bytes. A byte order mark, which JSON does not know, goes. */
function textOf(rawBody: string | Buffer): string {
  return typeof rawBody === "string" ? rawBody : new TextDecoder().decode(rawBody);
}
