import { and, desc, eq } from "drizzle-orm";
import { expect, it, onTestFinished } from "vitest";
import { assignRules } from "../../app/commands/rules/assign-rules.ts";
import { deleteRules } from "../../app/commands/rules/delete-rules.ts";
import { dryRunRules } from "../../app/commands/rules/dry-run-rules.ts";
import { duplicateRules } from "../../app/commands/rules/duplicate-rules.ts";
import { importRules } from "../../app/commands/rules/import-rules.ts";
import { mergeRules } from "../../app/commands/rules/merge-rules.ts";
import { restoreRules } from "../../app/commands/rules/restore-rules.ts";
import { saveGlossary } from "../../app/commands/rules/save-glossary.ts";
import { saveRules } from "../../app/commands/rules/save-rules.ts";
import { tryRules } from "../../app/commands/rules/try-rules.ts";
import type { Db } from "../../app/db/open.ts";
import { configRules, configStates, contentConfigs, glossaries, jobs } from "../../app/db/schema/index.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { presets } from "../../app/rules/configs/presets.ts";
import { readConfig } from "../../app/rules/configs/read-config.ts";
import { emptyDigest } from "../../app/rules/glossary/read-glossary.ts";
import { otherShop, productId, shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const stranger = { shop: otherShop, by: "user:2" };
const apparel = presets.find(({ name }) => name === "apparel")?.id ?? "";

async function rulesOf({ db }: { db: Db }) {
  const rows = await db.orm
    .select({
      ...{ id: contentConfigs.id, label: contentConfigs.label, config: contentConfigs.config },
      description: contentConfigs.description,
    })
    .from(contentConfigs)
    .where(eq(contentConfigs.shop, shop));
  return new Map(rows.map((row) => [row.id, row]));
}

async function lastChange({ db }: { db: Db }, configId: string) {
  const [state] = await db.orm
    .select({ change: configStates.change, savedBy: configStates.savedBy })
    .from(configStates)
    .where(and(eq(configStates.shop, shop), eq(configStates.configId, configId)))
    .orderBy(desc(configStates.revision))
    .limit(1);
  return state;
}

it("rules are saved as they were seen, and what is wrong with them is named by field", async () => {
  const { deps, has } = await aShop();
  const save = (content_config: unknown, seen: string, asker = anna) =>
    saveRules.run(deps, asker, { configId: has.config, rules: { label: "Plain", content_config }, seen });
  const guidelines = ["Be short."];
  expect(await save({ guidelines }, has.seenBefore)).toMatchObject({ kind: "stale" });
  expect(await save({ guidelines }, has.seen, stranger)).toEqual({ kind: "not_found" });
  expect(await save({ guideline: [] }, has.seen)).toMatchObject({
    kind: "invalid",
    problem: { fields: [{ field: "content_config.guideline" }] },
  });
  expect(await save({ guidelines }, has.seen)).toEqual({ kind: "saved", configId: has.config });
  expect((await rulesOf(deps)).get(has.config)?.config).toMatchObject({ guidelines });
  expect(await lastChange(deps, has.config)).toEqual({ change: "edited", savedBy: "user:1" });
});

it("rules are duplicated under another name, presets too", async () => {
  const { deps, has } = await aShop();
  const copy = (configId: string, name: string, asker = anna) => duplicateRules.run(deps, asker, { configId, name });
  const copied = await copy(apparel, "Mine");
  expect(copied).toEqual({ kind: "saved", configId: expect.any(String) });
  const id = "configId" in copied ? copied.configId : "";
  expect((await rulesOf(deps)).get(id)).toMatchObject({ label: "Mine", description: null });
  expect(await copy(has.config, "Mine")).toMatchObject({ kind: "invalid", problem: { fields: [{ field: "label" }] } });
  expect(await copy(has.config, "Theirs", stranger)).toEqual({ kind: "not_found" });
});

it("rules are deleted as they were seen, with what assigned them", async () => {
  const { deps, has } = await aShop();
  const assignments = { rules: [{ field: "tag", value: "linen", configId: has.config }], otherwise: apparel };
  await assignRules.run(deps, anna, { assignments, digest: has.assigned });
  const remove = (seen: string) => deleteRules.run(deps, anna, { configId: has.config, seen });
  expect(await remove(has.seenBefore)).toEqual({ kind: "stale" });
  expect(await remove(has.seen)).toEqual({ kind: "deleted", assignments: 1 });
  expect(await remove(has.seen)).toEqual({ kind: "not_found" });
  expect((await rulesOf(deps)).has(has.config)).toBe(false);
});

it("an earlier state of rules becomes the newest, over the state that was seen", async () => {
  const { deps, has } = await aShop();
  const restore = (revision: number, seen: string) =>
    restoreRules.run(deps, anna, { configId: has.config, revision, seen });
  expect(await restore(1, has.seenBefore)).toMatchObject({ kind: "stale" });
  expect(await restore(9, has.seen)).toEqual({ kind: "not_found" });
  expect(await restore(1, has.seen)).toEqual({ kind: "saved", configId: has.config });
  expect(await lastChange(deps, has.config)).toEqual({ change: "restored", savedBy: "user:1" });
});

it("an exported file becomes new rules, under its own name or another", async () => {
  const { deps } = await aShop();
  const json = JSON.stringify({ name: "laptops", content_config: { guidelines: ["Name the screen first."] } });
  const labelOf = async (label?: string) => {
    const result = await importRules.run(deps, anna, { json, label });
    return (await rulesOf(deps)).get("configId" in result ? result.configId : "")?.label;
  };
  expect(await labelOf()).toBe("laptops");
  expect(await labelOf("Screens")).toBe("Screens");
  expect(await importRules.run(deps, anna, { json: "{" })).toMatchObject({
    kind: "invalid",
    problem: { code: "file_not_json" },
  });
});

it("merged rules are new rules, returned with how many values were overridden", async () => {
  const { deps, has } = await aShop();
  const merge = (...configs: unknown[]) => mergeRules.run(deps, anna, { name: "Both", configs });
  expect(await merge(apparel)).toMatchObject({ kind: "invalid", problem: { code: "wrong_number_of_rule_sets" } });
  expect(await merge(apparel, "404")).toMatchObject({ kind: "invalid", problem: { code: "rule_set_gone", place: 2 } });
  const merged = await merge(apparel, has.config, { restrictions: ["Be short."] });
  expect(merged).toEqual({ kind: "merged", configId: expect.any(String), overridden: expect.any(Number) });
  const id = "configId" in merged ? merged.configId : "";
  expect((await rulesOf(deps)).get(id)?.config).toMatchObject({ restrictions: expect.arrayContaining(["Be short."]) });
  expect(await lastChange(deps, id)).toEqual({ change: "merged", savedBy: "user:1" });
});

it("rules are tried on products without being saved", async () => {
  const { deps, has } = await aShop();
  const attempt = (rules: object, ids = [productId]) =>
    tryRules.run(deps, anna, { configId: has.config, rules, productIds: ids });
  const before = await rulesOf(deps);
  expect(await attempt({ guideline: [] })).toMatchObject({
    kind: "invalid",
    problem: { fields: [{ field: "guideline" }] },
  });
  expect(await attempt({}, [])).toMatchObject({ kind: "invalid", problem: { code: "wrong_number_of_products" } });
  const started = await attempt({ guidelines: ["Be short."] });
  expect(started).toEqual({ kind: "started", jobId: expect.any(String) });
  const jobId = "jobId" in started ? started.jobId : "";
  const [job] = await deps.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
  expect(job).toMatchObject({ kind: "try-config", payload: { config: { guidelines: ["Be short."] } } });
  expect(await rulesOf(deps)).toEqual(before);
});

it("rules are assigned in their order, over the assignments that were seen", async () => {
  const { deps, has } = await aShop();
  const assign = (value: unknown, digest: string) =>
    assignRules.run(deps, anna, { assignments: { rules: value, otherwise: apparel }, digest });
  const lines = [{ field: "tag", value: "linen", configId: has.config }];
  expect(await assign(lines, "0")).toMatchObject({ kind: "stale" });
  expect(await assign([{ field: "tag", value: "linen", configId: "404" }], has.assigned)).toMatchObject({
    kind: "invalid",
    problem: { code: "unknown_rules" },
  });
  expect(await assign(lines, has.assigned)).toEqual({ kind: "saved" });
  const rows = await deps.db.orm.select().from(configRules).where(eq(configRules.shop, shop));
  expect(rows).toContainEqual(expect.objectContaining({ field: "tag", value: "linen", configId: has.config }));
});

it("the glossary is replaced as it was seen", async () => {
  const { deps } = await aShop();
  const save = (terms: { term: string; never: string[] }[], digest: string = emptyDigest) =>
    saveGlossary.run(deps, anna, { terms, digest });
  expect(await save([{ term: "", never: ["tee"] }])).toEqual({
    kind: "invalid",
    problem: { code: "word_missing", row: 1 },
  });
  const terms = [{ term: "T-shirt", never: ["tee"] }];
  expect(await save(terms)).toEqual({ kind: "saved", terms: 1 });
  expect(await save([])).toMatchObject({ kind: "stale" });
  const rows = await deps.db.orm.select().from(glossaries).where(eq(glossaries.shop, shop));
  expect(rows).toMatchObject([{ terms, updatedBy: "user:1" }]);
});

it("rules of the shop are not another shop's to read", async () => {
  const { deps, has } = await aShop();
  expect(await tryRules.run(deps, stranger, { configId: has.config, rules: {}, productIds: [] })).toMatchObject({
    kind: "invalid",
  });
  expect(await readConfig(deps, { shop: otherShop, id: has.config })).toBeNull();
});

it("of counts of one person the newest is made, another person's goes on, and rules that are not valid are named", async () => {
  const { deps, has } = await aShop();
  const count = (rules: object, asker = anna) => dryRunRules.run(deps, asker, { configId: has.config, rules });
  const ben = { shop, by: "user:2" };
  const [former, newest, bens] = await Promise.all([
    count({ client: { forbidden_words: ["linen"] } }),
    count({ client: { forbidden_words: ["linen", "shirt"] } }),
    count({ client: { forbidden_words: ["linen"] } }, ben),
  ]);
  expect(former).toEqual({ kind: "superseded" });
  expect(newest).toMatchObject({ kind: "counted", counts: { uncounted: [] } });
  expect(bens).toMatchObject({ kind: "counted" });
  expect(await count({ guideline: [] })).toMatchObject({
    kind: "invalid",
    problem: { fields: [{ field: "guideline" }] },
  });
  expect(await count({}, stranger)).toEqual({ kind: "not_found" });
});

it("a count that takes longer than a check may is told as such, and is none of a text that was not saved", async () => {
  const { deps, has } = await aShop();
  const heavy = createHeavyChecks({ budgetMs: 0 });
  onTestFinished(() => heavy.close());
  const rules = { client: { forbidden_words: ["linen"] } };
  expect(await dryRunRules.run({ ...deps, heavy }, anna, { configId: has.config, rules })).toEqual({
    kind: "too_much",
  });
});
