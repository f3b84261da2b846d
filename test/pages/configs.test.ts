import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contentConfigs } from "../../app/db/schema/index.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { personView } from "../../app/pages/name-person.ts";
import { previewMerge } from "../../app/pages/rules/preview-merge.ts";
import { readAssignmentsPage } from "../../app/pages/rules/read-assignments-page.ts";
import { readRulesEditor } from "../../app/pages/rules/read-editor-page.ts";
import { readHistoryPage } from "../../app/pages/rules/read-history-page.ts";
import { readRulesIndex } from "../../app/pages/rules/read-index-page.ts";
import { generalPresetId, presetById, presets } from "../../app/rules/configs/presets.ts";
import { storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askAssignments, askConfig, askConfigs } from "../support/pages/ask.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const other = shopDomainSchema.parse("second.myshopify.com");
const user = { shop, by: "user:1" };
const apparel = presets.find(({ name }) => name === "apparel")?.id ?? "";

async function setUp() {
  const deps = { db: openTestDatabase(), clock: { now: () => 1_790_000_000_000 }, models: unaskedModels() };
  await storeProduct(deps.db, { id: productIdSchema.parse("1") });
  return deps;
}

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

async function aCopy(deps: Awaited<ReturnType<typeof setUp>>, name = "mine") {
  const copied = await askConfig(
    deps,
    user,
    apparel,
    form([
      ["intent", "duplicate"],
      ["name", name],
    ]),
  );
  if (!("configId" in copied) || !copied.configId) throw new Error(JSON.stringify(copied));
  return copied.configId;
}

describe("the list of content configs", () => {
  it("shows presets and own configs with the products and rules that use them", async () => {
    const deps = await setUp();
    const id = await aCopy(deps);
    const { digest } = await readAssignmentsPage(deps, shop);
    const assignments = { rules: [{ field: "tag", value: "linen", configId: id }], otherwise: generalPresetId };
    const saved = await askAssignments(
      deps,
      user,
      form([
        ["digest", digest],
        ["assignments", JSON.stringify(assignments)],
      ]),
    );
    expect(saved).toEqual({ message: "Assignments saved" });
    const { configs } = await readRulesIndex(deps, user);
    expect(configs.map(({ name, preset, products, rules }) => [name, preset, products, rules])).toEqual([
      ["mine", false, 1, 1],
      ["General", true, 0, 0],
      ["Apparel", true, 0, 0],
      ["Beauty", true, 0, 0],
      ["Electronics", true, 0, 0],
      ["Food", true, 0, 0],
      ["Home", true, 0, 0],
    ]);
    expect((await readRulesIndex(deps, { shop: other, by: "user:2" })).configs).toHaveLength(6);
  });

  it("does not say of a copy what its preset says of itself, also of one that was made with it", async () => {
    const deps = await setUp();
    const id = await aCopy(deps);
    const told = async () => (await readRulesIndex(deps, user)).configs.find((config) => config.id === id)?.description;
    expect(await told()).toBeNull();
    const description = presetById(apparel)?.description ?? "";
    const describe = (words: string) =>
      deps.db.orm
        .update(contentConfigs)
        .set({ description: words })
        .where(and(eq(contentConfigs.shop, shop), eq(contentConfigs.id, id)));
    await describe(description);
    expect(await told()).toBeNull();
    await describe("Ours");
    expect(await told()).toBe("Ours");
  });

  it("names the fields of rules that are not valid while they are typed", async () => {
    const deps = await setUp();
    const rules = JSON.stringify({ content_types: { title: { task: "Title.", character_limit: -1 } } });
    const marked = await askConfig(
      deps,
      user,
      apparel,
      form([
        ["intent", "marks"],
        ["config", rules],
      ]),
    );
    expect(marked).toMatchObject({
      problem: expect.any(String),
      fields: { "content_config.content_types.title.character_limit": expect.any(String) },
    });
  });

  it("imports a file, and names the fields of one that is not valid", async () => {
    const deps = await setUp();
    const json = JSON.stringify({ name: "laptops", content_config: { guidelines: ["Name the screen first."] } });
    const imported = await askConfigs(
      deps,
      user,
      form([
        ["intent", "import"],
        ["json", json],
        ["name", ""],
      ]),
    );
    expect(imported).toMatchObject({ message: "Rules imported", configId: expect.any(String) });
    const bad = JSON.stringify({ name: "laptops", content_config: { guideline: [] } });
    expect(
      await askConfigs(
        deps,
        user,
        form([
          ["intent", "import"],
          ["json", bad],
          ["name", ""],
        ]),
      ),
    ).toEqual({
      problem: "guideline: there is no such field",
      fields: { "content_config.guideline": "there is no such field" },
    });
  });

  it("merges what was chosen, after saying what is overridden", async () => {
    const deps = await setUp();
    const asked = await previewMerge(deps, shop, [generalPresetId, apparel], await english());
    expect(asked.warnings).toContain("Title: Character limit: 65 of Apparel takes the place of 70");
    const ids: [string, string][] = [
      ["id", generalPresetId],
      ["id", apparel],
    ];
    const merged = await askConfigs(deps, user, form([["intent", "merge"], ["name", "both"], ...ids]));
    expect(merged).toMatchObject({ message: expect.stringMatching(/^Rules merged, \d+ values overridden$/) });
    expect(
      await askConfigs(
        deps,
        user,
        form([
          ["intent", "merge"],
          ["name", "one"],
          ["id", apparel],
        ]),
      ),
    ).toHaveProperty("problem");
  });
});

describe("a config's page", () => {
  it("is there for the config's own shop only, as is its history", async () => {
    const deps = await setUp();
    const id = await aCopy(deps);
    expect((await readRulesEditor(deps, shop, id))?.config).toMatchObject({ name: "mine", preset: false });
    const seenBy = async (reader: typeof user) => (await readHistoryPage(deps, reader, id))?.states;
    expect(await seenBy(user)).toMatchObject([{ change: "created", current: true, savedBy: "you" }]);
    expect(await seenBy({ shop, by: "user:2" })).toMatchObject([{ savedBy: "colleague" }]);
    expect(await readRulesEditor(deps, other, id)).toBeNull();
    expect(await readHistoryPage(deps, { shop: other, by: user.by }, id)).toBeNull();
    const stranger = { shop: other, by: "user:2" };
    expect(await askConfig(deps, stranger, id, form([["intent", "delete"]]))).toHaveProperty("problem");
    expect(await readRulesEditor(deps, shop, id)).not.toBeNull();
  });

  it("saves, marks which field is wrong, restores and deletes", async () => {
    const deps = await setUp();
    const id = await aCopy(deps);
    const page = await readRulesEditor(deps, shop, id);
    const save = (content_config: unknown, seen = page?.config.seen ?? "") =>
      askConfig(
        deps,
        user,
        id,
        form([
          ["intent", "save"],
          ["seen", seen],
          ["input", JSON.stringify({ name: "mine", content_config })],
        ]),
      );
    const wrong = await save({ content_types: { title: { task: "", character_limit: 1.5 } } });
    expect("fields" in wrong && Object.keys(wrong.fields ?? {})).toEqual([
      "content_config.content_types.title.task",
      "content_config.content_types.title.character_limit",
    ]);
    expect(await save({ guidelines: ["Mine"] })).toMatchObject({ message: "Rules saved" });
    expect(await save({ guidelines: ["Late"] })).toMatchObject({
      problem: expect.stringContaining("Nothing was overwritten"),
      stale: true,
    });
    const seenNow = async () => (await readRulesEditor(deps, shop, id))?.config.seen ?? "";
    await askConfig(
      deps,
      user,
      id,
      form([
        ["intent", "restore"],
        ["revision", "1"],
        ["seen", await seenNow()],
      ]),
    );
    expect((await readRulesEditor(deps, shop, id))?.config.seen).toBe(page?.config.seen);
    const remove = [
      ["intent", "delete"],
      ["seen", await seenNow()],
    ] as [string, string][];
    expect(await askConfig(deps, user, id, form(remove))).toEqual({ message: "Rules deleted" });
    expect(await readRulesEditor(deps, shop, id)).toBeNull();
  });

  it("does nothing for what it does not understand", async () => {
    const deps = await setUp();
    expect(await askConfig(deps, user, apparel, form([["intent", "explode"]]))).toHaveProperty("problem");
    expect(
      await askConfig(
        deps,
        user,
        await aCopy(deps),
        form([
          ["intent", "save"],
          ["input", "{"],
        ]),
      ),
    ).toHaveProperty("problem");
    expect(
      await askAssignments(
        deps,
        user,
        form([
          ["digest", ""],
          ["assignments", "{"],
        ]),
      ),
    ).toHaveProperty("problem");
  });
});

it("who saved is you, a colleague by the name that Settings have, or nobody", () => {
  const names = new Map([["user:2", "Anna"]]);
  expect(["user:1", "user:2", "user:3", "test", null].map((by) => personView(by, "user:1", names))).toEqual([
    "you",
    { name: "Anna" },
    "colleague",
    null,
    null,
  ]);
});
