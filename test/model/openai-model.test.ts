import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { OperationalError } from "../../app/lib/errors.ts";
import { retryAfterMs } from "../../app/lib/retry.ts";
import { createOpenAiModel } from "../../app/model/openai-model.ts";
import { startModel } from "../../sandbox/model/start.ts";

const request = {
  model: "shelf-small",
  messages: [
    { role: "system" as const, content: "Write." },
    {
      role: "user" as const,
      content: '{"language":"en","content_types":{"title":{"task":"Write the title","character_limit":70}}}',
    },
    { role: "user" as const, content: '{"product":{"title":"Linen Shirt"}}' },
  ],
  schemaName: "product_texts",
  schema: {
    type: "object",
    properties: { title: { type: "string" } },
    required: ["title"],
    additionalProperties: false,
  },
  maxOutputTokens: 500,
};

async function sandboxModel(timeoutMs = 3_000) {
  const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0 } });
  onTestFinished(() => sandbox.close());
  const model = createOpenAiModel({ baseUrl: `${sandbox.url}/v1`, apiKey: "sk-test", fetch, timeoutMs });
  return { sandbox, complete: (signal = new AbortController().signal) => model.complete(request, { signal }) };
}

/** A server that answers in its own way. */
async function serving(answer: RequestListener) {
  let calls = 0;
  const server = createServer((req, res) => {
    calls++;
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const model = createOpenAiModel({
    baseUrl: `http://127.0.0.1:${port}/v1`,
    apiKey: "sk-secret-key",
    fetch,
    timeoutMs: 2_000,
  });
  return { complete: () => model.complete(request, { signal: new AbortController().signal }), calls: () => calls };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };

describe("createOpenAiModel", () => {
  it("createOpenAiModel answers with JSON of the schema and the usage", async () => {
    const { complete, sandbox } = await sandboxModel();
    const answer = await complete();
    expect(answer).toMatchObject({
      kind: "json",
      model: "shelf-small",
      json: { title: expect.stringContaining("Linen") },
    });
    expect(answer.tokensIn).toBe(sandbox.state.calls[0]?.promptTokens);
    expect(answer.tokensOut).toBe(sandbox.state.calls[0]?.completionTokens);
  });

  it.each([
    ["truncation", "truncated"],
    ["broken_json", "not_json"],
  ])("createOpenAiModel %s is the outcome %s, with its tokens", async (kind, outcome) => {
    const { complete, sandbox } = await sandboxModel();
    sandbox.state.faults.set({ rules: [{ kind }] });
    const answer = await complete();
    expect(answer.kind).toBe(outcome);
    expect(answer.tokensOut).toBeGreaterThan(0);
  });

  it("a refusal is an outcome, with its tokens", async () => {
    const { complete, sandbox } = await sandboxModel();
    sandbox.state.queue({ answers: [{ refusal: "I cannot do that." }] });
    expect(await complete()).toMatchObject({
      kind: "refused",
      text: "I cannot do that.",
      tokensOut: expect.any(Number),
    });
  });

  it.each([
    ["http_429", { code: "model_rate_limited", retryable: true, retryAfterMs: 9_000 }],
    ["http_429_no_retry_after", { code: "model_rate_limited", retryable: true, retryAfterMs: undefined }],
    ["http_429_billing", { code: "model_billing", retryable: false }],
    ["http_500", { code: "model_unavailable", retryable: true }],
    ["http_503", { code: "model_unavailable", retryable: true }],
    ["cut", { code: "model_unavailable", retryable: true }],
    ["stall", { code: "model_timeout", retryable: true }],
    ["slow", { code: "model_timeout", retryable: true }],
  ])("createOpenAiModel %s is one call and a translated error", async (kind, expected) => {
    const { complete, sandbox } = await sandboxModel(400);
    sandbox.state.faults.set({ rules: [{ kind, retryAfterSeconds: 9 }] });
    await expect(complete()).rejects.toMatchObject({ name: "OperationalError", ...expected });
    expect(sandbox.state.calls).toHaveLength(1);
  });

  it.each([
    [401, {}, "model_key"],
    [403, {}, "model_key"],
    [403, { error: { message: "" } }, "model_key"],
    [403, { error: { message: "Your input was flagged" } }, "model_refused"],
    [403, { error: { message: "No.", metadata: { reasons: ["violence"] } } }, "model_refused"],
    [400, { error: { message: "No.", details: [{ reason: "API_KEY_INVALID" }] } }, "model_key"],
    [403, { detail: "Not authenticated", error: undefined }, "model_key"],
    [403, { error: { message: "Your request breaks rule 12." } }, "model_bad_request"],
    [401, { error: { message: "Your input was flagged.", code: "invalid_api_key" } }, "model_key"],
    [400, { error: { message: "API key expired. Please renew the API key." } }, "model_key"],
    [403, { error: { message: "user quota is not enough", code: "insufficient_user_quota" } }, "model_billing"],
    [403, { error: { message: "This model is not available in your country." } }, "model_bad_request"],
    [424, {}, "model_unavailable"],
    [498, {}, "model_rate_limited"],
    [413, { error: { message: "Too large", code: "rate_limit_exceeded" } }, "model_bad_request"],
    [402, {}, "model_billing"],
    [400, { error: { message: "context_length_exceeded" } }, "model_bad_request"],
    [404, {}, "model_bad_request"],
    [409, {}, "model_unavailable"],
    [529, {}, "model_unavailable"],
    [429, { error: { type: "insufficient_quota", code: null, message: "quota" } }, "model_billing"],
    [429, { error: { type: "x", code: "billing_not_active", message: "x" } }, "model_billing"],
    [429, { error: { type: "tokens", code: "rate_limit_exceeded", message: "x" } }, "model_rate_limited"],
  ])("createOpenAiModel status %i with %j is %s after one call, quoting nothing", async (status, body, code) => {
    const { complete, calls } = await serving(
      json(status, { error: { message: "your key sk-secret-key and prompt" }, ...body }),
    );
    const error = await complete().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OperationalError);
    expect(error).toMatchObject({ code });
    const { message, merchantMessage } = error as OperationalError;
    expect(`${message} ${merchantMessage}`).not.toContain("secret");
    expect(calls()).toBe(1);
  });

  it("a refusal without a reason is thrown after a few other ways to ask, which are tried once in a while", async () => {
    const { complete, calls } = await serving(json(400, { error: { message: "Bad request" } }));
    await expect(complete()).rejects.toMatchObject({ code: "model_bad_request" });
    expect(calls()).toBe(5);
    await expect(complete()).rejects.toMatchObject({ code: "model_bad_request" });
    expect(calls()).toBe(6);
  });

  it("a page of HTML instead of an answer is unavailable", async () => {
    const { complete } = await serving((_req, res) =>
      res.writeHead(200, { "content-type": "text/html" }).end("<html>Login</html>"),
    );
    await expect(complete()).rejects.toMatchObject({ code: "model_unavailable" });
  });

  it("JSON that is no completion is unavailable", async () => {
    const { complete } = await serving(json(200, { status: "ok" }));
    await expect(complete()).rejects.toMatchObject({ code: "model_unavailable" });
  });

  it("createOpenAiModel does not follow a redirect", async () => {
    const { complete, calls } = await serving(json(307, {}, { location: "/v1/elsewhere" }));
    await expect(complete()).rejects.toMatchObject({ name: "OperationalError" });
    expect(calls()).toBe(1);
  });

  it("the deadline holds while the body drips in", async () => {
    const { complete } = await serving((_req, res) => {
      res.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => res.write(" "), 20);
      res.on("close", () => clearInterval(drip));
    });
    await expect(complete()).rejects.toMatchObject({ code: "model_timeout" });
  });

  it("an aborted call rejects with the signal's own reason", async () => {
    const { complete, sandbox } = await sandboxModel();
    sandbox.state.faults.set({ rules: [{ kind: "stall" }] });
    const controller = new AbortController();
    const running = complete(controller.signal);
    while (sandbox.state.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort(new Error("cancelled by a person"));
    await expect(running).rejects.toThrow("cancelled by a person");
  });
});

describe("retryAfterMs", () => {
  it.each([
    [{ "retry-after": "2" }, 2_000],
    [{ "retry-after-ms": "150" }, 150],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:10 GMT" }, 9_000],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
    [{ "retry-after": "999999" }, 600_000],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("retryAfterMs: %j → %s", (headers, expected) => {
    expect(retryAfterMs(new Headers(headers), 1_000)).toBe(expected);
  });
});
