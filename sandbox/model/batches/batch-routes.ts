import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type HttpRequest, type Router, readBody, readJson, sendJson } from "../../shared/http.ts";
import { readMultipart } from "../../shared/read-multipart.ts";
import { refuseKey } from "../answer-chat.ts";
import { pictureUrls, readChatRequest } from "../chat-request.ts";
import { fetchPictures } from "../look.ts";
import { type LaneCall, laneFaultKinds, type ModelState } from "../model-state.ts";
import { errorOfFault, type OpenAiError, openAiError } from "../openai-error.ts";
import { advanceBatch, cancelBatch } from "./advance-batch.ts";
import { batchObject, fileObject, type SandboxBatch } from "./batch.ts";

interface Deps {
  state: ModelState;
  now: () => number;
}

/** What a call did: an object to answer with, raw bytes, or a refusal. */
type Done = { subject: string; body: unknown } | { subject: string; bytes: Buffer } | { refused: OpenAiError };

const maxFileBytes = 200 * 1024 * 1024;

const batchSchema = z.strictObject({
  input_file_id: z.string(),
  endpoint: z.literal("/v1/chat/completions"),
  completion_window: z.literal("24h"),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
  output_expires_after: z.unknown().optional(),
});

/** OpenAI's Files and Batches. @see https://platform.openai.com/docs/guides/batch */
export function addBatchRoutes(router: Router, deps: Deps): void {
  const { state, now } = deps;
  const on = (method: string, path: string, operation: string, work: (http: HttpRequest) => Promise<Done> | Done) =>
    router.on(method, path, (http) => answerLane(deps, http, operation, work));

  on("POST", "/v1/files", "files.create", async ({ req }) => {
    const { fields, files, filenames } = readMultipart(
      req.headers["content-type"],
      await readBody(req, maxFileBytes + 10_000),
    );
    if (fields.purpose !== "batch") return refuse(400, "'purpose' must be 'batch'.", "purpose");
    if (files.file === undefined) return refuse(400, "'file' is a required property.", "file");
    const id = `file-${randomBytes(9).toString("hex")}`;
    const createdAt = Math.floor(now() / 1_000);
    const file = { id, filename: filenames.file ?? "", purpose: "batch", createdAt, content: Buffer.from(files.file) };
    state.files.set(id, file);
    return { subject: id, body: fileObject(file) };
  });
  on("GET", "/v1/files", "files.list", ({ url }) => {
    const purpose = url.searchParams.get("purpose");
    const files = [...state.files.values()].reverse().filter((file) => purpose === null || file.purpose === purpose);
    return { subject: "", body: page(files, url, fileObject) };
  });
  on("GET", "/v1/files/:id", "files.retrieve", ({ params }) => {
    const file = state.files.get(params.id ?? "");
    return file ? { subject: file.id, body: fileObject(file) } : noSuchFile(params.id);
  });
  on("GET", "/v1/files/:id/content", "files.content", ({ params }) => {
    const file = state.files.get(params.id ?? "");
    return file ? { subject: file.id, bytes: file.content } : noSuchFile(params.id);
  });
  on("DELETE", "/v1/files/:id", "files.delete", ({ params }) => {
    const id = params.id ?? "";
    return state.files.delete(id) ? { subject: id, body: { id, object: "file", deleted: true } } : noSuchFile(id);
  });

  on("POST", "/v1/batches", "batches.create", async ({ req }) => {
    const parsed = batchSchema.safeParse(await readJson(req));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refuse(400, `Invalid value: ${issue?.message}`, issue?.path.join(".") ?? null);
    }
    const { input_file_id: inputFileId, endpoint, completion_window: window, metadata } = parsed.data;
    const file = state.files.get(inputFileId);
    if (file?.purpose !== "batch") return noSuchFile(inputFileId, 400);
    await fetchPictures(state.looks, picturesIn(file.content.toString("utf8")));
    const batch: SandboxBatch = {
      id: `batch_${randomBytes(12).toString("hex")}`,
      inputFileId,
      endpoint,
      window,
      metadata: metadata ?? null,
      status: "validating",
      at: { created: now(), validating: now() },
      delayMs: state.settings.batchDelayMs,
      lines: [],
      answered: 0,
      outputs: [],
      problems: [],
      counts: { total: 0, completed: 0, failed: 0 },
      outputFileId: null,
      errorFileId: null,
      errors: [],
      fault: undefined,
    };
    state.batches.set(batch.id, batch);
    return { subject: batch.id, body: batchObject(batch) };
  });
  on("GET", "/v1/batches", "batches.list", ({ url }) => {
    const batches = [...state.batches.values()].reverse();
    return { subject: "", body: page(batches, url, batchObject) };
  });
  on("GET", "/v1/batches/:id", "batches.retrieve", ({ params }) => {
    const batch = state.batches.get(params.id ?? "");
    if (batch === undefined) return refuse(404, `No batch found with id '${params.id}'.`);
    return { subject: batch.id, body: batchObject(batch) };
  });
  on("POST", "/v1/batches/:id/cancel", "batches.cancel", ({ params }) => {
    const batch = state.batches.get(params.id ?? "");
    if (batch === undefined) return refuse(404, `No batch found with id '${params.id}'.`);
    if (!cancelBatch(deps, batch)) return refuse(409, `Cannot cancel a batch with status '${batch.status}'.`);
    return { subject: batch.id, body: batchObject(batch) };
  });
}

/** Key, faults, the work, the record of it, and the answer, in this order. */
async function answerLane(
  { state, now }: Deps,
  http: HttpRequest,
  operation: string,
  work: (http: HttpRequest) => Promise<Done> | Done,
): Promise<void> {
  const { req, res } = http;
  const call: LaneCall = { at: now(), operation, subject: http.params.id ?? "", status: 0, outcome: "ok" };
  state.laneCalls.push(call);
  const fail = (error: OpenAiError, outcome: string) => {
    call.status = error.status;
    call.outcome = outcome;
    sendJson(res, error.status, error.body, error.headers);
  };
  if (!state.settings.batches) {
    return fail(openAiError(404, `Unknown request URL: ${req.method} ${req.url}.`), "refused_request");
  }
  const refused = refuseKey(req);
  if (refused) return fail(refused, "refused_request");
  const fault = state.faults.strike({ operation }, laneFaultKinds);
  const failed = fault && errorOfFault(fault.kind, fault.retryAfterSeconds);
  if (failed) return fail(failed, fault.kind);
  if (fault?.kind === "stall") {
    call.outcome = "stall";
    return;
  }
  // Batches are worked on whether or not anybody asks for them.
  for (const batch of state.batches.values()) advanceBatch({ state, now }, batch);
  const done = await work(http);
  if ("refused" in done) return fail(done.refused, "refused_request");
  call.subject = done.subject;
  if (fault?.kind === "lost_answer") {
    call.outcome = "lost_answer";
    res.destroy();
    return;
  }
  call.status = 200;
  if ("body" in done) return sendJson(res, 200, done.body);
  res.writeHead(200, { "content-type": "application/octet-stream", "content-length": done.bytes.byteLength });
  res.end(done.bytes);
}

/** Addresses of the pictures in a batch's lines: fetched beforehand, since its lines are answered at once. */
function picturesIn(lines: string): string[] {
  return lines.split("\n").flatMap((line) => {
    if (!line.includes('"image_url"')) return [];
    const read = readChatRequest(bodyOf(line));
    return "request" in read ? pictureUrls(read.request) : [];
  });
}

function bodyOf(line: string): unknown {
  try {
    return z.object({ body: z.unknown() }).parse(JSON.parse(line)).body;
  } catch {
    return undefined;
  }
}

/** Newest first, `limit` of them after the one named `after`. */
function page<T extends { id: string }>(all: T[], url: URL, show: (one: T) => object): object {
  const after = url.searchParams.get("after");
  const limit = Math.min(100, Number(url.searchParams.get("limit") ?? 20));
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const rows = all.slice(from, from + limit);
  return {
    object: "list",
    data: rows.map(show),
    first_id: rows[0]?.id ?? null,
    last_id: rows.at(-1)?.id ?? null,
    has_more: from + limit < all.length,
  };
}

function refuse(status: number, message: string, param: string | null = null): { refused: OpenAiError } {
  return { refused: openAiError(status, message, { param }) };
}

function noSuchFile(id: string | undefined, status = 404): { refused: OpenAiError } {
  return refuse(status, `No such File object: ${id}`, "id");
}
