import { copyFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { createSavedView } from "../../../app/catalog/saved-views.ts";
import { newEncryptionKey, readConfig } from "../../../app/config.ts";
import type { AppContext } from "../../../app/context.server.ts";
import type { Db, SqliteDb } from "../../../app/db/open.ts";
import { breakers, conflicts, versions, writeBacks } from "../../../app/db/schema/index.ts";
import { enqueueJob } from "../../../app/jobs/enqueue-job.ts";
import { pauseShop } from "../../../app/jobs/pause.ts";
import { createSealer } from "../../../app/lib/seal.ts";
import { createModels } from "../../../app/model/model-for-shop.ts";
import { readAssignments } from "../../../app/rules/configs/assignment-rules.ts";
import { stateDigest } from "../../../app/rules/configs/config-record.ts";
import { createConfig, updateConfig } from "../../../app/rules/configs/save-config.ts";
import { addContentType } from "../../../app/rules/content-types/save-content-type.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { startModel } from "../../../sandbox/model/start.ts";
import { anyJob, keepingLogger } from "../../jobs/support.ts";
import { productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { testDatabaseFile } from "../../support/open-test-database.ts";
import { at, inEnglish } from "../../support/places.ts";
import { rawOf } from "../../support/raw-of.ts";

export const by = "user:7";

/** What a shop has whose people can press every button: ids by what they are of. */
export interface Furniture {
  view: string;
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
  failedJob: string;
  publishJob: string;
  writeBack: string;
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
  const [openJob, failedJob, publishJob] = [
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
  const seen = stateDigest(changed.config);
  const seenBefore = stateDigest(made.config);
  const assigned = (await readAssignments(deps, shop)).digest;
  return {
    view: view.id,
    config: made.config.id,
    seen,
    seenBefore,
    assigned,
    draft,
    finding,
    earlier,
    openJob,
    failedJob,
    publishJob,
    writeBack,
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
