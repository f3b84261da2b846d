import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { readAccount } from "../../app/credits/account.ts";
import { readRun } from "../../app/credits/read-run.ts";
import { products } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { type ProductId, productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { contentTypeNames } from "../../app/texts/content-types.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { audit } from "../support/auditor.ts";
import { finishAll, killWhileRunning } from "../support/kill-worker.ts";
import { type Shelfwright, startShelfwright } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("killed.myshopify.com");
const productCount = 200;
const slots = 4;
const grant = 1_000;
const by = "test";

let system: Shelfwright;
let productIds: ProductId[];

beforeAll(async () => {
  system = await startShelfwright({
    shops: [
      {
        domain: shop,
        name: "Killed",
        plan: "enterprise",
        locales: ["en"],
        catalogue: { generate: productCount, variants: 2, seed: 5 },
      },
    ],
    env: {
      WORKER_SLOTS: String(slots),
      JOB_LEASE_MS: "600",
      CREDITS_GRANT: String(grant),
      MODEL_PRICES: JSON.stringify({ "shelf-small": { input: 0.25, cached: 0.025, output: 2 } }),
    },
  });
  system.sandbox.model.set({ latencyMs: 15 });
  await system.install(shop);
  expect(await system.finish(shop, await startImport(system, { shop, createdBy: by }))).toBe("completed");
  const rows = await system.db.orm.select({ id: products.id }).from(products).where(eq(products.shop, shop));
  productIds = rows.map((row) => productIdSchema.parse(row.id));
  expect(productIds).toHaveLength(productCount);
});

afterAll(() => system.stop());

describe("a worker killed with SIGKILL at random moments", () => {
  it("loses nothing, publishes nothing twice and pays for at most one answer a slot and crash again", async () => {
    const generating = await startGeneration(system, {
      shop,
      productIds,
      contentTypes: [...contentTypeNames],
      agentModel: "v1",
      createdBy: by,
    });
    let kills = await killWhileRunning(
      system,
      { shop, jobId: generating },
      { times: 12, calls: () => system.sandbox.model.totals.calls, seed: 1 },
    );
    expect(await finishAll(system, { shop, jobId: generating })).toBe("completed");
    // Every product once, whatever was done twice; nothing is held any more.
    const balance = grant - productCount;
    expect(await system.db.do(readAccount(shop))).toEqual({ balance, held: 0, available: balance });
    const run = await readRun(system, { shop, jobId: generating });
    expect(run).toMatchObject({ credits: productCount, unpricedCalls: 0 });
    expect(run?.costNanos).toBeGreaterThan(0);

    const { approved } = await approveVersions(system, { shop, productIds, by, onlyClean: true });
    expect(approved).toBeGreaterThan(productCount * 3);
    const publishing = await startPublishing(system, { shop, productIds, createdBy: by });
    kills += await killWhileRunning(
      system,
      { shop, jobId: publishing },
      { times: 12, calls: () => system.sandbox.store.log().length, seed: 2 },
    );
    expect(await finishAll(system, { shop, jobId: publishing })).toBe("completed");

    expect(kills).toBeGreaterThanOrEqual(20);
    const { db, sandbox, log } = system;
    expect(await audit({ db, sandbox, shop, crashAllowance: kills * slots, log })).toEqual([]);
  }, 900_000);
});
