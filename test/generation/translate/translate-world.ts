import { and, eq } from "drizzle-orm";
import { onTestFinished } from "vitest";
import { newEncryptionKey } from "../../../app/config.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import {
  type ShopTranslation,
  shopLocales,
  shopTranslations,
  translatableTexts,
  versions,
} from "../../../app/db/schema/index.ts";
import { startTranslation, type TranslationRequest } from "../../../app/generation/translate/start-translation.ts";
import { listJobItems } from "../../../app/jobs/read-jobs.ts";
import { type JobId, type ProductId, productIdSchema } from "../../../app/lib/brand.ts";
import { createSealer } from "../../../app/lib/seal.ts";
import { createModels } from "../../../app/model/model-for-shop.ts";
import type { AdminApiFor } from "../../../app/shopify/admin-api.ts";
import { createTranslateTask } from "../../../app/tasks/translate-content.ts";
import type { GivenModelSettings } from "../../../sandbox/model/model-state.ts";
import { startModel } from "../../../sandbox/model/start.ts";
import { aWorker } from "../../jobs/support.ts";
import { shop, startAt, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

export const price = { input: 1, cached: 0.1, output: 8 };
export const languages = ["de", "ja", "ar"];
export const desc =
  '<p class="lead">Ravello is a shirt of washed linen that weighs 240 g and stays cool on warm days.</p>\n<ul><li>Length 74 cm</li><li>Two chest pockets with {{ shop.name }} buttons</li></ul><p>Care &amp; washing: see <a href="https://demo.myshopify.com/care">our page</a>. Guaranteed for 2 years.</p>';

/** A shop in English with these further languages, products with live texts, and a model that translates. */
export async function atelier(
  options: {
    db?: SqliteDb;
    settings?: GivenModelSettings;
    products?: number;
    priced?: boolean;
    locales?: readonly string[];
    /** what happens while the model is at work. @param body what it is asked, as JSON */
    meanwhile?: (body: string) => Promise<void>;
  } = {},
) {
  const { db = openTestDatabase(), settings, products = 1, priced = false, locales = languages, meanwhile } = options;
  const clock = testClock();
  const sandbox = await startModel({
    now: clock.now,
    settings: { latencyMs: 0, flawRate: 0, repairRate: 1, ...settings },
  });
  onTestFinished(() => sandbox.close());
  const models = createModels({
    ...{ db, clock },
    fetch: async (...asked: Parameters<typeof fetch>) => {
      await meanwhile?.(String(asked[1]?.body ?? ""));
      return fetch(...asked);
    },
    sealer: createSealer([newEncryptionKey()]),
    config: {
      ...{ OPENAI_BASE_URL: `${sandbox.url}/v1`, OPENAI_API_KEY: "sk-test" },
      ...{ MODEL_V1: "shelf-small", MODEL_V2: "shelf-large", MODEL_TIMEOUT_MS: 10_000 },
      ...(settings?.examiner ? { MODEL_EXAMINER: "shelf-examiner" } : {}),
      MODEL_PRICES: priced ? { "shelf-small": price, "shelf-examiner": price } : {},
    },
  });
  const productIds = Array.from({ length: products }, (_, n) => productIdSchema.parse(String(1001 + n)));
  for (const [n, id] of productIds.entries()) {
    const title = n === 0 ? "Linen Shirt Ravello" : `Linen Shirt Ravello ${n + 1}`;
    await storeProduct(db, { id, title, descriptionHtml: desc.replace("Ravello", `Ravello ${n + 1}`) });
  }
  const rows = ["en", ...locales].map((locale, position) => ({
    ...{ shop, locale, position, isPrimary: position === 0, published: true, reachable: true },
  }));
  await db.orm.insert(shopLocales).values(rows);
  const admin: AdminApiFor = (name) => ({
    shop: name,
    run: () => Promise.reject(new Error("products are not read again before they are translated")),
  });
  const task = createTranslateTask({ db, clock, models, admin });
  const worker = aWorker({ db, clock, tasks: [task] });
  return { db, clock, sandbox, models, admin, task, worker, productIds, locales };
}
export type Atelier = Awaited<ReturnType<typeof atelier>>;

/** Starts a run; null where nothing is to be translated. */
export function start(
  { db, clock, productIds, locales }: Pick<Atelier, "db" | "clock" | "productIds" | "locales">,
  asked: Partial<TranslationRequest> = {},
): Promise<JobId | null> {
  return startTranslation(
    { db, clock },
    {
      ...{ shop, productIds, locales, contentTypes: ["title", "desc"], which: "missing", includeEdited: false },
      ...{ agentModel: "v1", createdBy: "anna", ...asked },
    },
  );
}

/** @throws where nothing was to be translated */
export function started(jobId: JobId | null): JobId {
  if (jobId === null) throw new Error("no run was started");
  return jobId;
}

export function firstOf({ productIds }: Pick<Atelier, "productIds">): ProductId {
  const [first] = productIds;
  if (first === undefined) throw new Error("there is no product");
  return first;
}

/** Starts a run and works on it until its items rest. */
export async function translate(world: Atelier, asked: Partial<TranslationRequest> = {}) {
  const jobId = started(await start(world, asked));
  for (let round = 0; round < 3; round++) await world.worker.tick();
  const { rows } = await listJobItems({ db: world.db }, { shop, jobId });
  return { jobId, items: rows };
}

/** Language, text → its draft. */
export async function draftsIn({ db }: Pick<Atelier, "db">, productId = "1001") {
  const rows = await db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, productId), eq(versions.state, "draft")));
  return new Map(
    rows.map((row) => [`${row.locale} ${row.resource === "product" ? "" : `${row.resource}.`}${row.contentType}`, row]),
  );
}

/** What the shop holds of a product in one language. */
export async function putLive(
  { db }: Pick<Atelier, "db">,
  locale: string,
  texts: Record<string, Partial<ShopTranslation>>,
) {
  const full = Object.entries(texts).map(([name, text]) => [
    name,
    { value: "", outdated: false, updatedAt: startAt, ...text },
  ]);
  await db.orm.insert(shopTranslations).values({
    ...{ shop, owner: "1001", locale, market: "", readAt: startAt },
    texts: Object.fromEntries(full),
  });
}

/** Options of a product, as Shopify offers them for translation. */
export async function putOptions({ db }: Pick<Atelier, "db">, names: Record<string, string>, owner = "1001") {
  const texts = Object.fromEntries(
    Object.entries(names).map(([name, value]) => [name, { value, type: "SINGLE_LINE_TEXT_FIELD" }]),
  );
  await db.orm.insert(translatableTexts).values({ shop, owner, texts, readAt: startAt });
}
