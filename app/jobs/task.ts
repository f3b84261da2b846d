import type { ZodType } from "zod";
import type { PauseReason } from "../db/schema/index.ts";
import type { Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Provider } from "../lib/errors.ts";

/** How one item ended. Returned, not thrown: `defineTask` makes an outcome of an OperationalError that the work throws. */
export type ItemOutcome =
  /** `partial`: not all of it could be done; the job then ends as partly completed if this is its only item */
  | { outcome: "done"; partial?: boolean; result?: unknown; message?: string }
  /** something only a person can decide; counted on its own */
  | { outcome: "conflict"; message: string; result?: unknown }
  /** permanent: no further attempt helps */
  | { outcome: "failed"; code: string; message: string }
  /**
   * transient. With `waitMs` a provider asked for the wait: it costs no attempt; without, full-jitter backoff. `answered`: those
   * whom the kind needs did answer, only what is waited for is not there yet
   */
  | { outcome: "retry"; code: string; message: string; waitMs?: number; answered?: true }
  /**
   * a provider is out of reach: costs no attempt, and what needs the provider waits until it answers again. `waitMs`: it asked
   * for so long a wait
   */
  | { outcome: "stalled"; provider: Provider; code: string; message: string; waitMs?: number | undefined }
  /** waits until a person lifts the reason, e.g. billing or re-authorisation; costs no attempt */
  | { outcome: "paused"; reason: PauseReason; message: string };

export interface ItemProgress {
  done: number;
  /** null while unknown */
  total: number | null;
  label: string;
}

/** What a task may know and do while it works on one item. */
export interface ItemContext {
  shop: ShopDomain;
  jobId: JobId;
  seq: number;
  /** 1 for the first try */
  attempt: number;
  /** aborted when the job is cancelled, the lease is lost or the worker stops */
  signal: AbortSignal;
  /** what an earlier attempt saved, undefined at first */
  checkpoint: unknown;
  /** Stores where to continue after a crash. @throws LeaseLost */
  saveCheckpoint(value: unknown): Promise<void>;
  /** Shown to people; written at most twice a second. */
  progress(progress: ItemProgress): Promise<void>;
  /**
   * For a transaction that must not happen twice: its first step. Checks, inside the transaction, that this worker still
   * holds the lease and the job is not cancelled. @throws LeaseLost, JobCancelled
   */
  assertLease(): Steps<void>;
  /** The same outside a transaction, just before a call that changes the shop. @throws LeaseLost, JobCancelled */
  assertStillWanted(): Promise<void>;
}

/**
 * A kind of job, as those who start it and the one who does it know it: `enqueueJob` takes its payloads by these types, and the
 * worker parses by these schemas what was stored. It lives with the feature that starts it; `defineTask` adds what does the work.
 */
export interface JobDefinition<Payload, Item, Kind extends string = string> {
  kind: Kind;
  /** of the whole job. What an earlier version stored must still be read: new fields are optional or have defaults */
  payload: ZodType<Payload>;
  /** of one item; null where there is nothing to say of it */
  item: ZodType<Item>;
  /** default 5 */
  maxAttempts?: number;
  /** no two items with the same (shop, kind's group, subject) at once: one writer per product. Default: no group */
  exclusiveGroup?: string;
  /**
   * whose outage holds the whole kind back; an item of it that comes to any other end shows that they
   * answer. Default: nobody's
   */
  needs?: readonly Provider[];
  /** true for what must be done in the end, however long a provider is away. Default: given up after the worker's patience */
  neverGivesUp?: boolean;
  /**
   * true when a person waits for it in front of the screen: what only they can put right fails at once instead of being paused,
   * and an outage is an ordinary failed try
   */
  watched?: boolean;
}

/** Infers a definition's types from its name and schemas. */
export function defineJob<Payload, Item, Kind extends string>(
  definition: JobDefinition<Payload, Item, Kind>,
): JobDefinition<Payload, Item, Kind> {
  return definition;
}

/** A kind of job with what does one item of it. */
export interface Task<Payload, Item> extends JobDefinition<Payload, Item> {
  run(context: ItemContext, payload: Payload, item: Item): Promise<ItemOutcome>;
}

/** A task whose schemas are hidden: what the worker keeps in its registry. */
export type AnyTask = Task<unknown, unknown>;

export class LeaseLost extends Error {
  constructor() {
    super("the lease of this item went to another worker");
    this.name = "LeaseLost";
  }
}

export class JobCancelled extends Error {
  constructor() {
    super("the job was cancelled");
    this.name = "JobCancelled";
  }
}
