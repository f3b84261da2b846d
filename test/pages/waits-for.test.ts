import { expect, it } from "vitest";
import type { Db } from "../../app/db/open.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { noteFailure, opensAfter } from "../../app/jobs/breaker.ts";
import { hiddenKinds } from "../../app/jobs/hidden-kinds.ts";
import { pauseShop } from "../../app/jobs/pause.ts";
import type { Provider } from "../../app/lib/errors.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { outsideOf, startedWords, waitsFor } from "../../app/pages/waits-for.ts";
import { allTasks } from "../../app/tasks/all-tasks.ts";
import { runningWords } from "../../app/ui/product/running-words.ts";
import { productId, shop, startAt, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const { t } = await english();

async function away(db: Db, provider: Provider): Promise<void> {
  for (let n = 0; n < opensAfter; n++) await db.transact({ shop }, () => noteFailure({ shop, provider, now: startAt }));
}

it("each kind of job that people see is shown to wait for the providers that its task needs", () => {
  const hidden: readonly string[] = hiddenKinds;
  const needs = allTasks({} as Parameters<typeof allTasks>[0]).flatMap(({ kind, needs = [] }) =>
    hidden.includes(kind) ? [] : needs.map((one) => [kind, one]),
  );
  expect(Object.entries(outsideOf).sort()).toEqual(needs.sort());
});

it("an open job waits for its own provider only, an ended one for nobody", () => {
  const model = [{ provider: "model" as const }];
  expect(waitsFor(model, { kind: "generate-content", finishedAt: null })).toBe("model");
  expect(waitsFor(model, { kind: "publish", finishedAt: null })).toBeNull();
  expect(waitsFor(model, { kind: "generate-content", finishedAt: 1 })).toBeNull();
  expect(waitsFor([], { kind: "publish", finishedAt: null })).toBeNull();
});

it("the message after starting work tells whether it begins, waits for a provider, or is paused", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const said = (kind: string, refused = false) =>
    startedWords({ db }, shop, { t, kind, begins: "Begun", queued: "Queued", refused });
  expect(await said("publish")).toBe("Begun");
  expect(await said("generate-content", true)).toBe("Queued and paused: see Settings");
  await away(db, "shopify");
  expect(await said("publish")).toBe("Queued: it starts once Shopify answers");
  expect(await said("generate-content")).toBe("Begun");
  await away(db, "model");
  expect(await said("generate-content")).toBe("Queued: it starts once the model answers");
  await pauseShop({ db, clock }, { shop, reason: "model_key", message: "Enter a key." });
  expect(await said("generate-content")).toBe("Queued and paused: see the top of the page");
  expect(await said("import-products")).toBe("Queued: it starts once Shopify answers");
});

it("a product's page shows its work as under way, or as waiting for a provider that does not answer", async () => {
  const [db, clock] = [openTestDatabase(), testClock()];
  await storeProduct(db);
  await startGeneration(
    { db, clock },
    { shop, productIds: [productId], contentTypes: ["title"], agentModel: "v1", createdBy: "user:1" },
  );
  const models = unaskedModels({ imageDelivery: "none", offersBatches: async () => false });
  const t = (await english()).getFixedT("en", "product");
  const said = async () => {
    const running = (await readProductPage({ db, clock, models }, shop, productId))?.running;
    return running ? t(runningWords(running)) : null;
  };
  await away(db, "shopify");
  expect(await said()).toBe("New texts are being written.");
  await away(db, "model");
  expect(await said()).toBe("The writing of new texts waits until the model answers.");
});
