import net from "node:net";
import { Agent } from "undici";
import { importProducts } from "../../app/catalog/import-products.ts";
import { refreshProduct } from "../../app/catalog/refresh-product.ts";
import { sourceDigest } from "../../app/catalog/translations/source-digest.ts";
import { type Db, openDatabase } from "../../app/db/open.ts";
import { products, shops, versions } from "../../app/db/schema/index.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { digestOf } from "../../app/lib/digest.ts";
import { newId } from "../../app/lib/id.ts";
import { createLogger } from "../../app/lib/logger.ts";
import { createMetafieldDefinitions } from "../../app/publishing/metafield-definitions.ts";
import { publishProduct } from "../../app/publishing/publish-product.ts";
import { createAdminClient } from "../../app/shopify/admin-client.ts";
import type { Tokens } from "../../app/shopify/tokens.ts";
import { storeTarget } from "../../app/texts/target.ts";
import type { Plan } from "../../sandbox/store/bucket.ts";
import { defaultApp, startStore } from "../../sandbox/store/start.ts";

const shop = shopDomainSchema.parse("bench.myshopify.com");
const logger = createLogger("bench", "silent");
const texts = {
  title: "A title of the usual length, with the brand",
  desc: "<p>A description that says what the thing is made of.</p>",
  bullets: ["First", "Second", "Third"],
  seo_title: "A page title for search engines",
  seo_desc: "A page description for search engines, of one sentence.",
};

export interface PlanPace {
  plan: Plan;
  products: number;
  /** how often Shopify refused a call for want of points */
  throttled: number;
  /** the calls of one product: look, write, look again, and the reading that our own webhook causes */
  pointsPerProduct: number;
  callsPerProduct: number;
  /** once the full bucket of the beginning is spent */
  productsPerHour: number;
}

/**
 * Publishes five texts of each product of a shop on a plan, or title and description in each of some languages, sixteen products at once, in the time of a clock that only waits for
 * points: what remains is the pace that the plan allows.
 */
export async function publishOnPlan({
  plan,
  size,
  locales = [],
}: {
  plan: Plan;
  size: number;
  locales?: readonly string[] | undefined;
}): Promise<PlanPace> {
  let nowMs = Date.UTC(2026, 10, 21);
  const clock = { now: () => nowMs };
  const store = await startStore({
    now: clock.now,
    shops: [{ domain: shop, name: "Bench", plan, locales: ["en", ...locales], catalogue: { generate: size } }],
    app: { ...defaultApp, subscriptions: [] },
    bulkDelayMs: 0,
    accessTokenSeconds: 10_000_000,
  });
  const agent = new Agent({
    connect(_options, callback) {
      const socket = net.connect({ port: store.port, host: "127.0.0.1", noDelay: true });
      socket.once("error", (error) => callback(error, null));
      socket.once("connect", () => callback(null, socket));
    },
  });
  const reach: typeof fetch = (input, init) => fetch(input, { ...init, dispatcher: agent } as RequestInit);
  const db = openDatabase({ file: ":memory:" });
  try {
    const admin = createAdminClient({
      fetch: reach,
      tokens: oneToken(store.state.token(shop).access_token),
      clock,
      logger,
      apiVersion: "2026-10",
      timeoutMs: 20_000,
      sleep: async (ms) => {
        nowMs += ms;
      },
    });
    await db.orm.insert(shops).values({ shop, installedAt: nowMs });
    await importProducts({ db, clock, logger, fetch: reach, admin: admin(shop) }, importContext);
    const ids = await approveAll(db, nowMs, locales);
    const deps = { db, clock, admin, definitions: createMetafieldDefinitions() };
    const guards = { async assertStillWanted() {}, *assertLease() {} };
    const { seq: before = 0 } = store.state.log().at(-1) ?? {};
    const fullBucket = store.state.shop(shop).bucket.status();
    const startedAt = nowMs;
    const waiting = [...ids];
    const slot = async () => {
      for (let id = waiting.pop(); id; id = waiting.pop()) {
        const asked = { shop, productId: id, createdBy: "bench" };
        for (const locale of locales) {
          const report = await publishProduct(deps, guards, { ...asked, target: storeTarget(locale) });
          // Some products have no description.
          if (report.kind === "gone" || !report.published.includes("title")) throw new Error("nothing was published");
        }
        // No webhook tells of a translation.
        if (locales.length > 0) continue;
        await publishProduct(deps, guards, asked);
        await refreshProduct({ db, clock, admin: admin(shop) }, { shop, id });
      }
    };
    await Promise.all(Array.from({ length: 16 }, slot));
    const calls = store.state.log(before);
    const points = calls.reduce((sum, { actualCost }) => sum + (actualCost ?? 0), 0);
    const seconds = (nowMs - startedAt) / 1_000;
    const pointsPerProduct = points / ids.length;
    // What the bucket held at the beginning was free of waiting.
    const paidFor = Math.max(0, points - fullBucket.currentlyAvailable) / pointsPerProduct;
    return {
      plan,
      products: ids.length,
      throttled: calls.filter(({ outcome }) => outcome === "throttled" || outcome === "fault:throttled").length,
      callsPerProduct: Math.round((calls.length / ids.length) * 10) / 10,
      pointsPerProduct: Math.round(pointsPerProduct * 10) / 10,
      productsPerHour: seconds === 0 ? Number.POSITIVE_INFINITY : Math.round((paidFor / seconds) * 3_600),
    };
  } finally {
    db.close();
    await agent.destroy();
    await store.close();
  }
}

async function approveAll(db: Db, now: number, locales: readonly string[]) {
  const rows = await db.orm
    .select({ id: products.id, title: products.title, html: products.descriptionHtml })
    .from(products);
  for (const row of rows) {
    await approveIn(db, { now, row, locales });
    if (locales.length > 0) continue;
    const live: Record<string, unknown> = { title: row.title, desc: row.html };
    for (const [contentType, body] of Object.entries(texts)) {
      const base = (live[contentType] ?? null) as string | null;
      await db.orm.insert(versions).values({
        id: newId("ver", now),
        shop,
        productId: row.id,
        contentType,
        locale: "en",
        state: "approved",
        origin: "generated",
        body,
        warnings: [],
        blocked: false,
        evidence: [],
        base,
        baseDigest: digestOf(base),
        factsDigest: "facts",
        configDigest: "config",
        createdAt: now,
      });
    }
  }
  return rows.map(({ id }) => productIdSchema.parse(id));
}

interface Translated {
  now: number;
  row: { id: string; title: string; html: string };
  locales: readonly string[];
}

async function approveIn(db: Db, { now, row, locales }: Translated): Promise<void> {
  for (const locale of locales) {
    for (const [contentType, source] of [
      ["title", row.title],
      ["desc", row.html],
    ] as const) {
      await db.orm.insert(versions).values({
        ...{
          id: newId("ver", now),
          shop,
          productId: row.id,
          contentType,
          locale,
          state: "approved",
          origin: "generated",
        },
        ...{ body: `${locale} ${source}`, warnings: [], blocked: false, evidence: [], base: null },
        ...{ baseDigest: digestOf(null), factsDigest: sourceDigest(source), configDigest: "config", createdAt: now },
      });
    }
  }
}

const importContext = {
  shop,
  signal: new AbortController().signal,
  checkpoint: undefined,
  saveCheckpoint: async () => {},
  progress: async () => {},
  assertStillWanted: async () => {},
};

function oneToken(token: string): Tokens {
  const refuse = async () => {
    throw new Error("the store refused the benchmark's token");
  };
  return { accessToken: async () => token, replaceRejected: refuse, giveUp: refuse, refreshIdle: async () => 0 };
}
