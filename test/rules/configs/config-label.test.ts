import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { configLabelSchema, labelKey, nameFromLabel } from "../../../app/rules/configs/config-label.ts";
import { exportConfig, importConfig } from "../../../app/rules/configs/import-config.ts";
import { readConfig } from "../../../app/rules/configs/read-config.ts";
import { createConfig, updateConfig } from "../../../app/rules/configs/save-config.ts";
import { otherShop, shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const by = "anna";
const house = () => ({ db: openTestDatabase(), clock: testClock() });
type House = ReturnType<typeof house>;

const create = (deps: House, input: object) =>
  createConfig(deps, { shop, by, input: { content_config: { guidelines: ["Be brief."] }, ...input } });

async function created(deps: House, label: string) {
  const saved = await create(deps, { label });
  if (saved.outcome !== "saved") throw new Error(JSON.stringify(saved));
  return saved.config;
}

describe("the name of rules", () => {
  it.each(["Winterjacken & Mäntel", "有田焼 湯呑み", "أحذية", "🧶 Wool 👩‍👩‍👧", "Summer-Sale 2027 (EU)", "ß"])(
    "may be %s, and is read as it was written",
    async (label) => {
      const deps = house();
      const made = await created(deps, label);
      expect(made.label).toBe(label);
      expect(made.name).toMatch(/^[a-z]{1,20}$/);
      expect((await readConfig(deps, { shop, id: made.id }))?.label).toBe(label);
    },
  );

  it("is tidied: one line, one way of writing each letter", () => {
    expect(configLabelSchema.parse("  Knit\n\twear\u0000 ")).toBe("Knit wear");
    expect(configLabelSchema.parse("Cafe\u0301")).toBe("Café");
    expect(configLabelSchema.safeParse("🧶".repeat(80)).success).toBe(true);
    expect(configLabelSchema.safeParse("🧶".repeat(81)).success).toBe(false);
    for (const empty of ["", "   ", "\u200b", "\u200d\u00ad"]) {
      expect(configLabelSchema.safeParse(empty).success).toBe(false);
    }
  });

  it.each([
    ["Mäntel", "MÄNTEL"],
    ["Straße", "STRASSE"],
    ["Café", "cafe\u0301"],
    ["apparel", "Apparel"],
  ])("is one shop's only once: %s and %s are the same", async (first, second) => {
    const deps = house();
    if (first !== "apparel") await created(deps, first);
    expect(await create(deps, { label: second })).toMatchObject({
      outcome: "refused",
      problem: { fields: [{ field: "label" }] },
    });
    expect(labelKey(first)).toBe(labelKey(second));
  });

  it("can be changed while the id that the API uses stays; only the capitals too", async () => {
    const deps = house();
    const { id, name } = await created(deps, "Laptops");
    const rename = (label: string, description?: string) =>
      updateConfig(deps, { shop, id, by, input: { label, description, content_config: {} } });
    expect(await rename("Notebooks")).toMatchObject({ outcome: "saved", config: { label: "Notebooks", name } });
    expect(await rename("NOTEBOOKS")).toMatchObject({ outcome: "saved", config: { label: "NOTEBOOKS", name } });
    expect(name).toBe("laptops");
    await created(deps, "Tablets");
    expect(await rename("tablets")).toMatchObject({ outcome: "refused", problem: { fields: [{ field: "label" }] } });
  });

  it("gives an id that nobody has, whatever the letters", async () => {
    const deps = house();
    const names = [];
    for (const label of ["靴", "帽子", "Laptops", "Lap tops", "laptops 2", "A very long name of rules", "ÀÉ"]) {
      names.push((await created(deps, label)).name);
    }
    expect(names).toEqual(["rules", "rulesb", "laptops", "laptopsb", "laptopsc", "averylongnameofrules", "ae"]);
    const taken = new Set<string>();
    for (let i = 0; i < 200; i++) taken.add(nameFromLabel("x".repeat(40), (name) => taken.has(name)));
    expect(taken.size).toBe(200);
    for (const name of taken) expect(name).toMatch(/^[a-z]{1,20}$/);
  });

  it("goes with the file to another shop; a file without one is called by its id", async () => {
    const deps = house();
    const made = await created(deps, "Winter ❄️");
    const bring = (json: string, label?: string) => importConfig(deps, { shop: otherShop, json, label, by });
    expect(await bring(exportConfig(made))).toMatchObject({ config: { label: "Winter ❄️", name: made.name } });
    expect(await bring(exportConfig(made), "Winter two")).toMatchObject({
      config: { label: "Winter two", name: "wintertwo" },
    });
    expect(await bring(JSON.stringify({ name: "laptops", content_config: {} }))).toMatchObject({
      config: { label: "laptops", name: "laptops" },
    });
  });
});

it("rules that were saved before are called as they were", () => {
  const db = new Database(":memory:");
  const migrate = (file: string) => db.exec(readFileSync(`drizzle/sqlite/${file}.sql`, "utf8"));
  migrate("0000_init");
  db.exec(`INSERT INTO content_configs (shop, id, name, config, digest, created_at, updated_at)
    VALUES ('one.myshopify.com', 'c', 'laptops', '{}', 'd', 1, 1)`);
  db.exec(`INSERT INTO config_states (shop, config_id, revision, change, name, config, digest, saved_at)
    VALUES ('one.myshopify.com', 'c', 1, 'created', 'laptops', '{}', 'd', 1)`);
  migrate("0001_config_labels");
  expect(
    db.prepare("SELECT name, label FROM content_configs UNION SELECT name, label FROM config_states").all(),
  ).toEqual([{ name: "laptops", label: "laptops" }]);
});
