import { expect, it } from "vitest";
import { refreshProductJob } from "../../app/catalog/jobs.ts";
import { readLanguages } from "../../app/catalog/translations/read-languages.ts";
import { keepShopTranslations, shopTranslationsOf } from "../../app/catalog/translations/shop-translations.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { listJobItems } from "../../app/jobs/read-jobs.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import type { AdminApiFor } from "../../app/shopify/admin-api.ts";
import { createRefreshTask } from "../../app/tasks/refresh-product.ts";
import type { Target } from "../../app/texts/target.ts";
import { aWorker } from "../jobs/support.ts";
import { europeanMarket, inGerman, openTranslationWorld } from "../publishing/translations/translation-world.ts";
import { shop } from "../shopify/open-store.ts";

const outage = new OperationalError("the shop does not answer", {
  code: "shopify_unavailable",
  retryable: true,
  merchantMessage: "Shopify does not answer.",
});

/** A product that changed in the shop together with its German title, and a worker that is told of it. */
async function open() {
  const world = await openTranslationWorld();
  const { db, clock, productId } = world;
  await readLanguages({ db, clock, admin: world.admin(shop) }, { shop });
  await world.refresh();
  world.edit({ title: "An apron for guests" });
  world.translate("title", "Eine Schürze für Gäste");
  const faults = { translations: 0 };
  const asked: string[] = [];
  const admin: AdminApiFor = (name) => ({
    shop: name,
    run(operation, variables, options) {
      if (operation.name === "ReadTranslations") asked.push(operation.document);
      if (operation.name === "ReadTranslations" && faults.translations-- > 0) return Promise.reject(outage);
      return world.admin(name).run(operation, variables, options);
    },
  });
  const worker = aWorker({ db, clock, tasks: [createRefreshTask({ db, clock, admin, heavy: createHeavyChecks() })] });
  const jobId = await enqueueJob(
    { db, clock },
    {
      ...{ job: refreshProductJob, shop, title: "Read a product again", payload: {}, priority: 0 },
      items: [{ subject: productId, payload: { productId } }],
    },
  );
  const work = async () => {
    do clock.advance(600_000);
    while ((await worker.tick()) > 0);
  };
  const status = async () => (await listJobItems({ db }, { shop, jobId })).rows.map((row) => row.status);
  const german = async () =>
    (await db.do(shopTranslationsOf({ shop, owner: productId, target: inGerman }))).title?.value;
  const market = async (target: Target) =>
    (await db.do(shopTranslationsOf({ shop, owner: productId, target }))).title?.value;
  return { world, admin, db, clock, jobId, faults, asked, work, status, german, market };
}

it("translations that could not be read with their product are read by its next try, which finds it unchanged", async () => {
  const { faults, work, status, german } = await open();
  faults.translations = 1;
  await work();
  expect(await status()).toEqual(["done"]);
  expect(await german()).toBe("Eine Schürze für Gäste");
});

it("an outage longer than all tries loses nothing: a person tries again, and they are read", async () => {
  const { db, clock, jobId, faults, work, status, german } = await open();
  faults.translations = 100;
  await work();
  expect(await status()).toEqual(["failed"]);
  faults.translations = 0;
  expect(await retryFailedItems({ db, clock }, { shop, jobId })).toBe(1);
  await work();
  expect(await status()).toEqual(["done"]);
  expect(await german()).toBe("Eine Schürze für Gäste");
});

it("a market's texts are read again with the product where it has some, and no other market is asked for", async () => {
  const { world, admin, work, market, asked } = await open();
  const { id } = world.store.state.addMarket(shop, europeanMarket);
  const other = world.store.state.addMarket(shop, { ...europeanMarket, name: "Alps", handle: "alps" });
  await readLanguages({ db: world.db, clock: world.clock, admin: admin(shop) }, { shop });
  const inMarket = { ...inGerman, market: String(id) };
  world.translate("title", "Schürze für Europa", inMarket);
  await world.db.transact({ shop }, () =>
    keepShopTranslations({
      ...{ shop, owner: world.productId, target: inMarket, readAt: 1 },
      texts: { title: { value: "Alte Schürze", outdated: false, updatedAt: 1 } },
    }),
  );
  await work();
  expect(await market(inMarket)).toBe("Schürze für Europa");
  expect(asked.join(" ")).toContain(`/Market/${id}`);
  expect(asked.join(" ")).not.toContain(`/Market/${other.id}`);
});
