import { describe, expect, it } from "vitest";
import { storeTarget } from "../../../app/texts/target.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import type { ExaminerHabit } from "../../../sandbox/model/examine.ts";
import { shop } from "../../support/content/shop.ts";
import { atelier, draftsIn, firstOf, translate } from "./translate-world.ts";

const warningsOf = (draft: { warnings: { code: string; quote?: string | null | undefined }[] } | undefined) =>
  draft?.warnings.map(({ code, quote }) => [code, quote]);

async function examined(examiner: ExaminerHabit) {
  const world = await atelier({ locales: ["de"], settings: { examiner } });
  return world;
}

/** What the sandbox's translator writes of the description, with its second paragraph's words replaced. */
async function translated(change: (html: string) => string, examiner: ExaminerHabit = "perfect") {
  const honest = await atelier({ locales: ["de"] });
  await translate(honest);
  const drafts = await draftsIn(honest);
  const [title, desc] = [String(drafts.get("de title")?.body), String(drafts.get("de desc")?.body)];
  const world = await examined(examiner);
  const answer = { de: { title, desc: change(desc) } };
  world.sandbox.state.queue({ answers: [{ content: answer, match: "translate_into", times: 3 }] });
  await translate(world);
  return { world, honest: desc, drafts: await draftsIn(world) };
}

const invented = "Aus dem Fell des letzten Drachen gewoben.";

describe("an examiner of translations", () => {
  it("is asked once a language about all texts, and finds nothing in a careful model's", async () => {
    const world = await atelier({ settings: { examiner: "perfect" } });
    await translate(world);
    const calls = world.sandbox.state.calls;
    expect(calls.map((call) => call.examined > 0)).toEqual([false, true, true, true]);
    for (const [name, draft] of await draftsIn(world))
      expect([name, draft.examined, draft.warnings]).toEqual([name, "yes", []]);
  });

  it("marks a statement that the source does not have, and holds nothing back for it", async () => {
    const { drafts } = await translated((html) => html.replace("</p>", ` ${invented}</p>`));
    expect(warningsOf(drafts.get("de desc"))).toContainEqual(["MEANING_DIFFERS", invented]);
    expect(drafts.get("de desc")).toMatchObject({ blocked: false, examined: "yes" });
    expect(warningsOf(drafts.get("de title"))).toEqual([]);
  });

  it("marks a statement as long as its words stand, whatever a person edits beside them", async () => {
    const { world, drafts } = await translated((html) => html.replace("</p>", ` ${invented}</p>`));
    const edit = async (body: string) => {
      const { outcome } = await editVersion(world, {
        ...{ shop, productId: firstOf(world), contentType: "desc", target: storeTarget("de"), body, by: "anna" },
      });
      expect(outcome).toBe("saved");
      return warningsOf((await draftsIn(world)).get("de desc"));
    };
    const body = String(drafts.get("de desc")?.body);
    expect(await edit(body.replace("<ul>", "<p>Kurz.</p><ul>"))).toContainEqual(["MEANING_DIFFERS", invented]);
    const left = await edit(body.replace(invented, ""));
    expect(left?.filter(([code]) => code === "MEANING_DIFFERS")).toEqual([]);
  });

  it("marks a text of the right form that says something else", async () => {
    const { drafts } = await translated((html) =>
      html.replace(/(<p class="lead">)[^<]*(240\s?g)[^<]*/, `$1Drachen wiegen $2 im Mittel und singen gern laut.`),
    );
    const found = warningsOf(drafts.get("de desc"));
    expect(found?.map(([code]) => code)).toContain("MEANING_DIFFERS");
  });

  it("that is off is not asked", async () => {
    const world = await atelier();
    await translate(world);
    expect(world.sandbox.state.calls).toHaveLength(1);
    for (const draft of (await draftsIn(world)).values()) expect(draft.examined).toBeNull();
  });

  it.each([
    ["lying", "no:examiner_wrong"],
    ["denying", "no:examiner_wrong"],
    ["rambling", "no:model_bad_answer"],
    ["refusing", "no:model_refused"],
    ["failing", "no:model_unavailable"],
  ] as const)("that is %s marks nothing, and each text says that nobody examined it", async (habit, state) => {
    const { drafts } = await translated((html) => html, habit);
    for (const [name, draft] of drafts) expect([name, draft.examined, draft.warnings]).toEqual([name, state, []]);
  });
});
