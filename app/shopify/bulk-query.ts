import { OperationalError } from "../lib/errors.ts";
import type { AdminApi } from "./admin-api.ts";
import { adminError } from "./admin-errors.ts";
import type { BulkEvidence } from "./bulk-evidence.ts";
import { type BulkOperation, cancelBulkOperation, readBulkOperation, runBulkQuery } from "./operations/index.ts";

/** The state of a bulk query. `url: null` in `completed` means that there are no objects. */
export type BulkState =
  | { kind: "running"; objectCount: number }
  | { kind: "completed"; url: string | null; objectCount: number; fileSize: number | null }
  /** it failed on the way: what there is may be imported, but nothing may be concluded from what is missing */
  | { kind: "partial"; url: string; objectCount: number; fileSize: null; errorCode: string }
  | { kind: "failed"; errorCode: string }
  | { kind: "cancelled" };

/**
 * Starts a bulk query. @returns its id
 * @throws OperationalError `shopify_bulk_busy` (retryable) when five run already, `shopify_bad_request` when Shopify refuses
 *   the query, and the codes of AdminApi
 */
export async function startBulkQuery(
  admin: AdminApi,
  query: string,
  options: { signal?: AbortSignal } = {},
): Promise<string> {
  const { bulkOperationRunQuery: answer } = await admin.run(runBulkQuery, { query }, options);
  const [refusal] = answer.userErrors;
  if (refusal) {
    if (refusal.code === "LIMIT_REACHED" || refusal.code === "OPERATION_IN_PROGRESS") {
      throw new OperationalError("five bulk queries run already", {
        code: "shopify_bulk_busy",
        retryable: true,
        retryAfterMs: 15_000,
        merchantMessage: "Shopify is busy with other exports of this shop.",
      });
    }
    throw adminError("shopify_bad_request", `the bulk query was refused: ${refusal.message}`);
  }
  if (!answer.bulkOperation) throw adminError("shopify_bad_answer", "the bulk query was neither started nor refused");
  return answer.bulkOperation.id;
}

/** Asks for the state of a bulk query. `bulk_operations/finish` is only a hint, so this is asked again and again. */
export async function pollBulkOperation(
  admin: AdminApi,
  id: string,
  options: { signal?: AbortSignal } = {},
): Promise<BulkState> {
  const { bulkOperation } = await admin.run(readBulkOperation, { id }, options);
  return bulkOperation ? bulkStateOf(bulkOperation) : { kind: "failed", errorCode: "NOT_FOUND" };
}

export async function stopBulkOperation(admin: AdminApi, id: string): Promise<void> {
  await admin.run(cancelBulkOperation, { id });
}

function bulkStateOf(operation: BulkOperation): BulkState {
  const { status, objectCount } = operation;
  const errorCode = operation.errorCode ?? status;
  if (status === "COMPLETED") {
    return { kind: "completed", url: operation.url ?? null, objectCount, fileSize: operation.fileSize ?? null };
  }
  if (status === "CANCELED" || status === "CANCELING") return { kind: "cancelled" };
  if (status === "FAILED" || status === "EXPIRED") {
    const url = operation.partialDataUrl;
    return url ? { kind: "partial", url, objectCount, fileSize: null, errorCode } : { kind: "failed", errorCode };
  }
  return { kind: "running", objectCount };
}

/** A stalled download is given up when nothing comes for so long. */
const idleTimeoutMs = 60_000;

/**
 * Streams the JSON lines of a bulk result without holding it in memory. After a crash, pass how many lines are done: they
 * are read over, since the result's server need not support ranges.
 * A last line that was cut off is not given out.
 * @param url valid for seven days
 * @param options.ended told at the end what the result was found to be
 * @throws OperationalError `shopify_bad_answer` when it is something else, `shopify_unavailable` when the download breaks: go on from the last line handled;
 *   `shopify_bulk_gone` when the link is no longer valid: run the query again
 */
export async function* openBulkResult(
  deps: { fetch: typeof fetch },
  url: string,
  options: { fromLine?: number; signal?: AbortSignal; ended?: (evidence: BulkEvidence) => void } = {},
): AsyncGenerator<string, void, undefined> {
  const { fromLine = 0, signal } = options;
  const idle = new AbortController();
  let timer = setTimeout(() => idle.abort(), idleTimeoutMs);
  const both = signal ? AbortSignal.any([signal, idle.signal]) : idle.signal;
  try {
    const body = await download(deps, url, both);
    const decoder = new TextDecoder();
    let rest = "";
    let number = 0;
    let bytes = 0;
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      bytes += chunk.byteLength;
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (number === 0) assertResult(line);
        if (number++ >= fromLine && line !== "") yield line;
      }
      timer = setTimeout(() => idle.abort(), idleTimeoutMs);
    }
    if (number === 0 && rest !== "") assertResult(rest);
    const lastLineWhole = rest === "" || isJson(rest);
    if (rest !== "" && lastLineWhole && number++ >= fromLine) yield rest;
    options.ended?.({ bytes, lines: number, lastLineWhole });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof OperationalError) throw error;
    throw adminError("shopify_unavailable", "the download of the bulk result broke off");
  } finally {
    clearTimeout(timer);
  }
}

/** A page of some proxy in between, with status 200, is no result. */
function assertResult(firstLine: string): void {
  if (!firstLine.startsWith("{")) throw adminError("shopify_bad_answer", "the bulk result is no list of JSON lines");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function download(
  deps: { fetch: typeof fetch },
  url: string,
  signal: AbortSignal,
): Promise<NonNullable<Response["body"]>> {
  const response = await deps.fetch(url, { signal });
  // The signed address answers 400 once it has expired.
  if ([400, 403, 404, 410].includes(response.status)) {
    throw new OperationalError(`the bulk result answered ${response.status}`, {
      code: "shopify_bulk_gone",
      retryable: false,
      merchantMessage: "Shopify's export is no longer available. Start the import again.",
    });
  }
  if (!response.ok || !response.body)
    throw adminError("shopify_unavailable", `the bulk result answered ${response.status}`);
  return response.body;
}
