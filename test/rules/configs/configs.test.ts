import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { collectionProducts, contentConfigs, products, versions } from "../../../app/db/schema/index.ts";
import { digestOf } from "../../../app/lib/digest.ts";
import { readHistoryPage } from "../../../app/pages/rules/read-history-page.ts";
import { readAssignments, saveAssignments } from "../../../app/rules/configs/assignment-rules.ts";
import { listConfigStates, restoreConfig } from "../../../app/rules/configs/config-history.ts";
import { stateDigest } from "../../../app/rules/configs/config-record.ts";
import { countUse } from "../../../app/rules/configs/count-use.ts";
import { exportConfig, importConfig } from "../../../app/rules/configs/import-config.ts";
import { generalPresetId, presets } from "../../../app/rules/configs/presets.ts";
import { listConfigs, readConfig } from "../../../app/rules/configs/read-config.ts";
import { resolveConfig } from "../../../app/rules/configs/resolve-config.ts";
import { createConfig, deleteConfig, type SavedConfig, updateConfig } from "../../../app/rules/configs/save-config.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const by = "anna";
const rules = {
  guidelines: ["Name the screen first."],
  content_types: { title: { task: "Write a title", character_limit: 50 } },
};

function workshop() {
  const db = openTestDatabase();
  return { db, clock: testClock() };
}

type Workshop = ReturnType<typeof workshop>;

async function aConfig(house: Workshop, input: object = {}, of = shop) {
  const saved = await createConfig(house, {
    shop: of,
    by,
    input: { name: "laptops", content_config: rules, ...input },
  });
  if (saved.outcome !== "saved") throw new Error(JSON.stringify(saved));
  return saved.config;
}

async function assign(house: Workshop, assignments: unknown, of = shop) {
  const { digest } = await readAssignments(house, of);
  return saveAssignments(house, { shop: of, assignments, digest });
}

const shirt = { vendor: "Fern & Field", productType: "Shirts", tags: ["linen", "summer"] };
const nameFor = async (house: Workshop, { tags, ...product } = shirt, of = shop, rowId = 1) =>
  (await house.db.do(resolveConfig({ shop: of, product: { ...product, rowId, facts: { tags } } }))).name;
const presetId = (name: string) => presets.find((one) => one.name === name)?.id ?? "";

describe("presets", () => {
  it("are the six that ship with the app, the same for every shop", async () => {
    const { db } = workshop();
    const listed = await listConfigs({ db }, { shop, scope: "PUBLIC" });
    expect(listed.map(({ name }) => name)).toEqual(["general", "apparel", "beauty", "electronics", "food", "home"]);
    expect(await listConfigs({ db }, { shop: otherShop })).toEqual(listed);
  });

  it.each(presets)(
    "the preset $name gives a task and a limit to every text, and guidelines, restrictions and forbidden words",
    ({ name, config }) => {
      for (const type of ["title", "desc", "bullets", "seo_title", "seo_desc"]) {
        expect(config.content_types?.[type]?.task.length).toBeGreaterThan(20);
        expect(config.content_types?.[type]?.character_limit).toBeGreaterThan(0);
      }
      expect(config.guidelines?.length).toBeGreaterThanOrEqual(3);
      expect(config.restrictions?.length).toBeGreaterThanOrEqual(2);
      expect(config.guidelines_shortener?.length).toBeGreaterThan(0);
      if (name !== "general") expect(config.client?.forbidden_words?.length).toBeGreaterThan(5);
    },
  );

  it("cannot be changed or deleted, and their names stay theirs", async () => {
    const house = workshop();
    const changed = await updateConfig(house, {
      shop,
      id: generalPresetId,
      by,
      input: { name: "general", content_config: {} },
    });
    expect(changed).toMatchObject({ outcome: "refused", problem: { code: "is_preset" } });
    expect(await deleteConfig(house, { shop, id: generalPresetId, by })).toBeNull();
    const taken = await createConfig(house, { shop, by, input: { name: "apparel", content_config: {} } });
    expect(taken).toMatchObject({ outcome: "refused", problem: { fields: [{ field: "name" }] } });
  });
});

function fieldsOf(saved: SavedConfig): string[] {
  if (saved.outcome !== "refused" || saved.problem.code !== "fields_not_valid") return [];
  return saved.problem.fields.map(({ field }) => field);
}

describe("a shop's own config", () => {
  it("is stored with its digest and read by this shop only", async () => {
    const house = workshop();
    const made = await aConfig(house, { description: "For laptops" });
    expect(made).toMatchObject({
      scope: "PRIVATE",
      name: "laptops",
      description: "For laptops",
      digest: digestOf(rules),
    });
    expect(made.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await readConfig(house, { shop, id: made.id })).toEqual(made);
    expect(await readConfig(house, { shop: otherShop, id: made.id })).toBeNull();
    expect(await listConfigs(house, { shop: otherShop, scope: "PRIVATE" })).toEqual([]);
  });

  it("cannot be changed, deleted, restored or assigned by another shop", async () => {
    const house = workshop();
    const made = await aConfig(house);
    const input = { name: "stolen", content_config: {} };
    expect(await updateConfig(house, { shop: otherShop, id: made.id, input, by })).toEqual({ outcome: "not_found" });
    expect(await deleteConfig(house, { shop: otherShop, id: made.id, by })).toBeNull();
    expect(await restoreConfig(house, { shop: otherShop, configId: made.id, revision: 1, by })).toEqual({
      outcome: "not_found",
    });
    expect(await listConfigStates(house, { shop: otherShop, configId: made.id })).toEqual([]);
    expect(await assign(house, { rules: [], otherwise: made.id }, otherShop)).toMatchObject({ outcome: "refused" });
    expect(await readConfig(house, { shop, id: made.id })).toEqual(made);
  });

  it("may have the name that another shop's has, but not one of this shop's", async () => {
    const house = workshop();
    await aConfig(house);
    await aConfig(house, {}, otherShop);
    const again = await createConfig(house, { shop, by, input: { name: "laptops", content_config: {} } });
    expect(again).toMatchObject({ outcome: "refused", problem: { fields: [{ field: "name" }] } });
  });

  it.each(["", "Laptops", "lap tops", "laptops2", "a".repeat(21), "schön"])("is not named %j", async (name) => {
    const house = workshop();
    const made = await createConfig(house, { shop, by, input: { name, content_config: {} } });
    expect(made).toMatchObject({ outcome: "refused", problem: { fields: [{ field: "name" }] } });
  });

  it("is refused by the name of each field that is wrong", async () => {
    const house = workshop();
    const content_config = {
      guidelines: "one text",
      content_types: { title: { task: "Write", character_limit: -1 } },
      style_guide: { mood: "dark" },
    };
    const made = await createConfig(house, { shop, by, input: { name: "laptops", content_config, scope: "PUBLIC" } });
    expect(fieldsOf(made)).toEqual([
      "content_config.guidelines",
      "content_config.style_guide.mood",
      "content_config.content_types.title.character_limit",
      "scope",
    ]);
  });

  it("is one of at most 100", async () => {
    const house = workshop();
    const letters = "abcdefghij";
    for (const a of letters) for (const b of letters) await aConfig(house, { name: `own${a}${b}` });
    const made = await createConfig(house, { shop, by, input: { name: "onemore", content_config: {} } });
    expect(made).toMatchObject({ outcome: "refused", problem: { code: "too_many_rule_sets", limit: 100 } });
    expect((await listConfigs(house, { shop, scope: "PRIVATE" })).length).toBe(100);
  });

  it("is not overwritten by somebody who did not see the newest state", async () => {
    const house = workshop();
    const made = await aConfig(house);
    const input = { name: "laptops", content_config: { guidelines: ["Mine"] } };
    expect((await updateConfig(house, { shop, id: made.id, seen: stateDigest(made), by, input })).outcome).toBe(
      "saved",
    );
    const late = { name: "laptops", content_config: { guidelines: ["Late"] } };
    expect(await updateConfig(house, { shop, id: made.id, seen: stateDigest(made), by: "ben", input: late })).toEqual({
      outcome: "stale",
    });
    expect((await readConfig(house, { shop, id: made.id }))?.config).toEqual({ guidelines: ["Mine"] });
  });

  it("is the same with null, an empty list or nothing: one digest", async () => {
    const house = workshop();
    const made = await aConfig(house, { content_config: { ...rules, restrictions: [], word_map: null, client: {} } });
    expect(made.digest).toBe(digestOf(rules));
  });

  it("is read anew when another process changed the row", async () => {
    const house = workshop();
    const made = await aConfig(house);
    const changed = { guidelines: ["Changed elsewhere"] };
    await house.db.orm
      .update(contentConfigs)
      .set({ config: changed, digest: digestOf(changed) })
      .where(and(eq(contentConfigs.shop, shop), eq(contentConfigs.id, made.id)));
    expect((await readConfig(house, { shop, id: made.id }))?.config).toEqual(changed);
  });
});

describe("assignment by rules", () => {
  it("is general where nothing is assigned", async () => {
    expect(await nameFor(workshop())).toBe("general");
  });

  it.each([
    ["vendor", "fern & field"],
    ["product_type", "SHIRTS"],
    ["tag", "Linen"],
  ])("finds a product by its %s, whatever the case", async (field, value) => {
    const house = workshop();
    await assign(house, { rules: [{ field, value, configId: presetId("apparel") }], otherwise: presetId("home") });
    expect(await nameFor(house)).toBe("apparel");
    expect(await nameFor(house, { vendor: "", productType: "", tags: [] })).toBe("home");
    expect(await nameFor(house, shirt, otherShop)).toBe("general");
  });

  it("takes the first rule that matches", async () => {
    const house = workshop();
    const byTag = { field: "tag", value: "linen", configId: presetId("home") };
    const byVendor = { field: "vendor", value: "Fern & Field", configId: presetId("apparel") };
    await assign(house, { rules: [byTag, byVendor], otherwise: generalPresetId });
    expect(await nameFor(house)).toBe("home");
    await assign(house, { rules: [byVendor, byTag], otherwise: generalPresetId });
    expect(await nameFor(house)).toBe("apparel");
    expect((await readAssignments(house, shop)).rules).toEqual([byVendor, byTag]);
  });

  it("refuses two rules that ask for the same, unknown fields and rules that a colleague has changed", async () => {
    const house = workshop();
    const rule = { field: "tag", value: "linen", configId: presetId("home") };
    const twice = { rules: [rule, { ...rule, value: "LINEN" }], otherwise: generalPresetId };
    expect(await assign(house, twice)).toMatchObject({
      outcome: "refused",
      problem: { code: "assigned_twice", lines: [1, 2] },
    });
    const collection = { rules: [{ ...rule, field: "collection" }], otherwise: generalPresetId };
    expect(await assign(house, collection)).toEqual({
      outcome: "refused",
      problem: { code: "collection_missing", line: 1 },
    });
    const { digest } = await readAssignments(house, shop);
    const wanted = { rules: [rule], otherwise: generalPresetId };
    expect(await saveAssignments(house, { shop, assignments: wanted, digest })).toEqual({ outcome: "saved" });
    const late = await saveAssignments(house, { shop, assignments: { rules: [], otherwise: generalPresetId }, digest });
    expect(late).toEqual({ outcome: "stale" });
  });

  it("loses the rules of a config that is deleted, and counts who uses what", async () => {
    const house = workshop();
    await storeProduct(house.db);
    await storeProduct(house.db, { id: "1002", shop: otherShop });
    const own = await aConfig(house);
    const rule = { field: "tag", value: "linen", configId: own.id };
    await assign(house, { rules: [rule], otherwise: presetId("home") });
    expect((await house.db.do(countUse(shop))).get(own.id)).toEqual({ products: 1, rules: 1 });
    expect((await house.db.do(countUse(otherShop))).get(generalPresetId)).toEqual({ products: 1, rules: 0 });
    expect(await deleteConfig(house, { shop, id: own.id, by })).toEqual({ rules: 1 });
    expect(await nameFor(house)).toBe("home");
    expect((await house.db.do(countUse(shop))).get(presetId("home"))).toEqual({ products: 1, rules: 0 });
  });

  it("follow a collection, whatever it is called, and only the shop's own", async () => {
    const house = workshop();
    await storeProduct(house.db);
    await storeProduct(house.db, { id: "1002" });
    await storeProduct(house.db, { shop: otherShop });
    const rowOf = (of: string, id: string) =>
      house.db.raw.prepare("SELECT row_id FROM products WHERE shop = ? AND id = ?").pluck().get(of, id) as number;
    const [mine, apart, foreign] = [rowOf(shop, productId), rowOf(shop, "1002"), rowOf(otherShop, productId)];
    await house.db.orm.insert(collectionProducts).values({ shop, collectionId: "77", productRow: mine });
    const own = await aConfig(house);
    const otherwise = presetId("home");
    for (const of of [shop, otherShop]) {
      const configId = of === shop ? own.id : presetId("food");
      expect(await assign(house, { rules: [{ field: "collection", value: "77", configId }], otherwise }, of)).toEqual({
        outcome: "saved",
      });
    }
    expect(await nameFor(house, shirt, shop, mine)).toBe("laptops");
    expect(await nameFor(house, shirt, shop, apart)).toBe("home");
    expect(await nameFor(house, shirt, otherShop, foreign)).toBe("home");
    expect(await house.db.do(countUse(shop))).toEqual(
      new Map([
        [own.id, { products: 1, rules: 1 }],
        [otherwise, { products: 1, rules: 0 }],
      ]),
    );
    const named = { rules: [{ field: "collection", value: "Summer", configId: own.id }], otherwise };
    expect(await assign(house, named)).toMatchObject({
      outcome: "refused",
      problem: { code: "collection_missing", line: 1 },
    });
  });

  it("look at no collection when none is named", async () => {
    const house = workshop();
    await assign(house, {
      rules: [{ field: "tag", value: "linen", configId: presetId("food") }],
      otherwise: presetId("home"),
    });
    house.db.raw.exec("DROP TABLE collection_products");
    expect(await nameFor(house)).toBe("food");
    expect([...(await house.db.do(countUse(shop))).keys()]).toEqual([presetId("food")]);
  });

  it("does not count products that left the shop", async () => {
    const house = workshop();
    await storeProduct(house.db);
    await house.db.orm
      .update(products)
      .set({ goneAt: 1 })
      .where(and(eq(products.shop, shop), eq(products.id, productId)));
    expect([...(await house.db.do(countUse(shop)))]).toEqual([]);
  });
});

describe("history", () => {
  it("keeps every saved state with digest, who and when, and what changed", async () => {
    const house = workshop();
    const made = await aConfig(house);
    house.clock.advance(60_000);
    const content_config = { ...rules, guidelines: ["Name the screen first.", "Then the weight."] };
    const input = { name: "laptops", description: "For laptops", content_config };
    await updateConfig(house, { shop, id: made.id, by: "ben", input });
    await updateConfig(house, { shop, id: made.id, by: "ben", input });
    const states = await listConfigStates(house, { shop, configId: made.id });
    expect(states).toMatchObject([
      {
        revision: 2,
        change: "edited",
        savedBy: "ben",
        savedAt: house.clock.now(),
        digest: digestOf(content_config),
        differences: [
          { field: "description", before: null, after: "For laptops" },
          { field: "guidelines", before: "Name the screen first.", after: "Name the screen first.\nThen the weight." },
        ],
      },
      { revision: 1, change: "created", savedBy: "anna", savedAt: house.clock.now() - 60_000, digest: made.digest },
    ]);
  });

  it("restores a state as a new one, and outlives the config", async () => {
    const house = workshop();
    const made = await aConfig(house);
    await updateConfig(house, { shop, id: made.id, by, input: { name: "laptops", content_config: {} } });
    await restoreConfig(house, { shop, configId: made.id, revision: 1, by: "ben" });
    expect((await readConfig(house, { shop, id: made.id }))?.config).toEqual(rules);
    await deleteConfig(house, { shop, id: made.id, by });
    const states = await listConfigStates(house, { shop, configId: made.id });
    expect(states.map(({ change }) => change)).toEqual(["deleted", "restored", "edited", "created"]);
  });

  it("counts how many texts a state produced, of this shop only", async () => {
    const house = workshop();
    const made = await aConfig(house);
    const version = (id: string, of: typeof shop): typeof versions.$inferInsert => ({
      id,
      shop: of,
      productId,
      contentType: "title",
      locale: "en",
      state: "draft",
      origin: "generated",
      body: "A title",
      warnings: [],
      blocked: false,
      evidence: [],
      baseDigest: "",
      factsDigest: "",
      configDigest: made.digest,
      createdAt: 1,
    });
    await house.db.orm.insert(versions).values([version("v1", shop), version("v2", otherShop)]);
    const page = await readHistoryPage(house, { shop, by }, made.id);
    expect(page?.states.map((state) => state.versions)).toEqual([1]);
  });
});

describe("import and export", () => {
  it("brings a config unchanged to another shop", async () => {
    const house = workshop();
    const made = await aConfig(house, { description: "For laptops" });
    const brought = await importConfig(house, { shop: otherShop, json: exportConfig(made), by });
    expect(brought).toMatchObject({
      outcome: "saved",
      config: { name: "laptops", description: "For laptops", digest: made.digest },
    });
    for (const preset of presets) {
      const copy = await importConfig(house, { shop, json: exportConfig(preset), label: `My ${preset.name}`, by });
      expect(copy).toMatchObject({ outcome: "saved", config: { config: preset.config } });
    }
  });

  it("names which field of a file is wrong, and what is no JSON", async () => {
    const house = workshop();
    const json = JSON.stringify({ name: "laptops", content_config: { client: { forbidden_words: [1] } } });
    expect(await importConfig(house, { shop, json, by })).toMatchObject({
      outcome: "refused",
      problem: { fields: [{ field: "content_config.client.forbidden_words.0" }] },
    });
    expect(await importConfig(house, { shop, json: "{", by })).toMatchObject({
      outcome: "refused",
      problem: { code: "file_not_json", detail: expect.stringContaining("JSON") },
    });
    expect(await importConfig(house, { shop, json: "[]", label: "x", by })).toMatchObject({ outcome: "refused" });
    expect(await listConfigs(house, { shop, scope: "PRIVATE" })).toEqual([]);
  });
});
