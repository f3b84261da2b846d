import { expect, it } from "vitest";
import { retryableKinds } from "../../app/commands/jobs/retry-failed-work.ts";
import { hiddenKinds } from "../../app/jobs/hidden-kinds.ts";
import { allTasks } from "../../app/tasks/all-tasks.ts";

/** Kinds of job that a list of jobs shows and whose failures no page does. */
function withoutFailures(kinds: readonly string[]): string[] {
  const known: readonly string[] = [...retryableKinds, ...hiddenKinds];
  return kinds.filter((kind) => !known.includes(kind));
}

it("each kind of job that people see can be tried again once it failed", () => {
  const kinds = allTasks({} as Parameters<typeof allTasks>[0]).map(({ kind }) => kind);
  expect(kinds.length).toBeGreaterThan(10);
  expect(withoutFailures([...kinds, "made-up"])).toEqual(["made-up"]);
});
