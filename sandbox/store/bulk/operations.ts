import { randomUUID } from "node:crypto";
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { GraphQLError } from "graphql";

export type BulkStatus = "CREATED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELING" | "CANCELED";

export interface BulkOperationRecord {
  __typename: "BulkOperation";
  id: number;
  type: "QUERY" | "MUTATION";
  status: BulkStatus;
  errorCode: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT" | null;
  query: string;
  createdAt: number;
  completedAt: number | null;
  objectCount: number;
  rootObjectCount: number;
  fileBytes: number;
  hasFile: boolean;
  partial: boolean;
}

/** What a run reports while it goes on, and where it writes. */
export interface BulkProgress {
  file: string;
  cancelled(): boolean;
  /** Counts objects; called often. */
  count(objects: number, roots: number): void;
}

export type BulkWork = (progress: BulkProgress) => Promise<void>;
export const bulkFaultKinds = ["bulk_failed", "bulk_partial", "bulk_truncated", "bulk_unreadable"] as const;
/** The operation succeeds nevertheless. */
const quietFaults: readonly BulkFault[] = [undefined, "bulk_truncated", "bulk_unreadable"];
export type BulkFault = (typeof bulkFaultKinds)[number] | undefined;

export interface BulkOperations {
  list(): BulkOperationRecord[];
  get(id: number): BulkOperationRecord | undefined;
  running(type: BulkOperationRecord["type"]): number;
  start(type: BulkOperationRecord["type"], query: string, work: BulkWork): BulkOperationRecord;
  cancel(id: number): BulkOperationRecord | undefined;
  /** Result of a finished operation as a stream; undefined when there is none. */
  open(id: number): Readable | undefined;
  /** Waits for the work that goes on, and ends it when its time has come. */
  settled(): Promise<void>;
  /** Moves operations on after the clock was moved. */
  tick(): void;
  close(): void;
}

export interface BulkDeps {
  now: () => number;
  nextId: () => number;
  /** How long an operation takes at least, in milliseconds. */
  delayMs: number;
  fault: (type: BulkOperationRecord["type"]) => BulkFault;
  /** `objectCount` counts objects that have no line of their own, too */
  countsMore: () => boolean;
  onFinish: (operation: BulkOperationRecord) => void;
}

let folder: string | undefined;
/** Results lie in files, so that 200,000 products need no memory; the folder is removed when the process ends. */
function resultFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "sandbox-bulk-"));
    folder = made;
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  }
  return folder;
}

/** A run that failed in the middle: the first half of its lines is there. */
function keepHalf(o: BulkOperationRecord, file: string): void {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const kept = lines.slice(0, Math.ceil(lines.length / 2));
  writeFileSync(file, `${kept.join("\n")}\n`);
  o.objectCount = kept.length;
  o.rootObjectCount = kept.filter((line) => !line.includes('"__parentId":')).length;
}

/** The end of the file is lost, in the middle of a line, and nobody says so: status and size are those of the whole. */
function cutOff(file: string): void {
  const text = readFileSync(file);
  writeFileSync(file, text.subarray(0, Math.floor(text.byteLength * 0.6)));
}

/** Leaves out what the schema promises in one product's line, and breaks off a line of another one; the size stays. */
function spoilLines(file: string): void {
  const lines = readFileSync(file, "utf8").split("\n");
  const own = lines.findIndex((line) => /"handle":"/.test(line) && !line.includes("__parentId"));
  const child = lines.findLastIndex((line) => line.includes('"gid://shopify/ProductVariant/'));
  lines[own] = lines[own]?.replace(/"handle":"[^"]*"/, (field) => '"handle":null'.padEnd(field.length)) ?? "";
  lines[child] = lines[child]?.replace(/\}$/, " ") ?? "";
  writeFileSync(file, lines.join("\n"));
}

/** The bulk operations of one shop: CREATED → RUNNING → COMPLETED, FAILED or CANCELED. */
export function createBulkOperations(deps: BulkDeps): BulkOperations {
  const all = new Map<number, BulkOperationRecord>();
  const files = new Map<number, string>();
  const going = new Map<number, { done: boolean; fault: BulkFault; work: Promise<void> }>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const ended = (o: BulkOperationRecord) => ["COMPLETED", "FAILED", "CANCELED"].includes(o.status);

  function finish(o: BulkOperationRecord, status: BulkStatus): void {
    o.status = status;
    o.completedAt = deps.now();
    going.delete(o.id);
    deps.onFinish(o);
  }

  function tick(): void {
    for (const [id, run] of going) {
      const o = all.get(id) as BulkOperationRecord;
      const age = deps.now() - o.createdAt;
      if (o.status === "CREATED" && age >= deps.delayMs / 2) o.status = "RUNNING";
      if (o.status === "CANCELING" && run.done) finish(o, "CANCELED");
      else if (run.done && age >= deps.delayMs) {
        if (quietFaults.includes(run.fault) && o.errorCode === null) finish(o, "COMPLETED");
        else {
          o.errorCode ??= "INTERNAL_SERVER_ERROR";
          o.partial = run.fault === "bulk_partial" && o.objectCount > 0;
          o.hasFile = o.partial;
          finish(o, "FAILED");
        }
      }
    }
    if (going.size === 0 && timer) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  return {
    list() {
      tick();
      return [...all.values()];
    },
    get(id) {
      tick();
      return all.get(id);
    },
    running(type) {
      tick();
      return [...all.values()].filter((o) => o.type === type && !ended(o)).length;
    },
    start(type, query, work) {
      const o: BulkOperationRecord = {
        __typename: "BulkOperation",
        id: deps.nextId(),
        type,
        status: "CREATED",
        errorCode: null,
        query,
        createdAt: deps.now(),
        completedAt: null,
        objectCount: 0,
        rootObjectCount: 0,
        fileBytes: 0,
        hasFile: false,
        partial: false,
      };
      all.set(o.id, o);
      const file = join(resultFolder(), `${randomUUID()}.jsonl`);
      files.set(o.id, file);
      const fault = deps.fault(type);
      const progress: BulkProgress = {
        file,
        cancelled: () => closed || o.status === "CANCELING" || fault === "bulk_failed",
        count(objects, roots) {
          o.objectCount += objects;
          o.rootObjectCount += roots;
        },
      };
      const run = { done: false, fault, work: Promise.resolve() };
      going.set(o.id, run);
      run.work = work(progress)
        .then(() => {
          if (fault === "bulk_partial") keepHalf(o, file);
          o.hasFile = o.objectCount > 0;
          o.fileBytes = o.hasFile ? statSync(file).size : 0;
          if (fault === "bulk_truncated" && o.hasFile) cutOff(file);
          if (fault === "bulk_unreadable" && o.hasFile) spoilLines(file);
          if (deps.countsMore()) o.objectCount += o.rootObjectCount * 3;
        })
        .catch((error: unknown) => {
          const denied = error instanceof GraphQLError && error.extensions.code === "ACCESS_DENIED";
          o.errorCode = denied ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
        })
        .finally(() => {
          run.done = true;
          tick();
        });
      timer ??= setInterval(tick, 10).unref();
      return o;
    },
    cancel(id) {
      const o = all.get(id);
      if (o && !ended(o)) o.status = "CANCELING";
      return o;
    },
    open(id) {
      const o = all.get(id);
      const file = files.get(id);
      return o && ended(o) && o.hasFile && file ? createReadStream(file) : undefined;
    },
    async settled() {
      await Promise.all([...going.values()].map((run) => run.work));
      tick();
    },
    tick,
    close() {
      closed = true;
      if (timer) clearInterval(timer);
      for (const file of files.values()) rmSync(file, { force: true });
    },
  };
}
