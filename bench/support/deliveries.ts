import { createHmac } from "node:crypto";
import { createRandom } from "../../sandbox/shared/random.ts";

/** One webhook as Shopify sends it, signed. */
export interface Delivery {
  body: string;
  headers: Record<string, string>;
}

export interface BurstShop {
  domain: string;
  /** numbers of the Shopify gids */
  productIds: string[];
}

/** Of 100 deliveries: what a price change of a whole catalogue looks like, with what always comes along. */
const topics: [topic: string, share: number][] = [
  ["products/update", 84], ["products/create", 4], ["products/delete", 2], ["collections/update", 5],
  ["bulk_operations/finish", 2], ["customers/data_request", 1], ["customers/redact", 1], ["app/scopes_update", 1],
]; // biome-ignore format: pairs of topic and share
const repeatedShare = 0.05;

/** Webhooks of many shops in a mixed order; some are sent twice, as Shopify does, with the same id. */
export function makeDeliveries(options: {
  shops: readonly BurstShop[];
  count: number;
  secret: string;
  now: number;
  seed?: number;
}): Delivery[] {
  const { shops, count, secret, now } = options;
  const random = createRandom(options.seed ?? 1);
  const below = (limit: number) => Math.floor(random.next() * limit);
  const made: Delivery[] = [];
  for (let n = 0; n < count; n++) {
    const earlier = made[below(made.length)];
    if (earlier && random.next() < repeatedShare) {
      made.push(earlier);
      continue;
    }
    const shop = shops[below(shops.length)];
    if (!shop) throw new RangeError("a burst needs shops");
    const topic = topicAt(below(100));
    const id = Number(shop.productIds[below(shop.productIds.length)] ?? n + 1);
    const body = JSON.stringify(bodyOf(topic, { id, shop: shop.domain, at: new Date(now + n).toISOString() }));
    made.push({
      body,
      headers: {
        "content-type": "application/json",
        "x-shopify-topic": topic,
        "x-shopify-shop-domain": shop.domain,
        "x-shopify-webhook-id": `burst-${options.seed ?? 1}-${n}`,
        "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
      },
    });
  }
  return made;
}

function topicAt(percent: number): string {
  let passed = 0;
  for (const [topic, share] of topics) {
    passed += share;
    if (percent < passed) return topic;
  }
  return "products/update";
}

function bodyOf(topic: string, { id, shop, at }: { id: number; shop: string; at: string }): object {
  if (topic.startsWith("products/") || topic.startsWith("collections/")) return { id, updated_at: at };
  return { myshopify_domain: shop, shop_domain: shop };
}
