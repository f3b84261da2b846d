import { expect, test } from "vitest";
import { planWriteBack, type Sources } from "../../../app/publishing/plan-write-back.ts";

const sources: Sources = {
  ...{ digests: new Map([["title", ["now"]]]), outdated: new Set<string>() },
  ...{ inherited: { title: "General" }, above: { title: "Above" } },
};
const candidate = { versionId: "v", contentType: "title", ours: "General", base: "Own", source: "now", givesUp: true };

test("what a market gives up is taken away, whatever it says and whatever its original says by now", () => {
  for (const change of [{}, { source: "before" }, { ours: "Something else" }]) {
    const plan = planWriteBack({
      ...{ approved: [{ ...candidate, ...change }], live: { title: "Own" }, sources, lastWrites: {} },
    });
    expect(plan).toMatchObject({ write: [{ before: "Own", sent: null }], conflicts: [], shadowed: [] });
  }
});

test("what is not what the person saw is a conflict, and what is gone already needs no call", () => {
  const asked = { approved: [{ ...candidate, ours: "Above" }], sources, lastWrites: {} };
  expect(planWriteBack({ ...asked, live: { title: "Of somebody" } })).toMatchObject({
    ...{ write: [], conflicts: [{ theirs: "Of somebody" }] },
  });
  expect(planWriteBack({ ...asked, live: { title: null } })).toMatchObject({
    ...{ write: [], alreadyLive: [{ versionId: "v" }], sameAsGeneral: [] },
  });
});
