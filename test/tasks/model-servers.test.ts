import { describe, expect, it } from "vitest";
import { contentTypeNames } from "../../app/texts/content-types.ts";
import type { GivenModelSettings } from "../../sandbox/model/model-state.ts";
import { write } from "./model-world.ts";

describe("a product whose model is behind a server like", () => {
  it.each<[GivenModelSettings["server"], number]>([
    ["mistral", 1],
    ["deepseek", 1],
    ["vllm_old", 1],
    ["lm_studio", 1],
    ["llama_cpp", 1],
    ["ollama", 1],
    ["openai_reasoning", 1],
    ["groq", 1],
    ["gemini", 1],
    ["anthropic", 2],
    ["openrouter", 1],
    ["azure_old", 1],
    ["gateway", 1],
    ["unspoken", 1],
  ])("%s has its texts in one attempt, by %i paid answers, and none is booked twice", async (server, paid) => {
    const { item, drafts, day, state } = await write({ server });
    expect(item).toMatchObject({ status: "done", attempts: 1 });
    expect(drafts.map(({ name }) => name)).toEqual([...contentTypeNames].sort());
    expect(drafts.flatMap(({ warnings }) => JSON.parse(warnings))).toEqual([]);
    expect([state.totals.paid, day?.calls]).toEqual([paid, paid]);
    if (server !== "gateway") {
      const nanos = state.totals.promptTokens * 1_000 + state.totals.completionTokens * 8_000;
      expect(day?.costNanos).toBeLessThanOrEqual(nanos);
      expect(day?.costNanos).toBeGreaterThan(nanos / 10);
    }
    expect(day?.costNanos).toBeGreaterThan(0);
  });
});

describe("an answer that is", () => {
  it.each<[GivenModelSettings["server"] & object, string]>([
    [{ wrapping: "two_answers" }, "not clear"],
    [{ wrapping: "cut" }, "cut without saying so"],
    [{ wrapping: "prose_only" }, "no JSON"],
  ])("%j is asked for again once, with the reason, and not a third time", async (server) => {
    const { item, day, state } = await write({ server });
    expect(item).toMatchObject({ status: "failed", code: "model_bad_answer", attempts: 1 });
    expect([state.totals.paid, day?.calls]).toEqual([2, 2]);
    expect(state.calls[1]?.isRepair).toBe(true);
  });

  it("a list in a sentence is asked for again, and the other texts are not", async () => {
    const { item, state } = await write({ server: { wrapping: "bullets_sentence" } });
    expect(item?.status).toBe("done");
    expect(state.calls.slice(1).every(({ keys }) => keys.join() === "bullets")).toBe(true);
  });
});

describe("a request that the server cuts", () => {
  it("fails the item with what to do about it, after one paid and booked answer that is not used", async () => {
    const { item, drafts, day, state, paused } = await write({ server: { contextTokens: 900 } });
    expect(item).toMatchObject({
      status: "failed",
      code: "model_prompt_cut",
      attempts: 1,
      message: expect.stringContaining("raise the server's context length"),
    });
    expect([state.totals.paid, day?.calls, drafts, paused]).toEqual([1, 1, [], []]);
  });

  it("only at the repair keeps the texts that it has", async () => {
    const whole = await write({ server: { wrapping: "bullets_sentence" } });
    const contextTokens = whole.state.calls[0]?.promptTokens ?? 0;
    const { item, drafts, day, state } = await write({ server: { wrapping: "bullets_sentence", contextTokens } });
    expect(item?.status).toBe("done");
    expect(drafts.length).toBeGreaterThan(1);
    expect([state.totals.paid, day?.calls]).toEqual([2, 2]);
  });
});
