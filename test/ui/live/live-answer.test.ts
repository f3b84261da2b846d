import { expect, it } from "vitest";
import { isLiveAnswer } from "../../../app/ui/live/live-answer.ts";
import type { RunView } from "../../../app/ui/runs/run-view.ts";

const run: RunView = {
  ...{ id: "1", kind: "generate", title: "Write", texts: [{ name: "title", label: "" }], onlyMissing: true },
  ...{ status: "completed", total: 1, done: 1, failed: 0, conflict: 0, cancelled: 0, message: null, waitingFor: null },
  ...{ paused: false, held: false, cancelling: false, createdAt: 1, startedAt: 2, finishedAt: 3 },
};
const answer = { token: "a.1", changed: ["runs"], busy: false, ended: [run, { ...run, undone: null }] };

it("an answer of the live feed is taken, and nothing else is", () => {
  expect(isLiveAnswer(answer)).toBe(true);
  const others = [null, "<html>", {}, { ...answer, token: 1 }, { ...answer, changed: ["weather"] }];
  for (const other of [...others, { ...answer, ended: [{ ...run, total: "1" }] }, { ...answer, ended: undefined }]) {
    expect(isLiveAnswer(other), JSON.stringify(other)).toBe(false);
  }
});
