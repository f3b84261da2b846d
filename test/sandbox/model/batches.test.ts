import OpenAI, { toFile } from "openai";
import { describe, expect, it } from "vitest";
import { openModel, requestFor } from "./ask-model.ts";

async function bureau(delayMs = 1_000) {
  let now = 1_800_000_000_000;
  const model = await openModel({ now: () => now, settings: { flawRate: 0, batchDelayMs: delayMs } });
  const client = new OpenAI({ baseURL: `${model.url}/v1`, apiKey: "sk-test", maxRetries: 0, logLevel: "off" });
  const upload = async (lines: unknown[]) =>
    client.files.create({
      purpose: "batch",
      file: await toFile(Buffer.from(lines.map((line) => JSON.stringify(line)).join("\n")), "asked.jsonl"),
    });
  const submit = async (lines: unknown[], metadata: Record<string, string> = {}) =>
    client.batches.create({
      input_file_id: (await upload(lines)).id,
      endpoint: "/v1/chat/completions",
      completion_window: "24h",
      metadata,
    });
  const read = async (id: string | null | undefined) =>
    (await (await client.files.content(id ?? "")).text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  const pass = (ms: number) => {
    now += ms;
  };
  return { model, client, upload, submit, read, pass };
}

const line = (customId: string, body: unknown = requestFor("en")) => ({
  custom_id: customId,
  method: "POST",
  url: "/v1/chat/completions",
  body,
});
const lines = (count: number) => Array.from({ length: count }, (_, at) => line(`item-${at}`));

describe("batches", () => {
  it("go through their states and answer each line once, in another order, for half the price", async () => {
    const { model, client, submit, read, pass } = await bureau();
    const batch = await submit(lines(20), { mark: "a" });
    expect(batch).toMatchObject({ status: "validating", metadata: { mark: "a" }, completion_window: "24h" });
    pass(450);
    expect((await client.batches.retrieve(batch.id)).status).toBe("in_progress");
    pass(400);
    expect((await client.batches.retrieve(batch.id)).status).toBe("finalizing");
    pass(200);
    const ended = await client.batches.retrieve(batch.id);
    expect(ended).toMatchObject({ status: "completed", request_counts: { total: 20, completed: 20, failed: 0 } });
    expect(ended.error_file_id).toBeNull();
    const answers = await read(ended.output_file_id);
    const ids = answers.map(({ custom_id }) => custom_id);
    expect([...ids].sort()).toEqual(
      lines(20)
        .map(({ custom_id }) => custom_id)
        .sort(),
    );
    expect(ids).not.toEqual(lines(20).map(({ custom_id }) => custom_id));
    expect(JSON.parse(answers[0].response.body.choices[0].message.content).title).toContain("Linen");
    const { totals } = model.state;
    expect(totals).toMatchObject({ paid: 20, paidInBatches: 20 });
    expect(totals.chargedTokens).toBe((totals.promptTokens + totals.completionTokens) / 2);
    expect(model.state.calls.every((call) => call.lane === "batch" && call.batchId === batch.id)).toBe(true);
  });

  it("put lines that cannot be answered into the error file and charge nothing for them", async () => {
    const { model, client, submit, read, pass } = await bureau();
    model.state.faults.set({ rules: [{ kind: "batch_line_error", times: 1 }] });
    const batch = await submit([...lines(3), line("bad", { model: "unheard-of", messages: [] })]);
    pass(2_000);
    const ended = await client.batches.retrieve(batch.id);
    expect(ended.request_counts).toEqual({ total: 4, completed: 2, failed: 2 });
    const problems = await read(ended.error_file_id);
    expect(problems.map(({ response }) => response.status_code).sort()).toEqual([400, 500]);
    expect(await read(ended.output_file_id)).toHaveLength(2);
    expect(model.state.totals.paid).toBe(2);
  });

  it("expire with what was answered in time, the rest named in the error file", async () => {
    const { model, client, submit, read, pass } = await bureau();
    model.state.faults.set({ rules: [{ kind: "batch_expired" }] });
    const batch = await submit(lines(4));
    pass(2_000);
    const ended = await client.batches.retrieve(batch.id);
    expect(ended.status).toBe("expired");
    expect(await read(ended.output_file_id)).toHaveLength(2);
    expect((await read(ended.error_file_id)).map(({ error }) => error.code)).toEqual([
      "batch_expired",
      "batch_expired",
    ]);
    expect(model.state.totals.paid).toBe(2);
  });

  it("fail as a whole when the fault says so, or when a line is no request, twice there, or for another endpoint", async () => {
    const { model, client, submit, pass } = await bureau();
    const codes = async (asked: unknown[]) => {
      const batch = await submit(asked);
      pass(2_000);
      const ended = await client.batches.retrieve(batch.id);
      expect(ended.status).toBe("failed");
      return ended.errors?.data?.map(({ code }) => code);
    };
    expect(await codes([{ hello: 1 }])).toEqual(["invalid_json_line"]);
    expect(await codes([line("a"), line("a")])).toEqual(["duplicate_custom_id"]);
    expect(await codes([{ ...line("a"), url: "/v1/embeddings" }])).toEqual(["mismatched_endpoint"]);
    model.state.faults.set({ rules: [{ kind: "batch_failed" }] });
    expect(await codes([line("a")])).toEqual(["server_error"]);
    expect(model.state.totals.paid).toBe(0);
  });

  it("stop when cancelled and keep what was answered until then", async () => {
    const { model, client, submit, read, pass } = await bureau();
    const batch = await submit(lines(10));
    pass(500);
    expect((await client.batches.cancel(batch.id)).status).toBe("cancelling");
    const ended = await client.batches.retrieve(batch.id);
    expect(ended.status).toBe("cancelled");
    expect(await read(ended.output_file_id)).toHaveLength(5);
    expect(model.state.totals.paid).toBe(5);
    await expect(client.batches.cancel(batch.id)).rejects.toMatchObject({ status: 409 });
  });

  it("cannot be made of a file that was deleted, and fail when it is deleted before they are validated", async () => {
    const { client, upload, pass } = await bureau();
    const make = (id: string) =>
      client.batches.create({ input_file_id: id, endpoint: "/v1/chat/completions", completion_window: "24h" });
    const file = await upload(lines(1));
    const batch = await make(file.id);
    await client.files.delete(file.id);
    await expect(make(file.id)).rejects.toMatchObject({ status: 400 });
    pass(2_000);
    expect((await client.batches.retrieve(batch.id)).status).toBe("failed");
  });

  it("exist although the answer to their making was lost, and are found by their metadata", async () => {
    const { model, client, submit } = await bureau();
    model.state.faults.set({ rules: [{ match: { operation: "batches.create" }, kind: "lost_answer", times: 1 }] });
    await expect(submit(lines(1), { mark: "lost" })).rejects.toThrow();
    await submit(lines(1), { mark: "second" });
    const marks: unknown[] = [];
    for await (const batch of client.batches.list({ limit: 1 })) marks.push(batch.metadata?.mark);
    expect(marks).toEqual(["second", "lost"]);
    const made = model.state.laneCalls.filter(({ operation }) => operation === "batches.create");
    expect(made.map(({ outcome }) => outcome)).toEqual(["lost_answer", "ok"]);
  });

  it("are not there on a provider without them", async () => {
    const { model, client } = await bureau();
    model.state.set({ batches: false });
    await expect(client.batches.list()).rejects.toMatchObject({ status: 404 });
  });
});
