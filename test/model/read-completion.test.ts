import { describe, expect, it } from "vitest";
import { findJson } from "../../app/model/find-json.ts";
import { readCompletion } from "../../app/model/read-completion.ts";
import { readEvents } from "../../app/model/read-events.ts";
import { readReason } from "../../app/model/read-reason.ts";
import { wrapAnswer } from "../../sandbox/model/server/wrap-answer.ts";
import { fewestCpuMs } from "../support/cpu-ms.ts";

const texts = { title: "Linen Shirt", desc: "Made of linen. Stays cool.", bullets: ["Cool", "Soft"] };
const json = JSON.stringify(texts);
const completion = (content: unknown, message: object = {}, choice: object = { finish_reason: "stop" }) => ({
  choices: [{ message: { content, ...message }, ...choice }],
});

describe("the JSON of an answer", () => {
  it.each([
    "think", "thought", "think_fence", "open_think", "prose", "fence", "fence_plain", "prose_fence", "trailing_comma", "double_encoded",
  ] as const)("the JSON of an answer is read from a text of the kind %s", (kind) => {
    expect(findJson(wrapAnswer(json, kind))).toEqual(texts);
  }); // biome-ignore format: a table

  it("the JSON of an answer is read with line breaks inside its texts", () => {
    expect(findJson(wrapAnswer(json, "raw_newline"))).toEqual({
      ...texts,
      title: "Linen\nShirt",
      desc: "Made\tof linen. Stays cool.",
    });
  });

  it.each([
    ["cut in the middle", wrapAnswer(json, "cut")],
    ["cut after an inner object", '{"texts":{"title":"Linen"},"desc":"Made of'],
    ["cut inside a fence", '```json\n{"title":"Linen","desc":"Ma\n```'],
    ["cut inside a list", '[{"title":"Linen"},{"desc":"Ma'],
    ["two that differ", wrapAnswer(json, "two_answers")],
    ["thinking that never ends", `<think>A first try: ${json} but no`],
    ["words alone", wrapAnswer(json, "prose_only")],
    ["brackets of prose", "See [1] and {brand} (or {size})."],
    ["an empty object", "{}  {}"],
    ["nothing", "  "],
    ["a number", "42"],
    ["single quotes", "{'title': 'Linen'}"],
    ["33 levels", `${'{"a":'.repeat(33)}1${"}".repeat(33)}`],
  ])("the JSON of an answer is not found in %s", (_what, text) => {
    expect(findJson(text)).toBeUndefined();
  });

  it("the JSON of an answer that is given twice or in parts is one", () => {
    expect(findJson(`${json}\n${json}`)).toEqual(texts);
    expect(findJson('{"title":"Linen"}\n{"desc":"Cool"}')).toEqual({ title: "Linen", desc: "Cool" });
  });

  it("the JSON of an answer leaves a closing tag inside a text where it is", () => {
    expect(findJson('{"title":"a </think> b"}')).toEqual({ title: "a </think> b" });
  });

  it("the JSON of an answer with the keys of a prototype changes no prototype", () => {
    const found = findJson('Here: {"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},"title":"a",}');
    expect(Object.getOwnPropertyNames(found)).toContain("__proto__");
    expect(Object.hasOwn(Object.prototype, "admin") || "x" in {}).toBe(false);
  });

  it.each([
    ["opening brackets", "{".repeat(1_000_000)],
    ["list brackets", "[ ".repeat(500_000)],
    ["pairs that are no JSON", "{a}".repeat(330_000)],
    ["empty objects", "{}".repeat(500_000)],
    ["thinking tags", "<think></think>".repeat(66_000)],
    ["commas and spaces", `{"a":"b"${`,${" ".repeat(500)}`.repeat(2_000)}x}`],
    ["spaces", `{"a":1}${" ".repeat(1_000_000)}x`],
    ["quotes", `{${'"'.repeat(1_000_001)}}`],
    ["deep lists", `{"a":${"[".repeat(400_000)}${"]".repeat(400_000)}}`],
    ["raw line breaks", `{"a":"${"\n".repeat(900_000)}"}`],
    ["events", "data: {}\n".repeat(110_000)],
  ])("a megabyte of %s takes well under a second", async (_what, text) => {
    const spent = await fewestCpuMs(() => [findJson(text), readEvents(text), readReason(text)], { below: 1_500 });
    expect(spent).toBeLessThan(1_500);
  });
});

describe("a completion", () => {
  it.each([
    ["text", completion(json)],
    ["parts", completion([{ type: "text", text: json.slice(0, 9) }, { type: "text", text: json.slice(9) }])],
    ["thinking beside it", completion([{ type: "thinking", thinking: [{ type: "text", text: '{"title":"no"}' }] }, { type: "text", text: json }])],
    ["reasoning beside it", completion(json, { reasoning_content: '{"title":"no"}' })],
    ["the reasoning instead", completion(null, { reasoning_content: json })],
    ["the reasoning of another name", completion("", { reasoning: json })],
    ["an object", completion(texts)],
    ["strings in a list", completion([json])],
    ["no reason to finish", completion(json, {}, {})],
  ])("a completion with its answer as %s is read", (_what, reply) => {
    expect(readCompletion(reply)).toMatchObject({ kind: "json", json: texts });
  }); // biome-ignore format: a table

  it.each([
    ["no content", completion(null), "not_json"],
    ["parts of unknown kinds only", completion([{ type: "reference", reference_ids: [1] }]), "not_json"],
    ["a content that is a number", completion(7), "not_json"],
    ["a refusal field", completion(null, { refusal: "No." }), "refused"],
    ["a content filter", completion("", {}, { finish_reason: "content_filter" }), "refused"],
    ["an answer that was cut", completion(json, {}, { finish_reason: "length" }), "truncated"],
    ["an answer that Mistral cut", completion(json, {}, { finish_reason: "model_length" }), "truncated"],
    ["a cut that is not told", completion(json.slice(0, -4)), "not_json"],
    ["no message", { choices: [{ finish_reason: "stop" }] }, "not_json"],
    ["a message that is none", { choices: [{ message: "x", finish_reason: "length" }] }, "truncated"],
    ["Gemini's filter", { choices: [{ finish_reason: "PROHIBITED_CONTENT" }] }, "refused"],
    ["Gemini's filter in OpenAI's words", { choices: [{ finish_reason: "content_filter: SAFETY" }] }, "refused"],
    ["no choices", { choices: [] }, "not_json"],
    ["choices that are none", { choices: {}, usage: { prompt_tokens: 9 } }, "not_json"],
    ["a usage alone", { usage: { prompt_tokens: 9 } }, "not_json"],
    ["its name alone", { object: "chat.completion" }, "not_json"],
    ["the text of the older endpoint", { choices: [{ text: json }] }, "json"],
  ])("a completion with %s is an outcome, not an outage", (_what, reply, kind) => {
    expect(readCompletion(reply).kind).toBe(kind);
  });

  it.each([[{}], [{ status: "ok" }], [{ usage: null }], ["<html>"], [null], [{ error: { message: "x" } }]])(
    "%j is no completion",
    (reply) => {
      expect(() => readCompletion(reply)).toThrow();
    },
  );

  it("a completion whose tokens nobody counted is not booked as free", () => {
    const request = {
      model: "m",
      messages: [{ role: "user" as const, content: "x".repeat(300) }],
      schemaName: "s",
      schema: {},
      maxOutputTokens: 10,
    };
    expect(readCompletion(completion(json), request)).toMatchObject({
      tokensIn: 100,
      tokensOut: Math.ceil(json.length / 3),
      model: "m",
    });
    const counted = {
      ...completion(json),
      usage: { prompt_tokens: 9, completion_tokens: 2, prompt_cache_hit_tokens: 4 },
    };
    expect(readCompletion(counted, request)).toMatchObject({ tokensIn: 9, tokensCached: 4, tokensOut: 2 });
  });
});

describe("events that nobody asked for", () => {
  const event = (delta: object, finish?: string) =>
    `data: ${JSON.stringify({ model: "m", choices: [{ delta, finish_reason: finish ?? null }] })}\n\n`;
  it("events that nobody asked for are one completion", () => {
    const stream = `: hello\n\n${event({ content: json.slice(0, 5) })}${event({ content: json.slice(5) }, "stop")}data: [DONE]\n`;
    expect(readCompletion(readEvents(stream))).toMatchObject({ kind: "json", json: texts, model: "m" });
  });
  it("events that nobody asked for that break off are not whole, although what came is", () => {
    expect(readCompletion(readEvents(event({ content: json }))).kind).toBe("truncated");
  });
  it("events that nobody asked for with an error are an error", () => {
    expect(readEvents(`data: {"error":{"message":"busy","code":503}}\n`)).toEqual({
      error: { message: "busy", code: 503 },
    });
  });
});

describe("the reason of a refusal", () => {
  const told = (body: unknown) => readReason(typeof body === "string" ? body : JSON.stringify(body));
  it.each([
    [{ error: { message: "no", param: "max_tokens", code: "x", type: "y" } }, "no", "max_tokens"],
    [{ error: "no" }, "no", null],
    [{ message: "no", param: null }, "no", null],
    [{ detail: "no" }, "no", null],
    [
      { detail: [{ loc: ["body", "max_completion_tokens"], msg: "Extra" }] },
      "Extra: max_completion_tokens",
      "max_completion_tokens",
    ],
    [{ message: { detail: [{ loc: ["body", "store"], msg: "Extra" }] } }, "Extra: store", "store"],
    [{ message: '{"detail":[{"loc":["body","store"],"msg":"Extra"}]}' }, "Extra: store", "store"],
    [[{ error: { code: 400, message: "no" } }], "no", null],
    ["plain words", "plain words", null],
    ["<html><body>max_tokens</body></html>", "", null],
    ["", "", null],
  ])("the reason of a refusal: %j → %j", (body, message, param) => {
    expect(told(body)).toMatchObject({ message, param });
  });
  it("the reason of a refusal is bounded", () => {
    expect(told({ error: { message: "x".repeat(100_000) } }).message.length).toBe(4_000);
    expect(told(`${'{"error":'.repeat(2_000)}1${"}".repeat(2_000)}`).message).toBe("");
  });
});

describe("a prompt that was cut", () => {
  const prompt = (content: string) => ({
    model: "m",
    messages: [{ role: "user" as const, content }],
    schemaName: "s",
    schema: {},
    maxOutputTokens: 10,
  });
  const english = "The shirt is made of washed linen and has two pockets. ".repeat(80);
  const kindOf = (content: string, usage: object) =>
    readCompletion({ ...completion(json), usage: { completion_tokens: 9, ...usage } }, prompt(content)).kind;

  it.each<[string, string, object, string]>([
    ["half of it", english, { prompt_tokens: 550 }, "prompt_cut"],
    ["all of it", english, { prompt_tokens: 1_000 }, "json"],
    ["the rest from a cache", english, { prompt_tokens: 300, prompt_tokens_details: { cached_tokens: 700 } }, "json"],
    ["half, and the same before", english, { prompt_tokens: 500, prompt_cache_hit_tokens: 20 }, "prompt_cut"],
    ["none, as one says that does not count", english, { prompt_tokens: 1 }, "json"],
    ["nothing of it", english, {}, "json"],
    ["a short one", english.slice(0, 1_500), { prompt_tokens: 201 }, "json"],
    ["half of a Japanese one", "洗いをかけたリネンのシャツです。".repeat(120), { prompt_tokens: 500 }, "prompt_cut"],
    ["all of a line of dashes", "-".repeat(20_000) + english, { prompt_tokens: 1_100 }, "json"],
  ])("a prompt that was cut is known by a count of %s", (_what, content, usage, kind) => {
    expect(kindOf(content, usage)).toBe(kind);
  });
});
