import { z } from "zod";
import { createRandom, hashText } from "../../shared/random.ts";
import { batchFaultKinds, type ModelState } from "../model-state.ts";
import { answerLine } from "./answer-line.ts";
import type { BatchInputLine, BatchStatus, SandboxBatch } from "./batch.ts";

const wholeBatchKinds = batchFaultKinds.filter((kind) => kind !== "batch_line_error");

interface Deps {
  state: ModelState;
  now: () => number;
}

/** The status of a batch after which share of its delay. */
const validatedAfter = 0.1;
const finalizingAfter = 0.8;

/**
 * Carries a batch on to where it stands by now: validating → in_progress → finalizing → completed, or to one of its other
 * ends. Lines are answered, and so paid for, as its time goes by.
 */
export function advanceBatch(deps: Deps, batch: SandboxBatch): void {
  const elapsed = deps.now() - (batch.at.created ?? 0);
  const share = batch.delayMs === 0 ? 1 : elapsed / batch.delayMs;
  if (batch.status === "validating" && share >= validatedAfter) validate(deps, batch);
  if (batch.status === "in_progress") {
    const part = Math.min(1, (share - validatedAfter) / (finalizingAfter - validatedAfter));
    const half = Math.floor(batch.lines.length / 2);
    const upTo = batch.fault === "batch_expired" ? half : Math.floor(batch.lines.length * part);
    answerUpTo(deps, batch, upTo);
    if (share >= finalizingAfter) enter(deps, batch, "finalizing");
  }
  if (batch.status === "finalizing" && share >= 1) end(deps, batch, batch.fault ? "expired" : "completed");
  else if (batch.status === "cancelling") end(deps, batch, "cancelled");
}

/** @returns false when the batch had ended already */
export function cancelBatch(deps: Deps, batch: SandboxBatch): boolean {
  advanceBatch(deps, batch);
  if (!["validating", "in_progress", "finalizing"].includes(batch.status)) return false;
  enter(deps, batch, "cancelling");
  return true;
}

function enter(deps: Deps, batch: SandboxBatch, status: BatchStatus): void {
  batch.status = status;
  batch.at[status] = deps.now();
}

const lineSchema = z.object({
  custom_id: z.string().min(1),
  method: z.literal("POST"),
  url: z.string(),
  body: z.record(z.string(), z.unknown()),
});

function validate(deps: Deps, batch: SandboxBatch): void {
  const { state } = deps;
  const struck = state.faults.strike({ operation: "batch" }, wholeBatchKinds)?.kind;
  const file = state.files.get(batch.inputFileId);
  const fail = (code: string, message: string, line: number | null = null) =>
    batch.errors.push({ code, message, param: null, line });
  if (struck === "batch_failed") fail("server_error", "The batch could not be processed.");
  else if (struck === "batch_token_limit") fail("token_limit_exceeded", "Enqueued token limit reached for this model.");
  else if (file === undefined) fail("invalid_input_file", "The input file was not found.");
  else batch.lines = readLines(file.content.toString("utf8"), batch.endpoint, fail);
  batch.fault = struck;
  batch.counts.total = batch.errors.length > 0 ? 0 : batch.lines.length;
  enter(deps, batch, batch.errors.length > 0 ? "failed" : "in_progress");
}

function readLines(
  text: string,
  endpoint: string,
  fail: (code: string, message: string, line: number) => void,
): BatchInputLine[] {
  const seen = new Set<string>();
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) fail("empty_file", "The input file has no requests.", 0);
  if (lines.length > 50_000) fail("too_many_tasks", "The input file has more than 50,000 requests.", 50_001);
  const read = lines.flatMap((line, at) => {
    const parsed = lineSchema.safeParse(parse(line));
    if (!parsed.success) {
      fail("invalid_json_line", "This line is not a request.", at + 1);
      return [];
    }
    const { custom_id: customId, url, body } = parsed.data;
    if (url !== endpoint) fail("mismatched_endpoint", `The URL ${url} is not the batch's endpoint.`, at + 1);
    if (seen.has(customId)) fail("duplicate_custom_id", "The custom_id of this line is not unique.", at + 1);
    seen.add(customId);
    return [{ customId, body }];
  });
  return createRandom(hashText(text)).shuffle(read);
}

function answerUpTo(deps: Deps, batch: SandboxBatch, upTo: number): void {
  for (; batch.answered < upTo; batch.answered++) {
    const line = batch.lines[batch.answered];
    if (line === undefined) continue;
    const { ok, json } = answerLine(deps, batch.id, line);
    (ok ? batch.outputs : batch.problems).push(json);
    batch.counts[ok ? "completed" : "failed"] += 1;
  }
}

/** Writes the files. Lines that were not answered in time go to the error file of an expired batch. */
function end(deps: Deps, batch: SandboxBatch, status: "completed" | "expired" | "cancelled"): void {
  if (status === "expired") {
    for (const { customId } of batch.lines.slice(batch.answered)) {
      const message = "This request could not be executed before the completion window expired.";
      const error = { code: "batch_expired", message };
      batch.problems.push(JSON.stringify({ id: `batch_req_${customId}`, custom_id: customId, response: null, error }));
      batch.counts.failed += 1;
    }
  }
  batch.outputFileId = writeFile(deps, batch, "output", batch.outputs);
  batch.errorFileId = writeFile(deps, batch, "error", batch.problems);
  enter(deps, batch, status);
}

function writeFile({ state, now }: Deps, batch: SandboxBatch, what: string, lines: string[]): string | null {
  if (lines.length === 0) return null;
  const id = `file-${what}-${batch.id}`;
  const content = Buffer.from(`${lines.join("\n")}\n`);
  const filename = `${batch.id}_${what}.jsonl`;
  state.files.set(id, { id, filename, purpose: "batch_output", createdAt: Math.floor(now() / 1_000), content });
  return id;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
