import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { readProduct } from "../../../app/catalog/read-product.ts";
import { addChannelRule } from "../../../app/commands/channels/add-rule.ts";
import { changeChannelRule } from "../../../app/commands/channels/change-rule.ts";
import { undoChannelRule } from "../../../app/commands/channels/undo-rule-change.ts";
import { jobItems, jobs, versions } from "../../../app/db/schema/index.ts";
import { createHeavyChecks } from "../../../app/quality/heavy/heavy-checks.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { listRuleChanges } from "../../../app/rules/channels/list-rule-changes.ts";
import { readRuleSettings } from "../../../app/rules/channels/read-rule-settings.ts";
import { resolveConfig } from "../../../app/rules/configs/resolve-config.ts";
import { recheckChannelDrafts } from "../../../app/versions/recheck-channel-drafts.ts";
import { someFacts } from "../../support/content/facts.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const heavy = createHeavyChecks({ budgetMs: 120_000 });
afterAll(() => heavy.close());

const asker = { shop, by: "user:1" };
const titleLength = "amazon.title.max.char";
function* leased() {}

async function aShop() {
  const db = openTestDatabase();
  const clock = testClock();
  await storeProduct(db);
  const deps = { db, clock };
  const set = async (rule: string, setting: { does: "block" | "warn" | "off"; limit?: number; note?: string }) => {
    const seen = (await db.do(readRuleSettings(shop))).get(rule)?.change ?? null;
    return changeChannelRule.run(deps, asker, {
      rule,
      does: setting.does,
      limit: setting.limit ?? null,
      note: setting.note ?? "",
      seen,
    });
  };
  /** severities of what the rules of a channel find in a title */
  const findings = async (title: string, channel = "amazon", of = shop) => {
    const product = await readProduct(deps, shop, productId);
    if (!product) throw new Error("no product");
    const { config } = await db.do(resolveConfig({ shop: of, product }));
    const results = runChecks({
      ...{
        config: { ...config, content_types: {} },
        channel,
        locale: "en",
        facts: someFacts({ vendor: "" }),
        codes: new Set(["CHANNEL_RULE"] as const),
      },
      texts: new Map([["title", { body: title, raw: title }]]),
    });
    return (results.get("title")?.warnings ?? []).map(({ severity, details }) => [
      details?.kind === "channel_rule" ? details.rule : details?.kind,
      severity,
    ]);
  };
  return { db, clock, deps, set, findings };
}

const long = "Linen shirt of washed flax for summer days, with two chest pockets and buttons of shell";

it("a shop sets a rule to block, to another limit or off, and findings follow; no other shop's do", async () => {
  const { set, findings } = await aShop();
  expect(await findings("x".repeat(90))).toEqual([[titleLength, "warn"]]);
  expect(await set(titleLength, { does: "block", limit: 80 })).toMatchObject({ kind: "changed", rule: titleLength });
  expect(await findings("x".repeat(90))).toEqual([[titleLength, "block"]]);
  expect(await findings("x".repeat(80))).toEqual([]);
  expect(await findings("x".repeat(80), "amazon", otherShop)).toEqual([[titleLength, "warn"]]);
  await set(titleLength, { does: "off" });
  expect(await findings("x".repeat(90))).toEqual([]);
  expect(await set(titleLength, { does: "off" })).toEqual({ kind: "unchanged" });
});

it("every change is kept with who, when, before and after, and is taken back once nothing followed it", async () => {
  const { db, deps, set, findings, clock } = await aShop();
  const first = await set(titleLength, { does: "block", limit: 80, note: " for our agency " });
  clock.advance(5);
  const second = await set(titleLength, { does: "off" });
  if (first.kind !== "changed" || second.kind !== "changed") throw new Error("not changed");
  const changes = await db.do(listRuleChanges(shop, "amazon"));
  expect(changes).toMatchObject([
    { id: second.change, by: "user:1", before: { does: "block", limit: 80 }, after: { does: "off", limit: null } },
    { id: first.change, before: null, after: { does: "block", limit: 80, note: "for our agency" } },
  ]);
  expect(await undoChannelRule.run(deps, asker, { change: first.change })).toEqual({ kind: "stale" });
  const undone = await undoChannelRule.run(deps, asker, { change: second.change });
  expect(undone).toMatchObject({ kind: "changed" });
  expect(await findings("x".repeat(90))).toEqual([[titleLength, "block"]]);
  // The undo is a change as well: what it put back was made by nobody else.
  if (undone.kind !== "changed") throw new Error(undone.kind);
  await undoChannelRule.run(deps, asker, { change: undone.change });
  expect(await findings("x".repeat(90))).toEqual([]);
  expect(await db.do(listRuleChanges(shop, "amazon"))).toHaveLength(4);
});

it("what somebody else changed meanwhile is not overwritten", async () => {
  const { deps, set, findings } = await aShop();
  await set(titleLength, { does: "block" });
  const input = { rule: titleLength, does: "off", limit: null, note: "", seen: null } as const;
  expect(await changeChannelRule.run(deps, asker, input)).toEqual({ kind: "stale" });
  expect(await findings("x".repeat(90))).toEqual([[titleLength, "block"]]);
});

it("what Shopify refuses stays, whatever a shop asks for, and a rule without a limit takes none", async () => {
  const { set, findings } = await aShop();
  expect(await set("store.title.max.char", { does: "off" })).toEqual({
    kind: "invalid",
    problem: { code: "rule_is_fixed" },
  });
  expect(await findings("x".repeat(256), "store")).toEqual([["store.title.max.char", "block"]]);
  expect(await set("google.title.forbid.all_caps", { does: "warn", limit: 5 })).toEqual({
    kind: "invalid",
    problem: { code: "rule_has_no_limit" },
  });
  expect(await set("nobody.title.max.char", { does: "warn" })).toEqual({ kind: "not_found" });
});

it("a rule of the shop's own is looked for, can be turned off, and goes with the undo of its addition", async () => {
  const { deps, set, findings } = await aShop();
  const add = (demand: { kind: string; unit: string; value: unknown }, channel = "amazon") =>
    addChannelRule.run(deps, asker, {
      channel,
      market: "*",
      field: "title",
      demand,
      does: "block",
      note: "our lawyer",
    });
  const added = await add({ kind: "forbid", unit: "phrase", value: ["eco"] });
  if (added.kind !== "changed") throw new Error(added.kind);
  expect(await findings("Eco shirt")).toEqual([[added.rule, "block"]]);
  await set(added.rule, { does: "warn" });
  expect(await findings("Eco shirt")).toEqual([[added.rule, "warn"]]);
  for (const demand of [
    { kind: "forbid", unit: "content", value: ["horoscope"] },
    { kind: "allow", unit: "char_class", value: "z-a" },
    { kind: "max", unit: "char", value: -1 },
    { kind: "require", unit: "marking", value: "x" },
  ]) {
    expect(await add(demand)).toEqual({ kind: "invalid", problem: { code: "rule_not_understood" } });
  }
  const own = await add({ kind: "max", unit: "grapheme", value: 3 }, "kiosk");
  if (own.kind !== "changed") throw new Error(own.kind);
  expect(await findings("abcd", "kiosk")).toEqual([[own.rule, "block"]]);
  await undoChannelRule.run(deps, asker, { change: own.change });
  expect(await findings("abcd", "kiosk")).toEqual([]);
});

it("drafts of the channel are checked again, all else that was found in them stays", async () => {
  const { db, set } = await aShop();
  const kept = { content_type: "title", code: "ECHO", description: "e", severity: "warn" as const, id: "echo1" };
  const draft = {
    ...{ shop, productId, contentType: "title", locale: "en", state: "draft" as const, origin: "generated" as const },
    body: long,
    ...{ warnings: [kept], blocked: false, evidence: [], base: null, baseDigest: "b", factsDigest: "f" },
    ...{ configDigest: "c", createdAt: 1 },
  } satisfies Omit<typeof versions.$inferInsert, "id">;
  await db.orm.insert(versions).values({ ...draft, id: "ver_a", channel: "amazon" });
  await db.orm.insert(versions).values({ ...draft, id: "ver_s", channel: "store" });
  const changed = await set(titleLength, { does: "block" });
  if (changed.kind !== "changed" || changed.jobId === null) throw new Error("no check was started");
  const [job] = await db.orm.select().from(jobs).where(eq(jobs.id, changed.jobId));
  expect(job).toMatchObject({ kind: "recheck-drafts", payload: { channel: "amazon" } });
  expect(await db.orm.select().from(jobItems)).toHaveLength(1);
  const recheck = () =>
    recheckChannelDrafts({ db, heavy }, { shop, productId, channel: "amazon", assertLease: leased });
  expect(await recheck()).toMatchObject({ drafts: 1, blocked: 1, differ: 1 });
  const warningsOf = async (id: string) =>
    (await db.orm.select().from(versions).where(eq(versions.id, id))).flatMap(({ warnings }) => warnings);
  expect(await warningsOf("ver_a")).toMatchObject([kept, { code: "CHANNEL_RULE", severity: "block" }]);
  expect(await warningsOf("ver_s")).toEqual([kept]);
  await set(titleLength, { does: "off" });
  await set("amazon.title.max_repeats.word", { does: "off" });
  await recheck();
  expect(await warningsOf("ver_a")).toEqual([kept]);
  // Nothing waits for a person there: nothing is started.
  expect(await set("ebay.title.max.char", { does: "warn" })).toMatchObject({ kind: "changed", jobId: null });
});
