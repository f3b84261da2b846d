import { expect, test } from "vitest";
import { createFairQueue } from "../../../app/lib/threads/fair-queue.ts";

test("one shop never takes all places, and shops that wait take turns", async () => {
  const { queue, run, started, end } = aQueue();
  for (let i = 0; i < 5; i++) run("greedy");
  expect(started).toEqual(["greedy"]);
  run("other");
  run("third");
  expect(started).toEqual(["greedy", "other"]);
  end();
  expect(await until(started, 3)).toEqual(["greedy", "other", "greedy"]);
  end();
  expect(await until(started, 4)).toEqual(["greedy", "other", "greedy", "third"]);
  expect(queue.run("greedy", async () => 1)).not.toBe(false);
});

test("who comes later waits for one turn of the greedy shop, not for all of them", async () => {
  const { run, started, end } = aQueue({ places: 1 });
  for (let i = 0; i < 4; i++) run("greedy");
  run("other");
  for (let turn = 2; turn <= 4; turn++) {
    end();
    await until(started, turn);
  }
  expect(started).toEqual(["greedy", "greedy", "other", "greedy"]);
});

test("what a shop has waiting is bounded, and others still get in", () => {
  const { run } = aQueue();
  for (let i = 0; i < 5; i++) expect(run("greedy")).not.toBe(false);
  expect(run("greedy")).toBe(false);
  expect(run("other")).not.toBe(false);
});

test("work that fails gives its place to the next", async () => {
  const { queue } = aQueue();
  await expect(queue.run("shop", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(queue.run("shop", async () => "yes")).resolves.toBe("yes");
});

function aQueue({ places = 2 } = {}) {
  const queue = createFairQueue({ places, placesPerKey: 1, waitingPerKey: 4 });
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const run = (key: string) =>
    queue.run(key, () => {
      started.push(key);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  return { queue, run, started, end: () => ends.shift()?.() };
}

async function until(list: readonly string[], length: number): Promise<readonly string[]> {
  for (let turn = 0; turn < 50 && list.length < length; turn++) await Promise.resolve();
  return list;
}
