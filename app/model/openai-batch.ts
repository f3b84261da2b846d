import { APIError, toFile } from "openai";
import { z } from "zod";
import { parseJson } from "../lib/json.ts";
import type { BatchModel, BatchProgress, BatchReply } from "./batch-port.ts";
import { chatBodyOf } from "./chat-body.ts";
import { createOpenAiClient, type OpenAiOptions } from "./openai-model.ts";
import { readCompletion } from "./read-completion.ts";
import { openAiTraits, type ServerTraits } from "./server-traits.ts";
import { translateModelError } from "./translate-model-error.ts";

const endpoint = "/v1/chat/completions";
/** The name of the mark in a batch's metadata. */
const markName = "shelfwright_batch";
/** The provider's clock and ours may differ by so much. */
const clockSlackMs = 15 * 60_000;

const count = z.number().int().nonnegative().catch(0);
const batchSchema = z.object({
  id: z.string(),
  status: z.string(),
  created_at: z.number(),
  input_file_id: z.string().nullish(),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  request_counts: z.object({ total: count, completed: count, failed: count }).nullish().catch(null),
  metadata: z.record(z.string(), z.string()).nullish().catch(null),
  errors: z
    .object({ data: z.array(z.object({ code: z.string().nullish() })) })
    .nullish()
    .catch(null),
});

const code = z.object({ code: z.string().nullish(), type: z.string().nullish() }).nullish().catch(null);
const replySchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish().catch(null),
  error: code,
});
const errorBodySchema = z.object({ error: code });

const ends: ReadonlySet<string> = new Set(["completed", "failed", "expired", "cancelled"]);

/** OpenAI's Files and Batches, or those of a compatible server. @see https://platform.openai.com/docs/guides/batch */
export function createOpenAiBatchModel(options: OpenAiOptions): BatchModel {
  const client = createOpenAiClient(options);
  const traitsOf = async (model: string) => (await options.knowledge?.read(model)) ?? openAiTraits;

  /** One attempt with a deadline over the whole call; `missing` is the answer to a 404. */
  async function attempt<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>, missing?: T): Promise<T> {
    const deadline = AbortSignal.timeout(options.timeoutMs);
    try {
      return await work(AbortSignal.any([signal, deadline]));
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (missing !== undefined && error instanceof APIError && error.status === 404) return missing;
      throw translateModelError(error, { timedOut: deadline.aborted });
    }
  }

  return {
    isOffered: ({ signal }) =>
      attempt(
        signal,
        async (bound) => {
          await client.batches.list({ limit: 1 }, { signal: bound });
          return true;
        },
        false,
      ),
    upload: ({ name, lines }, { signal }) =>
      attempt(signal, async (bound) => {
        const traits = new Map<string, ServerTraits>();
        for (const { request } of lines) {
          if (!traits.has(request.model)) traits.set(request.model, await traitsOf(request.model));
        }
        const text = lines.map(({ customId, request }) =>
          JSON.stringify({
            custom_id: customId,
            method: "POST",
            url: endpoint,
            body: chatBodyOf(request, traits.get(request.model) ?? openAiTraits),
          }),
        );
        const file = await toFile(Buffer.from(`${text.join("\n")}\n`), name, { type: "application/jsonl" });
        const made = await client.files.create({ file, purpose: "batch" }, { signal: bound });
        return z.string().parse(made.id);
      }),
    findFile: ({ name }, { signal }) =>
      attempt(signal, async (bound) => {
        for await (const file of client.files.list({ purpose: "batch", limit: 100 }, { signal: bound })) {
          if (file.filename === name) return file.id;
        }
        return null;
      }),
    removeFile: (fileId, { signal }) =>
      attempt(signal, async (bound) => void (await client.files.delete(fileId, { signal: bound }))).catch(except(404)),
    submit: ({ fileId, mark }, { signal }) =>
      attempt(signal, async (bound) => {
        const made = await client.batches.create(
          { input_file_id: fileId, endpoint, completion_window: "24h", metadata: { [markName]: mark } },
          { signal: bound },
        );
        return batchSchema.parse(made).id;
      }),
    find: ({ fileId, mark, sinceMs }, { signal }) =>
      attempt(signal, async (bound) => {
        for await (const row of client.batches.list({ limit: 100 }, { signal: bound })) {
          const batch = batchSchema.parse(row);
          if (batch.metadata?.[markName] === mark || batch.input_file_id === fileId) return batch.id;
          // Newest first: older ones were there before ours was asked for.
          if (batch.created_at * 1_000 < sinceMs - clockSlackMs) break;
        }
        return null;
      }),
    poll: (batchId, { signal }) =>
      attempt<BatchProgress | null>(
        signal,
        async (bound) => progressOf(batchSchema.parse(await client.batches.retrieve(batchId, { signal: bound }))),
        null,
      ),
    cancel: (batchId, { signal }) =>
      attempt(signal, async (bound) => void (await client.batches.cancel(batchId, { signal: bound }))).catch(
        // 409: it has ended meanwhile, which the next poll shows.
        except(404, 409),
      ),
    read: (fileId, { signal }) =>
      attempt<AsyncIterable<BatchReply> | null>(
        signal,
        async (bound) => {
          const { body } = await client.files.content(fileId, { signal: bound });
          // Node's streams can be iterated; the type is the browser's, which cannot.
          return body === null ? null : readReplies(body as unknown as AsyncIterable<Uint8Array>, signal);
        },
        null,
      ),
  };
}

function progressOf(batch: z.infer<typeof batchSchema>): BatchProgress {
  const { status, request_counts: counts } = batch;
  return {
    ended: ends.has(status),
    status,
    total: counts?.total ?? 0,
    answered: counts?.completed ?? 0,
    refused: counts?.failed ?? 0,
    outputFileId: batch.output_file_id ?? null,
    errorFileId: batch.error_file_id ?? null,
    failure: batch.errors?.data[0]?.code ?? null,
  };
}

async function* readReplies(body: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<BatchReply> {
  try {
    for await (const line of readLines(body)) {
      const reply = readReply(line);
      if (reply) yield reply;
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw translateModelError(error, { timedOut: error instanceof Error && error.name === "TimeoutError" });
  }
}

function readReply(line: string): BatchReply | undefined {
  const parsed = replySchema.safeParse(parseJson(line));
  if (!parsed.success) return undefined;
  const { custom_id: customId, response, error } = parsed.data;
  if (response?.status_code === 200) {
    try {
      return { customId, kind: "answered", answer: readCompletion(response.body) };
    } catch {
      return { customId, kind: "refused", code: "unreadable_answer" };
    }
  }
  const own = errorBodySchema.safeParse(response?.body).data?.error;
  const said = error?.code ?? own?.code ?? own?.type ?? (response ? `http_${response.status_code}` : "unknown");
  return { customId, kind: "refused", code: said };
}

/** Passes over answers of these statuses. */
function except(...statuses: number[]): (error: unknown) => void {
  return (error) => {
    const status = error instanceof Error && error.cause instanceof APIError ? error.cause.status : undefined;
    if (status === undefined || !statuses.includes(status)) throw error;
  };
}

/** The lines of a UTF-8 stream, without empty ones. */
async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield line;
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield rest;
}
