import { describe, expect, it } from "vitest";
import type { HomeData } from "../../app/ui/home/home-view.ts";
import { nextStep, todoLines } from "../../app/ui/home/next-step.ts";

const none = {
  missing: 0, review: 0, approved: 0, thin: 0, live: 0, outdated: 0, duplicate: 0, contradicted: 0, found: 0,
}; // biome-ignore format: a table
const states = { needs_review: 0, warned: 0, blocked: 0, conflict: 0, approved: 0, published: 0 };
const description = { text: "description", label: null, counts: { ...none, missing: 422 } };
const title = { text: "title", label: null, counts: { ...none, missing: 900 } };

function home(
  given: Partial<Omit<HomeData, "catalogue">> & {
    states?: Partial<typeof states>;
    texts?: HomeData["catalogue"]["texts"];
    outdated?: number;
  },
) {
  const { states: some = {}, texts = [], outdated = 0, ...rest } = given;
  const data: HomeData = {
    imported: true, importedAt: 1, importing: null, newWithoutTexts: 0, failed: 0, waitingItems: 0, stopped: null, pace: null, running: [],
    perProduct: { credits: 1, ms: 400 }, paused: null, onTop: { pauses: [], outages: [], workerAlive: true, now: 1 }, observation: null, now: 1, setup: null, canSetUp: false,
    week: { published: 0, undone: 0, unchanged: 0, reviewed: 0, spentNanos: 0, capNanos: null, credits: null, granted: null },
    catalogue: { onSale: 1_000, texts, anyText: { ...none, outdated }, states: { ...states, ...some }, checking: false },
    ...rest,
  }; // biome-ignore format: a table
  return data;
}

describe("what comes next", () => {
  const importing = { runId: "job_1", done: 5, total: 10, stopped: null };
  it.each([
    ["nothing is imported", home({ imported: false }), { kind: "first" }],
    ["the first import runs", home({ imported: false, importing }), { kind: "importing", done: 5, total: 10 }],
    ["an import runs again beside other work", home({ importing, states: { approved: 3 } }), { kind: "publish" }],
    ["an import stopped", home({ importing: { ...importing, stopped: { again: 9 } } }), { kind: "importing" }],
    ["descriptions are missing", home({ texts: [title, description] }), { kind: "write", text: "description", count: 422, credits: 422, minutes: 3 }],
    ["other texts are missing", home({ texts: [title] }), { kind: "write", text: "title", count: 900 }],
    ["drafts wait", home({ texts: [description], states: { needs_review: 77, warned: 30, blocked: 10, approved: 93 } }), { kind: "review", count: 117, clean: 77, minutes: null }],
    ["drafts wait for a person whose pace is known", home({ pace: 10_000, states: { warned: 120 } }), { kind: "review", minutes: 20 }],
    ["only conflicts wait", home({ states: { conflict: 4, approved: 1 } }), { kind: "conflicts", count: 4 }],
    ["only approved texts wait", home({ states: { approved: 93 }, texts: [description] }), { kind: "publish", count: 93 }],
    ["writing is paused", home({ paused: "model_key", waitingItems: 212, texts: [description] }), { kind: "paused", reason: "model_key", count: 212 }],
    ["all is there", home({ states: { published: 9 } }), { kind: "done" }],
  ])("when %s", (_when, data, expected) => {
    expect(nextStep(data)).toMatchObject(expected);
  }); // biome-ignore format: a table
});

describe("what waits beside it", () => {
  it("is told in the order of its urgency, five lines at most, and never what comes next", () => {
    const data = home({
      paused: "spend_cap",
      waitingItems: 61,
      failed: 2,
      outdated: 41,
      newWithoutTexts: 34,
      states: { needs_review: 1, conflict: 4, approved: 93 },
    });
    const lines = todoLines(data, nextStep(data));
    expect(lines.map(({ kind, count }) => [kind, count])).toEqual([
      ["paused", 61], ["conflicts", 4], ["failed", 2], ["approved", 93], ["outdated", 41],
    ]); // biome-ignore format: pairs
    const only = home({ newWithoutTexts: 34, states: { approved: 93 } });
    expect(todoLines(only, nextStep(only)).map(({ kind }) => kind)).toEqual(["new"]);
  });

  it("is nothing before the catalogue is there", () => {
    const data = home({ imported: false, failed: 1 });
    expect(todoLines(data, nextStep(data))).toEqual([]);
  });
});
