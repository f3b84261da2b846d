import { describe, expect, it } from "vitest";
import { createExamineTask } from "../../../app/tasks/examine-edit.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { editVersion, type Sitting } from "../../../app/versions/edit-version.ts";
import { examineLeftEdits } from "../../../app/versions/examine-left-edits.ts";
import { decideFinding } from "../../../app/versions/findings/decide-finding.ts";
import { aWorker } from "../../jobs/support.ts";
import { productId, shop } from "../../support/content/shop.ts";
import { type ExamineWorld, examineWorld } from "./examine-world.ts";

const collar = "Its collar keeps shape after hundreds of busy office days.";
const plain =
  "<p>Ravello is a shirt of washed linen that stays cool on warm days and softens with every wash.</p><p>It is made of 100% linen, weighs 240 g and comes in three colors.</p>";
const withCollar = plain.replace("three colors.", `three colors. ${collar}`);

async function editing(options: ExamineWorld = {}) {
  const world = await examineWorld(options);
  const target = storeTarget("en");
  const edit = async (body: string, of: { seen?: string; sitting?: Sitting } = {}) => {
    const edited = await editVersion(world, { shop, productId, contentType: "desc", target, body, by: "anna", ...of });
    if (edited.outcome !== "saved") throw new Error(edited.outcome);
    return edited.version;
  };
  const work = () => aWorker({ ...world, tasks: [createExamineTask(world)] }).tick();
  const newest = async () => (await world.readTexts()).desc;
  return { ...world, edit, work, newest };
}

describe("a text that a person edited", () => {
  it("is saved at once, and examined afterwards", async () => {
    const { edit, work, newest, calls } = await editing();
    const saved = await edit(withCollar);
    expect(saved).toMatchObject({ warnings: [], examined: null });
    expect(calls()).toEqual([]);
    await work();
    expect(await newest()).toMatchObject({
      id: saved.id,
      body: saved.body,
      examined: "yes",
      warnings: [{ code: "UNSUPPORTED_FACT", quote: collar }],
    });
  });

  it("is left alone when it was edited again before its turn", async () => {
    const { edit, work, db, calls } = await editing();
    const first = await edit(withCollar);
    await edit(withCollar.replace("busy ", ""));
    await work();
    await work();
    const read = db.raw.prepare<[string, string], { examined: string | null }>(
      "SELECT examined FROM versions WHERE shop = ? AND id = ?",
    );
    expect(read.get(shop, first.id)).toEqual({ examined: null });
    expect(calls()).toHaveLength(1);
  });

  it("keeps what a person decided of it while it was examined, and is examined with that", async () => {
    const { edit, work, newest, clock, db, models } = await editing();
    const saved = await edit(plain.replace("three colors.", `three colors. It is made in Italy. ${collar}`));
    const [origin] = saved.warnings;
    // The decision comes while the examiner thinks: its answer waits for it.
    const { forShop } = models;
    let decided = false;
    const slow = {
      forShop: async (of: typeof shop) => {
        const ofShop = await forShop(of);
        const model: typeof ofShop.model = {
          async complete(request, options) {
            const answer = await ofShop.model.complete(request, options);
            const keep = { reason: "We know our tailor." };
            const wanted = { shop, versionId: saved.id, findingId: origin?.id ?? "", keep, by: "anna" };
            if (!decided) expect(await decideFinding({ db, clock }, wanted)).toBe("decided");
            decided = true;
            return answer;
          },
        };
        return { ...ofShop, model };
      },
    };
    const worker = aWorker({ db, clock, tasks: [createExamineTask({ db, clock, models: slow })] });
    await worker.tick();
    expect(await newest()).toMatchObject({ examined: null, blocked: false });
    clock.advance(60_000);
    await work();
    const { warnings = [], examined, blocked } = (await newest()) ?? {};
    expect({ examined, blocked }).toEqual({ examined: "yes", blocked: false });
    expect(warnings.find(({ id }) => id === origin?.id)?.decision).toMatchObject({ by: "anna", kind: "keep" });
    expect(warnings.map(({ quote }) => quote)).toContain(collar);
  });

  it("says why it was not examined, and keeps its findings, when the examiner is out of order", async () => {
    const { edit, work, newest } = await editing({ habit: "failing" });
    const saved = await edit(withCollar);
    await work();
    expect(await newest()).toMatchObject({ examined: "no:model_unavailable", warnings: saved.warnings });
  });

  it("is examined after all once the examiner answers again", async () => {
    const { edit, work, newest, clock, state, calls } = await editing({ habit: "failing" });
    await edit(withCollar);
    await work();
    expect(await newest()).toMatchObject({ examined: "no:model_unavailable" });
    state.settings.examiner = "perfect";
    clock.advance(15 * 60_000);
    await work();
    expect(await newest()).toMatchObject({ examined: "yes", warnings: [{ code: "UNSUPPORTED_FACT", quote: collar }] });
    const asked = calls().length;
    clock.advance(15 * 60_000);
    await work();
    expect(calls()).toHaveLength(asked);
  });

  it("is not asked about again where the examiner's refusal would be the same", async () => {
    const { edit, work, newest, clock, calls } = await editing({ habit: "refusing" });
    await edit(withCollar);
    await work();
    expect(await newest()).toMatchObject({ examined: "no:model_refused" });
    clock.advance(15 * 60_000);
    await work();
    expect(calls()).toHaveLength(1);
  });

  it("is examined some minutes later when nobody says that its writer is done, e.g. because the window was closed", async () => {
    const { edit, work, newest, clock, calls, ...world } = await editing();
    const left = () => examineLeftEdits({ ...world, clock });
    const open = { continues: false, ends: false };
    const first = await edit(withCollar, { sitting: open });
    clock.advance(9 * 60_000);
    expect(await left()).toBe(0);
    const goesOn = { seen: first.id, sitting: { ...open, continues: true } };
    const second = await edit(withCollar.replace("busy ", ""), goesOn);
    clock.advance(9 * 60_000);
    expect(await left()).toBe(0);
    clock.advance(60_000);
    expect([await left(), await left()]).toEqual([1, 0]);
    await work();
    expect(await newest()).toMatchObject({ id: second.id, examined: "yes" });
    expect(calls()).toHaveLength(1);
  });

  it("is not examined once more some minutes after its writer was done with it", async () => {
    const { edit, clock, calls, work, ...world } = await editing();
    const first = await edit(withCollar, { sitting: { continues: false, ends: false } });
    const target = storeTarget("en");
    const ended = { shop, productId, contentType: "desc", target, body: withCollar, by: "anna", seen: first.id };
    const { outcome } = await editVersion({ ...world, clock }, { ...ended, sitting: { continues: true, ends: true } });
    expect(outcome).toBe("unchanged");
    await work();
    clock.advance(11 * 60_000);
    expect(await examineLeftEdits({ ...world, clock })).toBe(0);
    expect(calls()).toHaveLength(1);
  });

  it("is not examined again when its writer leaves it unchanged after it was examined in an open sitting", async () => {
    const { edit, clock, calls, work, ...world } = await editing();
    const first = await edit(withCollar, { sitting: { continues: false, ends: false } });
    clock.advance(10 * 60_000);
    expect(await examineLeftEdits({ ...world, clock })).toBe(1);
    await work();
    const target = storeTarget("en");
    const ended = { shop, productId, contentType: "desc", target, body: withCollar, by: "anna", seen: first.id };
    const { outcome } = await editVersion({ ...world, clock }, { ...ended, sitting: { continues: true, ends: true } });
    expect(outcome).toBe("unchanged");
    const of = "SELECT count(*) AS count FROM jobs WHERE shop = ? AND kind = 'examine-edit'";
    expect(world.db.raw.prepare(of).get(shop)).toEqual({ count: 1 });
    expect(calls()).toHaveLength(1);
  });

  it("starts nothing where nobody is asked, or nothing is in doubt", async () => {
    const { edit, db } = await editing({ settings: { examine: "off" } });
    await edit(withCollar);
    const jobs = db.raw.prepare("SELECT kind FROM jobs WHERE shop = ?").all(shop);
    expect(jobs).toEqual([]);
  });
});
