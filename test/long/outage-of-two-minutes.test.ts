import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { jobs, products } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { openBreakers } from "../../app/jobs/breaker.ts";
import { type ProductId, productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { wait } from "../../app/lib/retry.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { audit } from "../support/auditor.ts";
import { type Shelfwright, startShelfwright, until } from "../support/start-shelfwright.ts";

/** `OUTAGE_SECONDS` (default 120) of real time without store and model. */
const seconds = Number(process.env.OUTAGE_SECONDS ?? 120);
const shop = shopDomainSchema.parse("dark.myshopify.com");
const by = "test";

let system: Shelfwright;
let productIds: ProductId[];

beforeAll(async () => {
  const catalogue = { generate: 60, variants: 1, seed: 8 };
  system = await startShelfwright({
    shops: [{ domain: shop, name: "Dark", plan: "enterprise", locales: ["en"], catalogue }],
  });
  system.sandbox.model.set({ latencyMs: 20, flawRate: 0 });
  await system.install(shop);
  expect(await system.finish(shop, await startImport(system, { shop, createdBy: by }))).toBe("completed");
  const rows = await system.db.orm.select({ id: products.id }).from(products).where(eq(products.shop, shop));
  productIds = rows.map((row) => productIdSchema.parse(row.id));
});

afterAll(() => system?.stop());

const generate = (contentTypes: string[]) =>
  startGeneration(system, { shop, productIds, contentTypes, agentModel: "v1", createdBy: by });

describe("an app whose store and model do not answer for two minutes", () => {
  it(
    "pauses what needs them, and does all of it by itself afterwards",
    async () => {
      const { db, sandbox, log } = system;
      expect(await system.finish(shop, await generate(["title"]))).toBe("completed");
      await approveVersions(system, { shop, productIds, by, onlyClean: false });
      sandbox.store.faults.set({ rules: [{ kind: "http_503", rate: 0.5 }, { kind: "reset" }] });
      sandbox.model.faults.set({ rules: [{ kind: "http_500" }] });
      await startPublishing(system, { shop, productIds, createdBy: by });
      await generate(["seo_title"]);
      for (const id of productIds) sandbox.store.patchProduct(shop, id, { vendor: "Changed in the dark" });
      const startedAt = performance.now();
      await until("both breakers", async () => (await db.do(openBreakers(shop))).length === 2 || undefined);
      await wait(Math.max(0, seconds * 1_000 - (performance.now() - startedAt)));
      sandbox.store.faults.clear();
      sandbox.model.faults.clear();
      const againAt = performance.now();
      const open = () => db.orm.$count(jobs, and(eq(jobs.shop, shop), isNull(jobs.finishedAt)));
      const changed = and(eq(products.shop, shop), eq(products.vendor, "Changed in the dark"));
      await until(
        "all work",
        async () => ((await open()) === 0 && (await db.orm.$count(products, changed)) === 60) || undefined,
        10 * 60_000,
      );
      process.stderr.write(`all was done ${Math.round((performance.now() - againAt) / 1_000)} s after the outage\n`);
      const ended = await db.orm.select({ kind: jobs.kind, status: jobs.status }).from(jobs).where(eq(jobs.shop, shop));
      expect(ended.filter(({ status }) => status !== "completed")).toEqual([]);
      expect(await db.do(openBreakers(shop))).toEqual([]);
      expect(await audit({ db, sandbox, shop, crashAllowance: 0, log })).toEqual([]);
    },
    20 * 60_000,
  );
});
