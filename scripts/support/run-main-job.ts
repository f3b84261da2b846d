import { and, eq, inArray } from "drizzle-orm";
import { startImport } from "../../app/catalog/start-import.ts";
import { type Db, openDatabase } from "../../app/db/open.ts";
import { products, versions } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { readJob } from "../../app/jobs/read-jobs.ts";
import { type JobId, productIdSchema, type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import { systemClock } from "../../app/lib/clock.ts";
import { wait } from "../../app/lib/retry.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { openAppAsMerchant } from "../../sandbox/open-app-as-merchant.ts";
import type { Sandbox } from "../../sandbox/start.ts";
import { countEqualTexts } from "./count-equal-texts.ts";

/** What the main job did. Counts of texts, except `products`; `ms` from the opening of the app to the last check. */
export interface MainJobReport {
  products: number;
  generated: number;
  blocked: number;
  approved: number;
  published: number;
  verified: number;
  ms: number;
}

export interface MainJobOptions {
  sandbox: Sandbox;
  databaseFile: string;
  shop: string;
  say: (words: string) => void;
}

const contentTypes = ["title", "desc", "bullets", "seo_title", "seo_desc"];
const by = "demo";

/**
 * The main job without a browser: opens the app as a merchant's browser would (which installs it), then asks for the same
 * jobs as its pages do; the worker process does them. @returns `held`: every step did all it should
 */
export async function runMainJob(options: MainJobOptions): Promise<{ held: boolean; report: MainJobReport }> {
  const { sandbox, say } = options;
  const shop = shopDomainSchema.parse(options.shop);
  const startedAt = performance.now();
  await openAppAsMerchant(sandbox, shop);
  const db = openDatabase({ file: options.databaseFile });
  const deps = { db, clock: systemClock };
  try {
    say("Importing the catalogue …");
    const imported = await finish(db, shop, await startImport(deps, { shop, createdBy: by }));
    const productIds = (await db.orm.select({ id: products.id }).from(products).where(eq(products.shop, shop))).map(
      (row) => productIdSchema.parse(row.id),
    );
    say(`Writing for ${productIds.length} products …`);
    const generating = { shop, productIds, contentTypes, agentModel: "v1", createdBy: by } as const;
    const generated = await finish(db, shop, await startGeneration(deps, generating));
    const drafts = await countVersions(db, shop, ["draft"]);
    const { approved, blocked } = await approveVersions(deps, { shop, productIds, by, onlyClean: true });
    say(`Publishing ${approved} approved texts …`);
    const publishing = await finish(db, shop, await startPublishing(deps, { shop, productIds, createdBy: by }));
    const published = await countVersions(db, shop, ["published"]);
    const verified = await countEqualTexts({ db, sandbox }, shop);
    const report: MainJobReport = {
      products: productIds.length,
      generated: drafts,
      blocked,
      approved,
      published,
      verified,
      ms: Math.round(performance.now() - startedAt),
    };
    const held =
      [imported, generated, publishing].every((status) => status === "completed") &&
      report.products === sandbox.store.shop(shop).products.count &&
      drafts === report.products * contentTypes.length &&
      approved + blocked === drafts &&
      published === approved &&
      verified === published;
    return { held, report };
  } finally {
    db.close();
  }
}

/** Waits until a job has ended. @returns its status */
async function finish(db: Db, shop: ShopDomain, jobId: JobId): Promise<string> {
  for (;;) {
    const job = await readJob({ db }, { shop, jobId });
    if (job?.finishedAt) return job.status;
    await wait(50);
  }
}

async function countVersions(db: Db, shop: ShopDomain, states: ("draft" | "published")[]): Promise<number> {
  return db.orm.$count(versions, and(eq(versions.shop, shop), inArray(versions.state, states)));
}
