import { describe, expect, it } from "vitest";
import type { modelFaultKinds } from "../../sandbox/model/model-state.ts";
import { write } from "./model-world.ts";

type Kind = (typeof modelFaultKinds)[number];

const once = (kind: Kind) => [{ kind, times: 1 }];

describe("an answer without a text is an answer, paid and booked, and asked for once more:", () => {
  it.each<[Kind, string]>([
    ["cut_in_thought", "cut while the model was thinking"],
    ["filtered", "held back by a filter"],
    ["filtered_bare", "held back without any message"],
    ["no_content", "a message that holds nothing"],
    ["no_choices", "no choices"],
    ["null_choices", "choices that are null"],
  ])("%s, %s", async (kind) => {
    const { item, day, state, paused } = await write({ faults: once(kind) });
    expect(item).toMatchObject({ status: "done", attempts: 1 });
    expect([state.totals.paid, day?.calls, paused]).toEqual([2, 2, []]);
    expect(state.calls[1]?.isRepair).toBe(true);
    expect(day?.costNanos).toBeGreaterThan(0);
  });

  it.each<[Kind, string]>([
    ["cut_in_thought", "model_truncated"],
    ["filtered", "model_refused"],
    ["filtered_bare", "model_refused"],
    ["no_content", "model_empty"],
    ["no_choices", "model_empty"],
    ["null_choices", "model_empty"],
  ])("%s twice ends the item as %s, and the shop's other products are written", async (kind, code) => {
    const { items, day, state, paused } = await write({
      faults: [{ kind, times: 2 }],
      productIds: ["1001", "1002"],
    });
    expect(items.map(({ status, attempts }) => [status, attempts]).sort()).toEqual([
      ["done", 1],
      ["failed", 1],
    ]);
    expect(items.find(({ status }) => status === "failed")?.code).toBe(code);
    expect([state.totals.paid, day?.calls, paused]).toEqual([3, 3, []]);
  });
});

describe("a product whose content is flagged", () => {
  it.each<Kind>([
    "openrouter_flagged",
    "openrouter_flagged_in_200",
    "openrouter_raw",
    "azure_flagged",
    "azure_flagged_in_200",
    "openai_flagged",
    "qwen_flagged",
  ])("as %s is refused after one call, teaches nothing, and the others are written", async (kind) => {
    const { items, day, state, paused } = await write({ faults: once(kind), productIds: ["1001", "1002"] });
    expect(items.map(({ status }) => status).sort()).toEqual(["done", "failed"]);
    expect(items.find(({ status }) => status === "failed")).toMatchObject({
      code: "model_refused",
      attempts: 1,
      message: expect.stringContaining("flagged"),
    });
    expect([state.calls.length, state.totals.paid, day?.calls, paused]).toEqual([2, 1, 1, []]);
  });

  it("teaches nothing of how to ask", async () => {
    const { learned } = await write({ faults: once("azure_flagged") });
    expect(learned).toEqual([]);
  });

  it("only at the repair keeps the texts that it has", async () => {
    const { item, drafts, state } = await write({
      server: { wrapping: "bullets_sentence" },
      faults: [{ kind: "azure_flagged", after: 1 }],
    });
    expect(item).toMatchObject({ status: "done", attempts: 1 });
    expect([drafts.length > 1, state.calls.length]).toEqual([true, 2]);
  });
});

describe("a refusal that is no wrong key", () => {
  it.each<[Kind, string, string]>([
    ["model_forbidden", "model_bad_request", "does not know this model"],
    ["country", "model_bad_request", "country"],
    ["gemini_country", "model_bad_request", "country"],
    ["groq_too_large", "model_bad_request", "tokens per minute"],
  ])("as %s fails the item with its own words, after one call", async (kind, code, words) => {
    const { item, state, paused, day } = await write({ faults: once(kind) });
    expect(item).toMatchObject({ status: "failed", code, message: expect.stringContaining(words) });
    expect([state.calls.length, paused, day]).toEqual([1, [], undefined]);
  });

  it.each<[Kind, string]>([
    ["proxy_page", "model_unavailable"],
    ["proxy_404", "model_unavailable"],
    ["groq_no_capacity", "model_rate_limited"],
  ])("as %s is an outage: the item waits", async (kind, code) => {
    const { item, paused, state } = await write({ faults: once(kind) });
    expect(item).toMatchObject({ code });
    expect(item?.status).not.toBe("failed");
    expect([state.calls.length, paused]).toEqual([1, []]);
  });
});

describe("a refusal of the account", () => {
  it.each<[Kind, string]>([
    ["key_forbidden", "model_key"],
    ["gemini_bad_key", "model_key"],
    ["no_credit", "billing"],
    ["quota_in_words", "billing"],
    ["ip_not_authorized", "model_key"],
  ])("as %s pauses the shop as %s after one call", async (kind, reason) => {
    const { state, paused, learned } = await write({ faults: [{ kind }] });
    expect([state.calls.length, paused, learned]).toEqual([1, [reason], []]);
  });
});

it("an answer that the server itself found unreadable is asked for once more, booked, and teaches nothing", async () => {
  const { item, day, state, paused, learned } = await write({ faults: once("groq_unreadable") });
  expect(item).toMatchObject({ status: "done", attempts: 1 });
  expect([state.calls.length, day?.calls, paused]).toEqual([2, 2, []]);
  expect(state.calls[1]?.isRepair).toBe(true);
  expect(JSON.stringify(learned)).not.toContain('explained\\":true');
});
