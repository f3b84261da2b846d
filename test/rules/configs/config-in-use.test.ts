import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../../app/config.ts";
import { versions } from "../../../app/db/schema/index.ts";
import { startGeneration } from "../../../app/generation/start-generation.ts";
import { createSealer } from "../../../app/lib/seal.ts";
import { createModels } from "../../../app/model/model-for-shop.ts";
import { readAssignments, saveAssignments } from "../../../app/rules/configs/assignment-rules.ts";
import { listConfigStates } from "../../../app/rules/configs/config-history.ts";
import { generalPresetId } from "../../../app/rules/configs/presets.ts";
import { createConfig, updateConfig } from "../../../app/rules/configs/save-config.ts";
import { createGenerateTask } from "../../../app/tasks/generate-content.ts";
import { countByRules } from "../../../app/versions/count-by-rules.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { startModel } from "../../../sandbox/model/start.ts";
import { aWorker } from "../../jobs/support.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { inEnglish } from "../../support/places.ts";

const by = "anna";
const content_config = {
  restrictions: ["Never mention the weather."],
  client: { forbidden_words: ["shirt"] },
  content_types: { title: { task: "Write a very plain title", character_limit: 20 } },
};

async function workshop() {
  const db = openTestDatabase();
  const clock = testClock();
  const house = { db, clock };
  await storeProduct(db);
  await storeProduct(db, { id: "2001", shop: otherShop });
  const made = await createConfig(house, { shop, by, input: { name: "plain", content_config } });
  if (made.outcome !== "saved") throw new Error("not saved");
  const { config } = made;
  const { digest } = await readAssignments(house, shop);
  const rules = [{ field: "tag", value: "linen", configId: config.id }];
  await saveAssignments(house, { shop, assignments: { rules, otherwise: generalPresetId }, digest });
  return { ...house, config };
}

const edit = { productId, contentType: "title", target: inEnglish, by } as const;

describe("a product's config", () => {
  it("judges what a person writes, and is kept with the text", async () => {
    const house = await workshop();
    const saved = await editVersion(house, { ...edit, shop, body: "A linen shirt for long summer days" });
    const codes = saved.outcome === "saved" ? saved.version.warnings.map(({ code }) => code).sort() : [];
    expect(codes).toEqual(expect.arrayContaining(["EXCEED_LENGTH", "FORBIDDEN_WORD"]));
    const [row] = await house.db.orm.select().from(versions).where(eq(versions.shop, shop));
    expect(row?.configDigest).toBe(house.config.digest);
    const elsewhere = await editVersion(house, {
      ...edit,
      shop: otherShop,
      productId: "2001" as typeof productId,
      body: "A linen shirt for long summer days",
    });
    expect(elsewhere).toMatchObject({ outcome: "saved", version: { warnings: [] } });
  });

  it("goes into the prompt and is recorded with the texts that it produced", async () => {
    const house = await workshop();
    const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0, repairRate: 1 } });
    onTestFinished(() => sandbox.close());
    const config = {
      OPENAI_BASE_URL: `${sandbox.url}/v1`,
      OPENAI_API_KEY: "sk-test",
      MODEL_V1: "shelf-small",
      MODEL_V2: "shelf-large",
      MODEL_TIMEOUT_MS: 3_000,
    };
    const prompts: string[] = [];
    const models = createModels({
      db: house.db,
      sealer: createSealer([newEncryptionKey()]),
      config,
      fetch: async (input, init) => {
        prompts.push(String(init?.body));
        return fetch(input, init);
      },
    });
    const worker = aWorker({ ...house, tasks: [createGenerateTask({ ...house, models })] });
    const generate = async () => {
      const request = {
        shop,
        productIds: [productId],
        contentTypes: ["title"],
        agentModel: "v1",
        createdBy: by,
      } as const;
      await startGeneration(house, request);
      await worker.tick();
      house.clock.advance(60_000);
    };
    await generate();
    expect(prompts[0]).toContain("Never mention the weather.");
    expect(prompts[0]).toContain("Write a very plain title");
    const changed = { ...content_config, restrictions: ["Never mention the sea."] };
    await updateConfig(house, { shop, id: house.config.id, by, input: { name: "plain", content_config: changed } });
    const before = prompts.length;
    await generate();
    expect(prompts[before]).toContain("Never mention the sea.");
    expect(prompts[before]).not.toContain("Never mention the weather.");
    const states = await listConfigStates(house, { shop, configId: house.config.id });
    const texts = await house.db.do(countByRules({ shop, digests: states.map(({ digest }) => digest) }));
    expect(states.map(({ digest }) => texts.get(digest))).toEqual([1, 1]);
    expect(await listConfigStates(house, { shop: otherShop, configId: house.config.id })).toEqual([]);
  });
});
