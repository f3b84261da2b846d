import type { Db } from "../../db/open.ts";
import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Logger } from "../../lib/logger.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";

export interface ResourcesDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  admin: AdminApi;
}

/** The part of a job's item that the reading of texts needs. */
export interface ResourcesContext {
  shop: ShopDomain;
  signal: AbortSignal;
  /** of an attempt before; undefined: from the beginning */
  checkpoint: unknown;
  saveCheckpoint(value: unknown): Promise<void>;
  progress(progress: { done: number; total: number | null; label: string }): Promise<void>;
  /** the first step of each transaction: what a worker that lost its lease has read may be old */
  assertLease(): Steps<void>;
  assertStillWanted(): Promise<void>;
}
