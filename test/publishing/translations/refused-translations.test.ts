import { eq } from "drizzle-orm";
import { type GraphQLEnumType, isEnumType } from "graphql";
import { describe, expect, it, test } from "vitest";
import { jobItems, jobs } from "../../../app/db/schema/index.ts";
import { uiLocales } from "../../../app/i18n/locales.ts";
import { wordsOf } from "../../../app/i18n/words-of.server.ts";
import { createWorker } from "../../../app/jobs/create-worker.ts";
import { listPauses, resumeShop } from "../../../app/jobs/pause.ts";
import { productIdSchema } from "../../../app/lib/brand.ts";
import { failureWords } from "../../../app/pages/failure-words.ts";
import { startPublishing } from "../../../app/publishing/start-publishing.ts";
import { answerOfError, translationErrorCodes } from "../../../app/publishing/translations/translation-refusals.ts";
import { createPublishTask } from "../../../app/tasks/publish.ts";
import type { Target } from "../../../app/texts/target.ts";
import { adminSchema } from "../../../sandbox/store/schema.ts";
import { shop, silent } from "../../shopify/open-store.ts";
import { inGerman, openTranslationWorld, stateOf, type TranslationWorld } from "./translation-world.ts";

const stopping = "MARKET_CUSTOM_CONTENT_NOT_ALLOWED";
const conflict = "INVALID_TRANSLATABLE_CONTENT";
const refusing = translationErrorCodes.filter((code) => code !== stopping && code !== conflict);

/** A German text of the store's first market. */
function inMarket(world: TranslationWorld): Target {
  const [market] = [...world.store.state.shop(shop).markets.values()];
  return { ...inGerman, market: String(market?.id) };
}

async function publish(world: TranslationWorld, targets: Target[], productIds = [world.productId]) {
  const jobId = await startPublishing(world, { shop, productIds, targets });
  const worker = createWorker({
    ...{ ...world, logger: silent, slots: 1, leaseMs: 600_000, random: () => 0 },
    tasks: [createPublishTask(world)],
  });
  const work = async () => {
    for (let round = 0; round < 10; round++) {
      world.clock.advance(60_000);
      if ((await worker.tick()) === 0) break;
    }
  };
  await work();
  const items = () => world.db.orm.select().from(jobItems).where(eq(jobItems.jobId, jobId)).orderBy(jobItems.seq);
  return { jobId, items, work };
}

it("Shopify's schema has no code of a refused translation that nothing is said of", () => {
  const type = adminSchema().getType("TranslationErrorCode");
  expect(isEnumType(type)).toBe(true);
  expect([...translationErrorCodes]).toEqual(
    (type as GraphQLEnumType)
      .getValues()
      .map(({ name }) => name)
      .sort(),
  );
});

describe.each(refusing)("a translation that is refused as %s", (code) => {
  it("stays approved, and the run says why and what to do, in each language", async () => {
    const world = await openTranslationWorld();
    const target = code.includes("MARKET") ? inMarket(world) : inGerman;
    const id = await world.approveFor("title", { target });
    world.store.state.faults.set({ rules: [{ kind: `refused_${code.toLowerCase()}` }] });
    const { items } = await publish(world, [target]);
    const [item] = await items();
    const answer = answerOfError({ code, message: "" });
    if (answer.kind !== "refused") throw new Error("it is no refusal");
    expect(item).toMatchObject({ status: "failed", code: answer.code });
    expect(item?.message).toContain(answer.said);
    expect(await stateOf(world, id)).toBe("approved");
    const said = new Set<string | null>();
    for (const locale of uiLocales) {
      const words = await wordsOf(new Request(`https://app.example/app?locale=${locale}`));
      said.add(failureWords(words, { code: item?.code ?? null, message: item?.message ?? null }));
    }
    expect(said.size).toBe(uiLocales.length);
  });
});

it("a refusal of a code that is not known yet is told by Shopify's own words", () => {
  expect(answerOfError({ code: "OF_TOMORROW", message: "Look at it." })).toMatchObject({
    ...{ kind: "refused", message: "Look at it.", code: "translation_refused" },
  });
});

test("what its own field has against a text is told in Shopify's words, too", async () => {
  const world = await openTranslationWorld();
  await world.approveFor("title");
  world.store.state.faults.set({ rules: [{ kind: "refused_fails_resource_validation" }] });
  const { items } = await publish(world, [inGerman]);
  expect((await items())[0]?.message).toContain("Value has a maximum length of 20.");
});

test("a shop that may have no texts of markets is asked once: the run waits, all texts are kept, and it goes on when it may", async () => {
  const world = await openTranslationWorld();
  const target = inMarket(world);
  const productIds = [world.productId, productIdSchema.parse("4242")];
  const general = await world.approveFor("seo_title");
  const own = await world.approveFor("title", { target });
  world.store.state.faults.set({ rules: [{ kind: "refused_market_custom_content_not_allowed" }] });
  const { jobId, items, work } = await publish(world, [inGerman, target], productIds);
  expect(await listPauses(world, shop)).toMatchObject([
    { reason: "market_content", message: expect.stringContaining("All texts are kept") },
  ]);
  const [job] = await world.db.orm.select().from(jobs).where(eq(jobs.id, jobId));
  expect(job?.pauseReason).toBe("market_content");
  expect((await items()).map(({ status }) => status)).toEqual(["paused", "queued"]);
  expect([await stateOf(world, general), await stateOf(world, own)]).toEqual(["published", "approved"]);
  const calls = world.calls().length;
  await work();
  expect(world.calls()).toHaveLength(calls);

  world.store.state.faults.clear();
  await resumeShop({ ...world, logger: silent }, { shop, reason: "market_content" });
  await work();
  expect(await stateOf(world, own)).toBe("published");
  expect((await items()).map(({ status, code }) => code ?? status)).toEqual(["done", "product_gone"]);
});
