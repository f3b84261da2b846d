import { expect, test } from "vitest";
import { createRateLimits } from "../../app/lib/rate-limits.ts";

const anna = { shop: "one.myshopify.com", by: "user:1" };
const ben = { ...anna, by: "user:2" };
const other = { shop: "two.myshopify.com", by: "user:1" };

async function takeOften(times: number, limits = createRateLimits(), who: typeof anna | (() => typeof anna) = anna) {
  const waits: number[] = [];
  for (let i = 0; i < times; i++) waits.push(await limits.take("texts", typeof who === "function" ? who() : who));
  return waits;
}

test("somebody who saves a text every half a second is never asked to wait", async () => {
  expect(await takeOften(120)).toEqual(Array(120).fill(0));
});

test("beyond that a person waits for at most a minute, and nobody else does", async () => {
  const limits = createRateLimits();
  const waits = await takeOften(190, limits);
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(180);
  expect(waits.at(-1)).toBeGreaterThan(0);
  expect(waits.at(-1)).toBeLessThanOrEqual(60);
  expect(await limits.take("texts", ben)).toBe(0);
  expect(await limits.take("texts", other)).toBe(0);
  expect(await limits.take("search", anna)).toBe(0);
});

test("many people of one shop share the shop's limit, and another shop has its own", async () => {
  const limits = createRateLimits();
  let person = 0;
  const waits = await takeOften(700, limits, () => ({ ...anna, by: `user:${person++}` }));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(600);
  expect(await limits.take("texts", other)).toBe(0);
});

test("one person's refused requests leave the shop's limit to the others", async () => {
  const limits = createRateLimits();
  await takeOften(2_000, limits);
  expect(await takeOften(180, limits, ben)).toEqual(Array(180).fill(0));
});
