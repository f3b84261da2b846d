import { describe, expect, it } from "vitest";
import { spendSettings } from "../../../app/db/schema/index.ts";
import { startPreview } from "../../../app/generation/preview.ts";
import { readPreviewPanel } from "../../../app/pages/rules/read-preview-panel.ts";
import { readSpending } from "../../../app/pages/spending.ts";
import { createTryTask } from "../../../app/tasks/try-config.ts";
import { aWorker } from "../../jobs/support.ts";
import { productId, shop } from "../../support/content/shop.ts";
import { changeTags, type ExamineWorld, examineWorld } from "./examine-world.ts";

const good =
  "<p>Ravello is a shirt of washed linen that stays cool on warm days and softens with every wash.</p><p>It is made of 100% linen, weighs 240 g and comes in three colors.</p>";
const collar = "Its collar keeps shape after hundreds of busy office days.";
const withCollar = good.replace("three colors.", `three colors. ${collar}`);
const withItaly = good.replace("three colors.", "three colors. It is made in Italy.");
const tooHeavy = good.replace("weighs 240 g", "weighs 390 g");

/** The findings of a text that is answered the same to each repair. */
async function findingsOf(text: string, world: ExamineWorld = {}) {
  const { generate, calls } = await examineWorld(world);
  const answer = { desc: text };
  const { item, desc } = await generate([answer, answer, answer]);
  const findings = desc?.warnings.map(({ code, severity, quote }) => ({ code, severity, quote })) ?? [];
  const { evidence = [], body = null, blocked = null, examined = null } = desc ?? {};
  return { status: item?.status, findings, evidence, body, blocked, examined, calls: calls() };
}

const off: ExamineWorld = { settings: { examine: "off" } };

describe("an examiner", () => {
  it("marks what no fact states and no program can see", async () => {
    const examined = await findingsOf(withCollar);
    expect(examined.findings).toEqual([{ code: "UNSUPPORTED_FACT", severity: "warn", quote: collar }]);
    expect(examined).toMatchObject({ examined: "yes", blocked: false });
    expect((await findingsOf(withCollar, off)).findings).toEqual([]);
  });

  it("is asked once about the doubts of all texts, and about nothing again after a repair", async () => {
    const { generate, calls } = await examineWorld();
    const texts = { title: "Linen Shirt Ravello in Washed Linen", desc: withItaly };
    const { desc } = await generate([texts, { desc: good }], ["title", "desc"]);
    expect(desc).toMatchObject({ blocked: false, examined: "yes", body: good });
    expect(calls()).toHaveLength(1);
  });

  it("is shown sentences and facts, and nothing of what the writer was told", async () => {
    const { generate, state } = await examineWorld();
    const seen: string[] = [];
    const take = state.takeScripted;
    Object.assign(state, {
      takeScripted: (prompt: string) => {
        seen.push(prompt);
        return take(prompt);
      },
    });
    await generate([{ desc: withCollar }]);
    const asked = seen.at(-1) ?? "";
    expect(asked).toContain(collar);
    expect(asked).toMatch(/^f\d+ Material: 100% linen$/m);
    expect(asked).not.toContain("content_types");
    expect(asked).not.toContain("FF-RAV-01");
  });

  it("finds nothing in true sentences, and tells which fact they lean on", async () => {
    const { findings, evidence, examined } = await findingsOf(good);
    expect({ findings, examined }).toEqual({ findings: [], examined: "yes" });
    expect(evidence.some((one) => one.examined === true)).toBe(true);
  });

  it("is asked about each sentence where a shop wants that, and about none where it wants none", async () => {
    // Two sentences, and one whose verdict is known.
    const always = await findingsOf(good, { settings: { examine: "always" } });
    expect(always.calls.map(({ examined }) => examined)).toEqual([3]);
    expect(await findingsOf(good, off)).toMatchObject({ calls: [], examined: null });
  });
});

describe("an examiner that cannot be relied on", () => {
  it("frees nothing that the program refutes, and nothing that must be proved, by a lie", async () => {
    const refuted = await findingsOf(tooHeavy, { habit: "lying" });
    expect(refuted.findings).toContainEqual({ code: "CONTRADICTED_FACT", severity: "block", quote: "390 g" });
    const unproved = await findingsOf(withItaly, { habit: "lying" });
    expect(unproved.blocked).toBe(true);
    expect(unproved.findings.map(({ code }) => code)).toContain("UNSUPPORTED_FACT");
  });

  it("holds nothing back by calling everything contradicted, and the text says that it was not believed", async () => {
    const { calls: _, examined, ...rest } = await findingsOf(withItaly, { habit: "denying" });
    const { calls: __, examined: ___, ...without } = await findingsOf(withItaly, off);
    expect(rest).toEqual(without);
    expect(examined).toBe("no:examiner_wrong");
  });

  it("leaves the findings as without one when it refuses, and the text says so", async () => {
    const failed = await findingsOf(withItaly, { habit: "refusing" });
    const { calls: _, examined, ...rest } = failed;
    const { calls: __, examined: ___, ...without } = await findingsOf(withItaly, off);
    expect(rest).toEqual(without);
    expect(examined).toBe("no:model_refused");
  });

  it("leaves the findings as without one when it is out of order, is not asked a second time, and the job goes on", async () => {
    const { calls, examined, ...rest } = await findingsOf(withItaly, { habit: "failing" });
    const { calls: _, examined: __, ...without } = await findingsOf(withItaly, off);
    expect(rest).toEqual(without);
    expect({ examined, asked: calls.length, status: rest.status }).toEqual({
      examined: "no:model_unavailable",
      asked: 1,
      status: "done",
    });
  });

  it("leaves the findings as without one when it answers in another form", async () => {
    const { calls: _, examined, ...rest } = await findingsOf(withItaly, { habit: "rambling" });
    const { calls: __, examined: ___, ...without } = await findingsOf(withItaly, off);
    expect(rest).toEqual(without);
    expect(examined).toBe("no:model_bad_answer");
  });

  it("leaves the findings as without one when it takes longer than a call may", async () => {
    const world = { timeoutMs: 400 };
    const { calls: _, examined, ...rest } = await findingsOf(withItaly, { ...world, habit: "slow" });
    const { calls: __, examined: ___, ...without } = await findingsOf(withItaly, { ...world, ...off });
    expect(rest).toEqual(without);
    expect(examined).toBe("no:model_timeout");
  });

  it("is not asked beyond the daily cap, and its texts are written all the same", async () => {
    const world = await examineWorld();
    const cap = { dailyCostCapNanos: 1_000_000_000_000, updatedAt: 0 };
    // Without a price for the examiner the cap could not be kept.
    await world.db.orm.insert(spendSettings).values({ shop, ...cap });
    const { item, desc } = await world.generate([{ desc: good }]);
    expect(item?.status).toBe("done");
    expect(desc?.examined).toBe("no:spend_cap");
    expect(world.calls()).toEqual([]);
  });
});

describe("what an examiner said", () => {
  it("is remembered for the same sentence and facts, and asked anew when a fact changed", async () => {
    const world = await examineWorld();
    await world.generate([{ desc: withCollar }]);
    const again = await world.generate([{ desc: withCollar }]);
    expect(world.calls()).toHaveLength(1);
    expect(again.desc?.warnings).toMatchObject([{ code: "UNSUPPORTED_FACT", quote: collar }]);
    const sql = "SELECT labels, value FROM metric_totals WHERE name = 'examined_sentences' ORDER BY labels";
    const counted = world.db.raw.prepare<[], { labels: string; value: number }>(sql).all();
    expect(counted.map(({ labels }) => labels)).toEqual(['{"from":"memory"}', '{"from":"model"}']);
    expect(new Set(counted.map(({ value }) => value)).size).toBe(1);
    await changeTags(world.db, ["linen", "office"]);
    await world.generate([{ desc: withCollar }]);
    expect(world.calls()).toHaveLength(2);
  });

  it("is paid once, though a crash comes between paying and storing", async () => {
    const world = await examineWorld();
    const { jobId } = await world.generate([{ desc: withCollar }]);
    world.db.raw.exec("DELETE FROM versions; DELETE FROM examinations; UPDATE job_items SET status = 'queued'");
    world.db.raw.exec("UPDATE jobs SET status = 'queued', finished_at = NULL, next_run_at = 0, done = 0");
    await world.work();
    expect((await world.read(jobId)).desc).toMatchObject({ examined: "yes", warnings: [{ quote: collar }] });
    expect(world.calls()).toHaveLength(1);
  });

  it("costs its own model's price, in the item, the run and the day, and no credits", async () => {
    const price = { input: 100, cached: 100, output: 1_000 };
    const world = await examineWorld({
      prices: { "shelf-small": { input: 1, cached: 1, output: 1 }, "shelf-examiner": price },
    });
    await world.generate([{ desc: withCollar }]);
    const [call] = world.calls();
    const examining = ((call?.promptTokens ?? 0) * 100 + (call?.completionTokens ?? 0) * 1_000) * 1_000;
    const [writing] = world.state.calls.filter(({ model }) => model === "shelf-small");
    const written = ((writing?.promptTokens ?? 0) + (writing?.completionTokens ?? 0)) * 1_000;
    const all = (sql: string) => world.db.raw.prepare(`${sql} WHERE shop = ?`).all(shop);
    expect(all("SELECT cost_nanos AS cost, credits FROM spend_days")).toEqual([
      { cost: examining + written, credits: 1 },
    ]);
    expect(all("SELECT sum(cost_nanos) AS cost FROM model_answers")).toEqual([{ cost: examining + written }]);
    const [estimate] = (await readSpending(world, shop)).recent;
    expect(estimate).toMatchObject({ costNanos: examining + written, examinerNanos: examining });
    expect(all("SELECT examiner_tokens_in AS n, calls FROM credit_runs")).toEqual([
      { n: call?.promptTokens, calls: 2 },
    ]);
  });
});

describe("an examiner of other roads than a run's", () => {
  it("reads what rules that are tried write, or says why it did not", async () => {
    const tried = async (habit: "perfect" | "failing") => {
      const world = await examineWorld({ habit });
      world.state.queue({ answers: [{ content: { desc: withCollar }, match: "content_types" }] });
      const config = { client: { skip_content_types: ["title", "bullets", "seo_title", "seo_desc", "image_alt"] } };
      const started = await startPreview(world, { shop, config, productIds: [productId], createdBy: "anna" });
      if (started.outcome !== "started") throw new Error("the rules were not tried");
      await aWorker({ ...world, tasks: [createTryTask(world)] }).tick();
      expect(world.calls()).toHaveLength(1);
      const panel = await readPreviewPanel(world, shop, new URLSearchParams({ preview: started.jobId }));
      const text = panel.preview?.items[0]?.texts[0];
      const marks = text?.warnings.filter(({ description }) => description.includes(collar.slice(0, 40))).length;
      return { examined: text?.examined, marks };
    };
    expect(await tried("perfect")).toEqual({ examined: "yes", marks: 1 });
    expect(await tried("failing")).toEqual({ examined: "no:model_unavailable", marks: 0 });
  });
});
