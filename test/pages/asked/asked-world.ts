import { copyFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { importReviews } from "../../../app/catalog/reviews/import-reviews.ts";
import { createSavedView } from "../../../app/catalog/saved-views.ts";
import { newEncryptionKey, readConfig } from "../../../app/config.ts";
import type { AppContext } from "../../../app/context.server.ts";
import type { Db, SqliteDb } from "../../../app/db/open.ts";
import {
  breakers,
  conflicts,
  handsOff,
  shopLocales,
  shopMarkets,
  versions,
  writeBacks,
} from "../../../app/db/schema/index.ts";
import { enqueueJob } from "../../../app/jobs/enqueue-job.ts";
import { pauseShop } from "../../../app/jobs/pause.ts";
import { productIdSchema } from "../../../app/lib/brand.ts";
import { createSealer } from "../../../app/lib/seal.ts";
import { createModels } from "../../../app/model/model-for-shop.ts";
import { decideProduct } from "../../../app/review/decide-product.ts";
import { openQueue } from "../../../app/review/open-queue.ts";
import { readAssignments, saveAssignments } from "../../../app/rules/configs/assignment-rules.ts";
import { stateDigest } from "../../../app/rules/configs/config-record.ts";
import { generalPresetId } from "../../../app/rules/configs/presets.ts";
import { createConfig, updateConfig } from "../../../app/rules/configs/save-config.ts";
import { addContentType } from "../../../app/rules/content-types/save-content-type.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { refreshContentState } from "../../../app/versions/refresh-content-state.ts";
import { startModel } from "../../../sandbox/model/start.ts";
import { addFeed } from "../../feeds/making-world.ts";
import { anyJob, keepingLogger } from "../../jobs/support.ts";
import { productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { testDatabaseFile } from "../../support/open-test-database.ts";
import { at, inEnglish } from "../../support/places.ts";
import { rawOf } from "../../support/raw-of.ts";

export const by = "user:7";

export const reviewColumns = { product_id: "product_id", body: "body" } as const;

/** What a shop has whose people can press every button: ids by what they are of. */
export interface Furniture {
  view: string;
  feed: string;
  config: string;
  /** marks of the config's present and previous state, as pages carry them */
  seen: string;
  seenBefore: string;
  /** digest of the assignments */
  assigned: string;
  /** a draft, an approved text, an earlier one */
  draft: string;
  /** of the draft, with words that put it right */
  finding: string;
  earlier: string;
  openJob: string;
  heldJob: string;
  failedJob: string;
  publishJob: string;
  writeBack: string;
  /** of a review: one product in conflict, one without findings, two that were approved, one of them at once with others */
  queue: string;
  /** a file of reviews */
  reviews: string;
}

/** Gives a version's first finding words that put it right. @returns the finding's id */
async function offerFix(db: SqliteDb, versionId: string): Promise<string> {
  const isVersion = and(eq(versions.shop, shop), eq(versions.id, versionId));
  const [row] = await db.orm.select().from(versions).where(isVersion);
  const [first, ...rest] = row?.warnings ?? [];
  if (first?.id === undefined) throw new Error("nothing was found in the draft");
  const fix = { quote: "washed", with: "soft" };
  await db.orm
    .update(versions)
    .set({ warnings: [{ ...first, fix }, ...rest] })
    .where(isVersion);
  return first.id;
}

/** A review under way, with products beside the one that all else is about. @returns its queue */
async function furnishReview(deps: { db: SqliteDb; clock: ReturnType<typeof testClock> }): Promise<string> {
  const { db, clock } = deps;
  const [clean, approved, atOnce] = ["9001", "9002", "9003"].map((id) => productIdSchema.parse(id));
  for (const id of [clean, approved, atOnce]) {
    await storeProduct(db, { id });
    await db.orm.insert(versions).values({
      ...{ id: `v_${id}`, shop, productId: String(id), contentType: "title", ...inEnglish, state: "draft" },
      ...{ origin: "generated", body: "A shirt", warnings: [], blocked: false, evidence: [], base: null },
      ...{ baseDigest: "", factsDigest: "", configDigest: "", createdAt: clock.now() },
    });
    await db.transact({ shop }, () => refreshContentState({ shop, productId: String(id), target: inEnglish }));
  }
  const { id: queueId } = await openQueue(deps, { shop, person: by, target: inEnglish, query: "", sort: "usual" });
  const decisions = [
    { id: "decision-0", productId: approved },
    { id: "at-once-0/1", productId: atOnce, bulk: "at-once-0" },
  ];
  for (const { productId, ...decision } of decisions) {
    if (!productId) continue;
    const seen = { versionIds: [`v_${productId}`], conflicts: [] };
    const verdict = { kind: "approved" as const };
    await decideProduct(deps, { shop, by, queueId, productId, target: inEnglish, seen, verdict, ...decision });
  }
  return queueId;
}

/** Fills a database once; each test works on a copy. */
export async function furnish(db: SqliteDb): Promise<Furniture> {
  const clock = testClock();
  const deps = { db, clock };
  const edit = async (contentType: string, body: string) => {
    const edited = await editVersion(deps, { shop, productId, contentType, target: inEnglish, body, by });
    if (edited.outcome !== "saved") throw new Error(`the ${contentType} was not saved`);
    return edited.version.id;
  };
  await storeProduct(db);
  await db.orm.insert(shopLocales).values({
    ...{ shop, locale: "de", isPrimary: false, published: true, reachable: true, position: 1 },
  });
  await db.orm.insert(shopMarkets).values({
    ...{ shop, id: "31", handle: "ch", name: "Switzerland", active: true },
    ...{ parents: [], countries: ["CH"], locales: ["de"], position: 0 },
  });
  await db.orm.insert(handsOff).values({ shop, productId: "1999", by, since: clock.now() });
  const view = await createSavedView(deps, { shop, name: "Mine", query: "status=active" });
  const made = await createConfig(deps, { shop, by, input: { label: "Plain", content_config: {} } });
  if (view.outcome !== "saved" || made.outcome !== "saved") throw new Error("not furnished");
  const input = { label: "Plain", content_config: { content_types: { fit_note: { task: "Say how it fits." } } } };
  const changed = await updateConfig(deps, { shop, by, id: made.config.id, input });
  if (changed.outcome !== "saved") throw new Error("the config was not changed");
  await addContentType(deps, {
    shop,
    by,
    input: { name: "care", label: "Care", metafieldType: "multi_line_text_field", place: null },
  });
  const ours = await edit("title", "Linen shirt Ravello");
  await approveVersions(deps, { shop, versionIds: [ours], by, onlyClean: false, override: true });
  await db.orm.insert(conflicts).values({
    ...{ shop, productId, contentType: "title", locale: "en", versionId: ours },
    ...{ base: "Ravello", theirs: "Ravello shirt", ours: "Linen shirt Ravello", detectedAt: clock.now() },
  });
  const earlier = await edit("desc", "<p>A linen shirt with two chest pockets.</p>");
  clock.advance(1);
  const draft = await edit("desc", "<p>A shirt of washed linen.</p>");
  const finding = await offerFix(db, draft);
  const job = (kind: string) =>
    enqueueJob(deps, {
      job: anyJob(kind),
      shop,
      title: "Work",
      payload: {},
      items: [{ subject: productId, payload: null }],
      priority: 1,
    });
  const [openJob, heldJob, failedJob, publishJob] = [
    await job("generate-content"),
    await job("generate-content"),
    await job("generate-content"),
    await job("publish"),
  ];
  db.raw
    .prepare(
      "UPDATE job_items SET status = 'failed', code = 'model_refused', message = 'No.', finished_at = 1 WHERE shop = ? AND job_id = ?",
    )
    .run(shop, failedJob);
  db.raw
    .prepare(
      "UPDATE jobs SET status = 'failed', failed = 1, finished_at = 1, next_run_at = NULL WHERE shop = ? AND id = ?",
    )
    .run(shop, failedJob);
  db.raw.prepare("UPDATE jobs SET held_at = 1, next_run_at = NULL WHERE shop = ? AND id = ?").run(shop, heldJob);
  const writeBack = "wb_1";
  const field = { ...at("desc"), versionId: earlier, before: "<p>Old.</p>" };
  await db.orm.insert(writeBacks).values({
    ...{ id: writeBack, shop, productId, jobId: publishJob, itemSeq: 0, state: "verified" as const },
    fields: [{ ...field, sent: "<p>New.</p>", answered: "<p>New.</p>", acceptedAt: 1 }],
    ...{ createdAt: 1, writtenAt: 1 },
  });
  await pauseShop(deps, { shop, reason: "billing", message: "Pay." });
  const soon = deps.clock.now() + 60_000;
  const longOut = { failures: 9, since: 1, probeAt: soon, pauses: 9, probing: false };
  await db.orm.insert(breakers).values({ shop, provider: "model", ...longOut });
  await db.transact({ shop }, () => refreshContentState({ shop, productId, target: inEnglish }));
  const file = { name: "reviews.csv", csv: `product_id,body\n${productId},Soft.`, columns: reviewColumns };
  const reviews = await importReviews(deps, { shop, by, importId: null, file });
  if (reviews.outcome !== "taken") throw new Error("the reviews were not taken");
  const queue = await furnishReview(deps);
  // A draft of before the rules were changed, and rules that its product follows.
  await db.orm.update(versions).set({ shop, configDigest: made.config.digest }).where(eq(versions.id, "v_9001"));
  const rule = { field: "product_type" as const, value: "Shirts", configId: made.config.id };
  const { digest } = await readAssignments(deps, shop);
  await saveAssignments(deps, { shop, assignments: { rules: [rule], otherwise: generalPresetId }, digest });
  const seen = stateDigest(changed.config);
  const seenBefore = stateDigest(made.config);
  const assigned = (await readAssignments(deps, shop)).digest;
  return {
    view: view.id,
    feed: await addFeed(db),
    config: made.config.id,
    seen,
    seenBefore,
    assigned,
    draft,
    finding,
    earlier,
    openJob,
    heldJob,
    failedJob,
    publishJob,
    writeBack,
    queue,
    reviews: reviews.importId,
  };
}

/** A model in the sandbox for all tests of a file. */
export async function openModel() {
  const model = await startModel({ settings: { latencyMs: 0 } });
  return { url: model.url, calls: () => model.state.totals.calls, close: () => model.close() };
}

/** Web processes' contexts over one copy of a database. The user is known already. */
export function openWebs(template: string, model: { url: string }, count: number): AppContext[] {
  const database = testDatabaseFile();
  copyFileSync(template, database.file);
  const key = newEncryptionKey();
  const config = readConfig({
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "a-secret-that-is-long",
    SHOPIFY_APP_URL: "https://app.example.com/",
    ENCRYPTION_KEYS: key,
    OPENAI_BASE_URL: `${model.url}/v1`,
    OPENAI_API_KEY: "sk-test",
    MODEL_V1: "shelf-small",
    MODEL_V2: "shelf-small",
  });
  const sealer = createSealer([key]);
  const clock = testClock();
  return Array.from({ length: count }, () => {
    const db = database.open();
    const app: Partial<AppContext> = {
      ...{ db, clock, config, sealer, logger: keepingLogger() },
      models: createModels({ db, sealer, fetch, config }),
      authenticate: async () => ({ shop, by }),
    };
    return app as AppContext;
  });
}

/** All rows that a request may change, so that an effect shows wherever it is. */
export function rowsOf(db: Db): Record<string, unknown[]> {
  const raw = rawOf(db);
  const tables = raw
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'product_search%'",
    )
    .pluck()
    .all() as string[];
  const kept = tables.filter((name) => name !== "answered_requests" && name !== "__drizzle_migrations");
  return Object.fromEntries(
    kept.map((name) => [name, raw.prepare(`SELECT * FROM ${name} /* all shops: a test's snapshot */`).all()]),
  );
}
