import { describe, expect, it } from "vitest";
import type { ModelCall } from "../../../sandbox/model/model-state.ts";
import { modelFaultKinds } from "../../../sandbox/model/model-state.ts";
import type { RunningModel } from "../../../sandbox/model/start.ts";
import { answerOf, ask, type Completion, openModel, requestFor, shirt } from "./ask-model.ts";

const careful = { settings: { flawRate: 0, repairRate: 1 } };

function fail(model: RunningModel, kind: string, more: object = {}): void {
  model.state.faults.set({ rules: [{ kind, ...more }] });
}

async function errorOf(response: Response): Promise<{ message: string; type: string; code: string | null }> {
  return ((await response.json()) as { error: { message: string; type: string; code: string | null } }).error;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe("an ordinary call", () => {
  it("is answered as OpenAI answers it", async () => {
    const model = await openModel(careful);
    const response = await ask(model, requestFor("en"), { "x-request-id": "item-7" });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-request-id")).toMatch(/^req_/);
    expect(Number(response.headers.get("x-ratelimit-remaining-requests"))).toBeGreaterThan(0);
    const { texts, body } = await answerOf(response);
    expect(body).toMatchObject({
      object: "chat.completion",
      model: "shelf-small",
      choices: [{ finish_reason: "stop" }],
    });
    expect(Object.keys(texts)).toEqual(["title", "desc", "bullets", "seo_title", "seo_desc"]);
    expect(body.usage.prompt_tokens).toBeGreaterThan(100);
    await until(() => model.state.calls[0]?.fullySent === true);
    expect(model.state.calls[0]).toMatchObject({
      callerId: "item-7",
      product: "Relaxed Linen Shirt",
      keys: ["title", "desc", "bullets", "seo_title", "seo_desc"],
      language: "en",
      outcome: "ok",
      paid: true,
      status: 200,
    } satisfies Partial<ModelCall>);
  });

  it("gets the same answer again for the same seed, and another one for another seed", async () => {
    const [first, second, third] = [
      await openModel({ seed: 4 }),
      await openModel({ seed: 4 }),
      await openModel({ seed: 5 }),
    ];
    const contents = [];
    for (const model of [first, second, third])
      contents.push((await answerOf(await ask(model, requestFor("en")))).content);
    expect(contents[0]).toBe(contents[1]);
    expect(contents[0]).not.toBe(contents[2]);
  });

  it("counts the start of a prompt that came before as cached", async () => {
    const model = await openModel({ ...careful, cacheLeastTokens: 128 });
    const cachedFor = async (title: string) => {
      const { body } = await answerOf(await ask(model, requestFor("en", { ...shirt, title })));
      return body.usage.prompt_tokens_details.cached_tokens;
    };
    expect(await cachedFor("First")).toBe(0);
    const cached = await cachedFor("Second");
    expect(cached).toBeGreaterThan(0);
    expect(cached % 128).toBe(0);
  });

  it("caches nothing below OpenAI's threshold", async () => {
    const model = await openModel(careful);
    await ask(model, requestFor("en"));
    const { body } = await answerOf(await ask(model, requestFor("en")));
    expect(body.usage.prompt_tokens_details.cached_tokens).toBe(0);
  });

  it("can be streamed, with a usage chunk when asked", async () => {
    const model = await openModel(careful);
    const whole = (await answerOf(await ask(model, requestFor("en", shirt, { stream: false })))).texts;
    const response = await ask(
      model,
      requestFor("en", shirt, { stream: true, stream_options: { include_usage: true } }),
    );
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const events = (await response.text())
      .split("\n\n")
      .filter(Boolean)
      .map((event) => event.replace(/^data: /, ""));
    expect(events.pop()).toBe("[DONE]");
    const chunks = events.map((event) => JSON.parse(event) as StreamChunk);
    expect(chunks.at(-1)?.usage?.prompt_tokens).toBeGreaterThan(100);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe("stop");
    const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("");
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(whole));
  });

  it("answers json_object with the app's content types and plain text without a format", async () => {
    const model = await openModel(careful);
    const withJson = requestFor("en", shirt, { response_format: { type: "json_object" } });
    const messages = [{ role: "system", content: "Answer in JSON." }, ...(withJson.messages as object[]).slice(1)];
    const { texts } = await answerOf(await ask(model, { ...withJson, messages }));
    expect(texts.bullets).toHaveLength(5);
    const text = (await (await ask(model, { model: "gpt-4.1", messages })).json()) as Completion;
    expect(text.choices[0]?.message.content).toContain("Relaxed Linen Shirt");
  });

  it("writes keys of any name and nested languages", async () => {
    const string = { type: "string" };
    const closed = (properties: object) => ({
      type: "object",
      properties,
      required: Object.keys(properties),
      additionalProperties: false,
    });
    const schema = closed({
      howtouse: string,
      slogan: string,
      highlights: { type: "array", items: string },
      translations: closed({ de: closed({ seo_desc: string }), fr: closed({ seo_desc: string }) }),
    });
    const model = await openModel(careful);
    const response_format = { type: "json_schema", json_schema: { name: "x", strict: true, schema } };
    const { content } = await answerOf(await ask(model, requestFor("en", shirt, { response_format })));
    const answer = JSON.parse(content);
    expect(answer.howtouse).toContain("label");
    expect(answer.slogan.length).toBeGreaterThan(20);
    expect(answer.highlights.length).toBeGreaterThan(2);
    expect(answer.translations.de.seo_desc).not.toBe(answer.translations.fr.seo_desc);
  });
});

interface StreamChunk {
  choices: { delta: { content?: string; refusal?: string }; finish_reason: string | null }[];
  usage?: { prompt_tokens: number } | null;
}

describe("a request that OpenAI would refuse", () => {
  it("is refused without a key and with a bad key", async () => {
    const model = await openModel();
    const anonymous = await fetch(`${model.url}/v1/models`);
    expect(anonymous.status).toBe(401);
    expect((await errorOf(anonymous)).type).toBe("invalid_request_error");
    const bad = await ask(model, requestFor("en"), { authorization: "Bearer sk-invalid-1" });
    expect([bad.status, (await errorOf(bad)).code]).toEqual([401, "invalid_api_key"]);
  });

  it("is refused for an unknown model", async () => {
    const response = await ask(await openModel(), { ...requestFor("en"), model: "gpt-99" });
    expect([response.status, (await errorOf(response)).code]).toEqual([404, "model_not_found"]);
  });

  it.each([
    ["no JSON", "{"],
    ["no messages", { model: "shelf-small" }],
    ["an unknown role", { model: "shelf-small", messages: [{ role: "boss", content: "x" }] }],
    ["an unknown argument", { ...requestFor("en"), temprature: 1 }],
    ["a temperature out of range", { ...requestFor("en"), temperature: 3 }],
    [
      "an open object in a strict schema",
      requestFor("en", shirt, {
        response_format: { type: "json_schema", json_schema: { name: "x", strict: true, schema: { type: "object" } } },
      }),
    ],
    [
      "a property that is not required in a strict schema",
      requestFor("en", shirt, {
        response_format: {
          type: "json_schema",
          json_schema: {
            name: "x",
            strict: true,
            schema: {
              type: "object",
              properties: { a: { type: "string" } },
              required: [],
              additionalProperties: false,
            },
          },
        },
      }),
    ],
    [
      "json_object without the word",
      { model: "shelf-small", messages: [{ role: "user", content: "x" }], response_format: { type: "json_object" } },
    ],
  ])("is refused with %s", async (_name, body) => {
    const model = await openModel();
    const response = await ask(model, body);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).type).toBe("invalid_request_error");
    expect(model.state.totals.paid).toBe(0);
  });
});

describe("faults", () => {
  it.each([
    ["http_429", 429, "rate_limit_exceeded"],
    ["http_429_no_retry_after", 429, "rate_limit_exceeded"],
    ["http_429_billing", 429, "insufficient_quota"],
    ["http_500", 500, null],
    ["http_503", 503, null],
  ])("%s", async (kind, status, code) => {
    const model = await openModel();
    fail(model, kind, { retryAfterSeconds: 7 });
    const response = await ask(model, requestFor("en"));
    expect([response.status, (await errorOf(response)).code]).toEqual([status, code]);
    expect(response.headers.get("retry-after")).toBe(kind === "http_429" ? "7" : null);
    expect(model.state.calls[0]).toMatchObject({ outcome: kind, paid: false, status });
  });

  it("stall: never answers, until the caller gives up", async () => {
    const model = await openModel();
    fail(model, "stall");
    const gaveUp = new AbortController();
    const answer = fetch(`${model.url}/v1/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer k" },
      body: JSON.stringify(requestFor("en")),
      signal: gaveUp.signal,
    });
    await until(() => model.state.calls[0]?.outcome === "stall");
    gaveUp.abort();
    await expect(answer).rejects.toThrow();
    expect(model.state.calls[0]).toMatchObject({ paid: false, fullySent: false });
  });

  it.each([false, true])("cut: ends in the middle of the body, paid for but not whole (stream: %s)", async (stream) => {
    const model = await openModel(careful);
    fail(model, "cut");
    const response = await ask(model, requestFor("en", shirt, { stream }));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(model.state.calls[0]).toMatchObject({ outcome: "cut", paid: true, fullySent: false });
  });

  it("slow: answers after the given time", async () => {
    const model = await openModel(careful);
    fail(model, "slow", { ms: 60 });
    const started = performance.now();
    await answerOf(await ask(model, requestFor("en")));
    expect(performance.now() - started).toBeGreaterThanOrEqual(58);
  });

  it("refusal: sometimes as a refusal, sometimes written into the title", async () => {
    const model = await openModel(careful);
    fail(model, "refusal");
    const seen = { refused: 0, inTitle: 0 };
    for (let i = 0; i < 30; i++) {
      const body = (await (await ask(model, requestFor("en", { ...shirt, title: `Shirt ${i}` }))).json()) as Completion;
      const message = body.choices[0]?.message;
      if (message?.refusal) seen.refused += 1;
      else if (JSON.parse(message?.content ?? "{}").title.startsWith("I'm sorry")) seen.inTitle += 1;
    }
    expect(seen.refused + seen.inTitle).toBe(30);
    expect(Math.min(seen.refused, seen.inTitle)).toBeGreaterThan(4);
  });

  it("truncation: finish_reason length and JSON that ends too early", async () => {
    const model = await openModel(careful);
    fail(model, "truncation");
    const body = (await (await ask(model, requestFor("en"))).json()) as Completion;
    expect(body.choices[0]?.finish_reason).toBe("length");
    expect(() => JSON.parse(body.choices[0]?.message.content ?? "")).toThrow();
  });

  it("broken_json and wrong_shape: never an answer that fits the schema", async () => {
    const model = await openModel(careful);
    for (let i = 0; i < 30; i++) {
      const request = requestFor("en", { ...shirt, title: `Shirt ${i}` });
      fail(model, "broken_json");
      const broken = (await (await ask(model, request)).json()) as Completion;
      expect(() => JSON.parse(broken.choices[0]?.message.content ?? "")).toThrow();
      fail(model, "wrong_shape");
      const { texts } = await answerOf(await ask(model, request));
      const wellFormed =
        !Array.isArray(texts) &&
        Object.keys(texts).length === 5 &&
        typeof texts.title === "string" &&
        Array.isArray(texts.bullets);
      expect(wellFormed).toBe(false);
    }
  });

  it("empty: nothing, or a shape without any text", async () => {
    const model = await openModel(careful);
    fail(model, "empty");
    const contents = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const body = (await (await ask(model, requestFor("en", { ...shirt, title: `Shirt ${i}` }))).json()) as Completion;
      contents.add(body.choices[0]?.message.content ?? "null");
    }
    expect([...contents].sort()).toEqual(["", '{"title":"","desc":"","bullets":[],"seo_title":"","seo_desc":""}']);
  });

  it("hostile: every kind of attack comes up", async () => {
    const model = await openModel(careful);
    fail(model, "hostile");
    let all = "";
    for (let i = 0; i < 40; i++) {
      const { texts } = await answerOf(await ask(model, requestFor("en", { ...shirt, title: `Shirt ${i}` })));
      all += `${texts.title}${texts.desc}${texts.bullets.join("")}${texts.seo_title}${texts.seo_desc}`;
    }
    for (const attack of [
      "<script",
      "onerror=",
      "javascript:",
      "{{",
      "{%",
      "https://cheap-pills.example",
      "\u202E",
      "\u{E0049}",
      "Ignore previous instructions",
      "You write product content. Use only the facts.",
    ]) {
      expect(all).toContain(attack);
    }
  });

  it("wrong_language and echo", async () => {
    const model = await openModel(careful);
    fail(model, "wrong_language");
    expect((await answerOf(await ask(model, requestFor("de")))).texts.desc).toMatch(/ (les|vous|des) /);
    fail(model, "echo");
    const { texts } = await answerOf(await ask(model, requestFor("en")));
    expect(texts).toMatchObject({ title: shirt.title, desc: shirt.description });
  });

  it("strike only the models and the share that the rule names", async () => {
    const model = await openModel(careful);
    fail(model, "http_500", { match: { model: "large" } });
    expect((await ask(model, requestFor("en"))).status).toBe(200);
    expect((await ask(model, requestFor("en", shirt, { model: "shelf-large" }))).status).toBe(500);
  });

  it("are all known by name over HTTP, and an unknown one is refused", async () => {
    const model = await openModel();
    const put = (rules: object[]) =>
      fetch(`${model.url}/__sandbox/faults`, { method: "PUT", body: JSON.stringify({ rules }) });
    expect((await put(modelFaultKinds.map((kind) => ({ kind, rate: 0.1 })))).status).toBe(200);
    expect((await put([{ kind: "flood" }])).status).toBe(400);
  });
});

describe("the script", () => {
  it("forces the next answer whose prompt matches, once", async () => {
    const model = await openModel(careful);
    const answers = [
      { match: "Blue Mug", content: { title: "Forced" } },
      { match: "Red Mug", status: 418, body: { error: { message: "tea" } } },
    ];
    await fetch(`${model.url}/__sandbox/script`, { method: "POST", body: JSON.stringify({ answers }) });
    const titleOf = async (title: string) =>
      (await answerOf(await ask(model, requestFor("en", { title })))).texts.title;
    expect(await titleOf("Green Mug")).toContain("Green Mug");
    expect(await titleOf("Blue Mug")).toBe("Forced");
    expect(await titleOf("Blue Mug")).toContain("Blue Mug");
    expect((await ask(model, requestFor("en", { title: "Red Mug" }))).status).toBe(418);
    expect(model.state.calls.map(({ outcome }) => outcome)).toEqual(["ok", "scripted", "ok", "scripted"]);
  });

  it("can cut short and refuse", async () => {
    const model = await openModel(careful);
    model.state.queue({ answers: [{ content: '{"ti', finish_reason: "length" }, { refusal: "No." }] });
    const first = (await (await ask(model, requestFor("en"))).json()) as Completion;
    const second = (await (await ask(model, requestFor("en"))).json()) as Completion;
    expect(first.choices[0]).toMatchObject({ finish_reason: "length", message: { content: '{"ti' } });
    expect(second.choices[0]?.message).toMatchObject({ content: null, refusal: "No." });
  });
});

it("a repair asks only for what failed and is logged as one", async () => {
  const model = await openModel(careful);
  const request = requestFor("en");
  const fix = { title: { text: "T".repeat(95), findings: ["title exceeds length by 25 characters (limit 70)"] } };
  const messages = [
    ...(request.messages as object[]),
    { role: "assistant", content: "{}" },
    { role: "user", content: JSON.stringify({ fix }) },
  ];
  const schema = {
    type: "object",
    properties: { title: { type: "string" } },
    required: ["title"],
    additionalProperties: false,
  };
  const response_format = { type: "json_schema", json_schema: { name: "fix", strict: true, schema } };
  const { texts } = await answerOf(await ask(model, { ...request, messages, response_format }));
  expect(Object.keys(texts)).toEqual(["title"]);
  expect(texts.title.length).toBeLessThanOrEqual(70);
  expect(model.state.calls[0]).toMatchObject({ isRepair: true, keys: ["title"], language: "en" });
});

it("the page for people says that texts are written by rules, and reset clears everything", async () => {
  const model = await openModel(careful);
  await ask(model, { ...requestFor("en", { title: "<b>x</b>" }) });
  const page = await (await fetch(model.url)).text();
  expect(page).toContain("written by rules");
  expect(page).not.toContain("<b>x</b>");
  await fetch(`${model.url}/__sandbox/reset`, { method: "POST" });
  const { calls, totals } = (await (await fetch(`${model.url}/__sandbox/calls`)).json()) as {
    calls: ModelCall[];
    totals: { calls: number };
  };
  expect([calls.length, totals.calls]).toEqual([0, 0]);
});
