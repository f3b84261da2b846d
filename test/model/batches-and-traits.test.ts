import { expect, it, onTestFinished } from "vitest";
import { rememberHere } from "../../app/model/ask-server.ts";
import { createOpenAiBatchModel } from "../../app/model/openai-batch.ts";
import { openAiTraits } from "../../app/model/server-traits.ts";
import { startModel } from "../../sandbox/model/start.ts";

it("lines of a batch are written in the way that their model's server takes", async () => {
  const sandbox = await startModel({ settings: { flawRate: 0, server: "deepseek", batchDelayMs: 0 } });
  onTestFinished(() => sandbox.close());
  const knowledge = rememberHere();
  const { signal } = new AbortController();
  const batches = createOpenAiBatchModel({
    baseUrl: `${sandbox.url}/v1`,
    apiKey: "sk",
    fetch,
    timeoutMs: 3_000,
    knowledge,
  });
  const request = {
    model: "shelf-small",
    messages: [{ role: "user" as const, content: '{"content_types":{"title":{}},"product":{"title":"Linen Shirt"}}' }],
    schemaName: "product_texts",
    schema: {
      type: "object",
      properties: { title: { type: "string" } },
      required: ["title"],
      additionalProperties: false,
    },
    maxOutputTokens: 11_000,
  };
  const replies = async () => {
    const fileId = await batches.upload({ name: "a.jsonl", lines: [{ customId: "one", request }] }, { signal });
    const progress = await batches.poll(await batches.submit({ fileId, mark: "m" }, { signal }), { signal });
    const read = await batches.read(progress?.outputFileId ?? progress?.errorFileId ?? "", { signal });
    const all: unknown[] = [];
    for await (const reply of read ?? []) all.push(reply);
    return all;
  };
  expect(await replies()).toMatchObject([{ customId: "one", kind: "refused" }]);
  await knowledge.keep("shelf-small", {
    ...openAiTraits,
    tokenParameter: "max_tokens",
    mostOutputTokens: 8_192,
    structure: "json_object",
  });
  expect(await replies()).toMatchObject([{ customId: "one", kind: "answered", answer: { kind: "json" } }]);
});
