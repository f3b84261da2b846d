import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { openDatabase, type SqliteDb } from "../app/db/open.ts";
import { versions } from "../app/db/schema/index.ts";
import { startTranslation } from "../app/generation/translate/start-translation.ts";
import { createWorker } from "../app/jobs/create-worker.ts";
import { readJob } from "../app/jobs/read-jobs.ts";
import { type ProductId, shopDomainSchema } from "../app/lib/brand.ts";
import { systemClock } from "../app/lib/clock.ts";
import { createLogger } from "../app/lib/logger.ts";
import type { ModelRequest } from "../app/model/port.ts";
import type { AdminApiFor } from "../app/shopify/admin-api.ts";
import { createTranslateTask } from "../app/tasks/translate-content.ts";
import { countCalls } from "./support/rule-model.ts";
import { createSandboxWriter } from "./support/sandbox-writer.ts";
import { storeTranslatable } from "./support/store-translatable.ts";
import { measureTranslating, translatedTypes } from "./support/translating-costs.ts";

const shop = shopDomainSchema.parse("bench.myshopify.com");
const locales = ["de", "fr", "ja", "ar", "pt-BR", "zh-TW"];
/** Calls at once; the worker keeps a quarter of its slots for work that people wait for. */
const inFlight = 64;
const slots = Math.ceil((inFlight * 4) / 3);
const latencyMs = 800;
const waitingSize = 640;
const costedProducts = 20;

/**
 * Eight texts of each product into six languages through job, worker, prompt, checks against the source and drafts, in a file, every
 * commit synced. Once with a model that answers at once, as a ratio to the floor: the same answers written again by that model and
 * the same drafts stored, a transaction a product, and nothing else. Once with one that takes 800 ms, 64 calls at a time, for the
 * titles in one language, measured against Little's law (in flight ÷ latency). Then what the calls cost in tokens beside a call for each
 * text and language.
 */
export async function run({ size = 200 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const { atOnce, floor, cpuMs } = await measureAtOnce(size);
  process.stderr.write(`0 ms: ${Math.round(atOnce)} products × languages a second, the floor ${Math.round(floor)}\n`);
  const waiting = await inDatabase(async (db) => {
    const productIds = await storeTranslatable(db, { shop, count: waitingSize, locales });
    return translate(db, { productIds, latencyMs, locales: ["de"], contentTypes: ["title"] });
  });
  const costs = await inDatabase(async (db) => {
    const productIds = await storeTranslatable(db, { shop, count: costedProducts, locales });
    return measureTranslating({ db, clock: systemClock }, { shop, productIds, locales });
  });
  return {
    ...{ name: "translate", size, locales: locales.length },
    product_locales_per_second: Math.round(atOnce),
    floor_per_second: Math.round(floor),
    ratio: rounded(atOnce / floor),
    cpu_ms_per_product_locale: rounded(cpuMs),
    latency_ms: latencyMs,
    in_flight: waiting.mostOpen,
    calls_per_second_at_latency: rounded(waiting.calls / waiting.seconds),
    littles_law_share: rounded(waiting.calls / waiting.seconds / (inFlight / (latencyMs / 1_000))),
    ...costs,
  };
}

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

async function inDatabase<T>(work: (db: SqliteDb) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bench-translate-"));
  const db = openDatabase({ file: join(folder, "bench.sqlite") });
  try {
    return await work(db);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns products × languages a second, of the app and of the floor, and the CPU time of one in the app */
async function measureAtOnce(size: number): Promise<{ atOnce: number; floor: number; cpuMs: number }> {
  return inDatabase(async (db) => {
    const productIds = await storeTranslatable(db, { shop, count: size, locales });
    const { seconds, cpuMs, requests } = await translate(db, {
      productIds,
      latencyMs: 0,
      locales,
      contentTypes: translatedTypes,
    });
    const drafts = await db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.state, "draft")));
    const floorSeconds = await measureFloor(requests, [...Map.groupBy(drafts, ({ productId }) => productId).values()]);
    const count = size * locales.length;
    return { atOnce: count / seconds, floor: count / floorSeconds, cpuMs: cpuMs / count };
  });
}

async function measureFloor(
  requests: readonly ModelRequest[],
  draftsOfProducts: readonly (typeof versions.$inferInsert)[][],
): Promise<number> {
  return inDatabase(async (db) => {
    const model = createSandboxWriter({ settings: careful });
    const { signal } = new AbortController();
    const from = performance.now();
    for (const request of requests) await model.complete(request, { signal });
    for (const drafts of draftsOfProducts) await db.orm.insert(versions).values(drafts);
    return (performance.now() - from) / 1_000;
  });
}

/** Repairs would measure something else. */
const careful = { flawRate: 0 };

interface Translated {
  seconds: number;
  /** of all threads of this process: what other work on the machine does not change */
  cpuMs: number;
  calls: number;
  mostOpen: number;
  requests: ModelRequest[];
}

async function translate(
  db: SqliteDb,
  input: { productIds: ProductId[]; latencyMs: number; locales: string[]; contentTypes: string[] },
): Promise<Translated> {
  const writer = createSandboxWriter({ settings: careful });
  const requests: ModelRequest[] = [];
  const { models, counts } = countCalls({
    latencyMs: input.latencyMs,
    complete(request, options) {
      requests.push(request);
      return writer.complete(request, options);
    },
  });
  const deps = { db, clock: systemClock, models };
  const logger = createLogger("bench", "silent");
  // Products are not read again before they are translated.
  const admin: AdminApiFor = (name) => ({ shop: name, run: () => Promise.reject(new Error("no shop is asked")) });
  const tasks = [createTranslateTask({ ...deps, admin })];
  const worker = createWorker({ ...deps, logger, tasks, slots, leaseMs: 60_000, perShopSlots: () => inFlight });
  try {
    const { productIds, locales: into, contentTypes } = input;
    const wish = { contentTypes, which: "missing", includeEdited: false } as const;
    const request = { shop, productIds, locales: into, agentModel: "v1", createdBy: "bench" } as const;
    const jobId = await startTranslation(deps, { ...request, ...wish });
    if (jobId === null) throw new Error("there is nothing to translate");
    const from = performance.now();
    const cpuBefore = process.cpuUsage();
    worker.start();
    for (let status = ""; status !== "completed"; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      status = (await readJob(deps, { shop, jobId }))?.status ?? "";
      if (status === "failed" || status === "partially_completed") throw new Error(`the job ended as ${status}`);
    }
    const seconds = (performance.now() - from) / 1_000;
    const { user, system } = process.cpuUsage(cpuBefore);
    return { seconds, cpuMs: (user + system) / 1_000, calls: counts.calls, mostOpen: counts.mostOpen, requests };
  } finally {
    await worker.stop();
  }
}
