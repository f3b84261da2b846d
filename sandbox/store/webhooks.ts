import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "undici";
import type { Faults } from "../shared/faults.ts";
import type { Random } from "../shared/random.ts";
import type { SandboxApp } from "./sandbox-app.ts";
import { apiVersion } from "./schema.ts";

export interface Delivery {
  id: number;
  shop: string;
  /** As in the header: `products/update`. */
  topic: string;
  webhookId: string;
  eventId: string;
  triggeredAt: number;
  url: string;
  payload: unknown;
  /** `merged`: a later delivery about the same thing went in its place. */
  status: "pending" | "delivered" | "failed" | "lost" | "merged";
  attempts: { at: number; status?: number; error?: string }[];
}

export interface Webhooks {
  /** Sends a webhook to the app. `copies` sends duplicates with the same webhook id. */
  send(shop: string, topic: string, payload: unknown, options?: { copies?: number; url?: string }): void;
  /** Sends several in an order of chance. */
  sendShuffled(list: { shop: string; topic: string; payload: unknown; copies?: number }[]): void;
  deliveries(): Delivery[];
  /** Sends at once what is held back as late, shuffled or to be merged. */
  release(): void;
  /** Waits until no delivery is pending. */
  settled(): Promise<void>;
  clear(): void;
  close(): void;
}

/** `PRODUCTS_UPDATE` → `products/update`; a topic that has a slash is kept. */
export function topicName(topic: string): string {
  if (topic.includes("/")) return topic.toLowerCase();
  const words = topic.toLowerCase().split("_");
  const split = words[0] === "customers" || words[0] === "shop" || words[0] === "app" ? 1 : words.length - 1;
  return `${words.slice(0, split).join("_")}/${words.slice(split).join("_")}`;
}

/** What can happen to a delivery; `ms` of the rule is how long it is held back at most. */
export const webhookFaultKinds = [
  "webhook_lost",
  "webhook_repeated",
  "webhook_late",
  "webhook_shuffled",
  "webhook_merged",
] as const;
const heldBackMs = 200;

export interface WebhookDeps {
  now: () => number;
  app: () => SandboxApp;
  /** what deliveries are signed with */
  secret: () => string;
  faults: Faults;
  random: Random;
  /** Pauses before the second, third … try. Shopify tries eight times over four hours. */
  retryMs: readonly number[];
}

/** Signs and delivers webhooks: 1 s to connect, 5 s in all, any 2xx is a success. */
export function createWebhooks(deps: WebhookDeps): Webhooks {
  const agent = new Agent({ connect: { timeout: 1000 }, headersTimeout: 5000, bodyTimeout: 5000 });
  const log: Delivery[] = [];
  const running = new Set<Promise<void>>();
  const pauses = new Set<() => void>();
  const held = new Set<() => void>();
  let generation = 0;

  function pause(ms: number, waiting = pauses): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(finish, ms);
      function finish() {
        clearTimeout(timer);
        waiting.delete(finish);
        resolve();
      }
      waiting.add(finish);
    });
  }

  /** Holds a delivery back as its faults demand. @returns whether it is still to be sent */
  async function holdBack(delivery: Delivery): Promise<boolean> {
    const strike = (kind: string) => deps.faults.strike({ operation: `webhook:${delivery.topic}` }, [kind]);
    if (strike("webhook_lost")) {
      delivery.status = "lost";
      return false;
    }
    const late = strike("webhook_late");
    if (late) await pause(late.ms ?? heldBackMs, held);
    const shuffled = strike("webhook_shuffled");
    if (shuffled) await pause(deps.random.int(0, shuffled.ms ?? heldBackMs), held);
    const merged = strike("webhook_merged");
    if (merged) await pause(merged.ms ?? heldBackMs, held);
    if (merged && log.some((later) => later.id > delivery.id && isAboutTheSame(later, delivery))) {
      delivery.status = "merged";
      return false;
    }
    return true;
  }

  async function attempt(delivery: Delivery, body: string): Promise<boolean> {
    const entry: Delivery["attempts"][number] = { at: deps.now() };
    delivery.attempts.push(entry);
    try {
      const answer = await request(delivery.url, {
        method: "POST",
        dispatcher: agent,
        signal: AbortSignal.timeout(5000),
        headers: {
          "content-type": "application/json",
          "user-agent": "Shopify-Captain-Hook",
          "x-shopify-topic": delivery.topic,
          "x-shopify-hmac-sha256": createHmac("sha256", deps.secret()).update(body).digest("base64"),
          "x-shopify-shop-domain": delivery.shop,
          "x-shopify-api-version": apiVersion,
          "x-shopify-webhook-id": delivery.webhookId,
          "x-shopify-event-id": delivery.eventId,
          "x-shopify-triggered-at": new Date(delivery.triggeredAt).toISOString(),
        },
        body,
      });
      await answer.body.dump();
      entry.status = answer.statusCode;
      return answer.statusCode >= 200 && answer.statusCode < 300;
    } catch (error) {
      entry.error = error instanceof Error ? error.message : String(error);
      return false;
    }
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const mine = generation;
    if (!(await holdBack(delivery))) return;
    const body = JSON.stringify(delivery.payload);
    for (let turn = 0; mine === generation; turn += 1) {
      if (await attempt(delivery, body)) {
        delivery.status = "delivered";
        return;
      }
      const wait = deps.retryMs[turn];
      if (wait === undefined) break;
      await pause(wait);
    }
    delivery.status = "failed";
  }

  function start(
    shop: string,
    topic: string,
    payload: unknown,
    ids: { webhookId: string; eventId: string },
    elsewhere?: string,
  ) {
    const name = topicName(topic);
    const app = deps.app();
    const subscription = app.subscriptions.find((one) => topicName(one.topic) === name);
    const url = elsewhere ?? (subscription && new URL(subscription.path, app.url).href);
    if (url === undefined) throw new RangeError(`The app has no subscription to ${name}.`);
    const delivery: Delivery = {
      id: log.length + 1,
      shop,
      topic: name,
      ...ids,
      triggeredAt: deps.now(),
      url,
      payload: elsewhere === undefined ? pickFields(payload, subscription?.includeFields) : payload,
      status: "pending",
      attempts: [],
    };
    log.push(delivery);
    const work = deliver(delivery).finally(() => running.delete(work));
    running.add(work);
  }

  const newIds = () => ({ webhookId: randomUUID(), eventId: randomUUID() });

  return {
    send(shop, topic, payload, options = {}) {
      const ids = newIds();
      const repeated = deps.faults.strike({ operation: `webhook:${topicName(topic)}` }, ["webhook_repeated"]);
      const copies = (options.copies ?? 1) + (repeated ? 1 : 0);
      for (let i = 0; i < copies; i += 1) start(shop, topic, payload, ids, options.url);
    },
    sendShuffled(list) {
      const all = list.flatMap((item) => {
        const ids = newIds();
        return Array.from({ length: item.copies ?? 1 }, () => ({ item, ids }));
      });
      for (const { item, ids } of deps.random.shuffle(all)) start(item.shop, item.topic, item.payload, ids);
    },
    deliveries: () => log,
    release() {
      for (const finish of [...held]) finish();
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    clear() {
      generation += 1;
      for (const finish of [...pauses, ...held]) finish();
      log.length = 0;
    },
    close() {
      generation += 1;
      for (const finish of [...pauses, ...held]) finish();
      void agent.destroy();
    },
  };
}

function isAboutTheSame(a: Delivery, b: Delivery): boolean {
  const idOf = ({ payload }: Delivery) => (payload as { id?: unknown }).id;
  return a.shop === b.shop && a.topic === b.topic && a.url === b.url && idOf(a) === idOf(b);
}

/** The fields of a payload's top level that a subscription asks for. */
function pickFields(payload: unknown, wanted: readonly string[] | undefined): unknown {
  if (!wanted || typeof payload !== "object" || payload === null) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([name]) => wanted.includes(name)));
}
