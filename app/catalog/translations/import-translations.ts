import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { manyOf, run, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { Logger } from "../../lib/logger.ts";
import { wait } from "../../lib/retry.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { type BulkEvidence, isWhole } from "../../shopify/bulk-evidence.ts";
import { type BulkState, openBulkResult, pollBulkOperation, startBulkQuery } from "../../shopify/bulk-query.ts";
import {
  type ProductResourceType,
  productResourceTypes,
  readTranslatableLine,
  type TranslationTarget,
  translationsBulkDocument,
} from "../../shopify/operations/index.ts";
import { numberOf } from "../bulk-line.ts";
import { type ReadResource, readResource, resourceName, storeRead } from "./store-read.ts";
import { sweepGoneOwners, sweepTargets } from "./sweep-translations.ts";
import { translationTargetsOf } from "./translation-targets.ts";

interface Deps {
  db: Db;
  clock: Clock;
  fetch: typeof fetch;
  logger: Logger;
  admin: AdminApi;
}

/** The part of an import that its translations need. */
export interface TranslationsContext {
  shop: ShopDomain;
  signal: AbortSignal;
  /** of an attempt before; null: from the beginning */
  checkpoint: TranslationsCheckpoint | null;
  saveCheckpoint(value: TranslationsCheckpoint): Promise<void>;
  progress(resources: number): Promise<void>;
}

export interface ImportedTranslations {
  /** texts of a product for a language and market that were written or removed, counted by row */
  changed: number;
  /** Shopify delivered only a part, or one that could not be read: nothing that is missing there was removed */
  partial: boolean;
  /** the shop has not let the app read translations: all of them were left as they are */
  denied: boolean;
}

const targetSchema = z.object({ locale: z.string(), market: z.string() });

/** How far the reading has come; kept with the import's own checkpoint. */
export const translationsCheckpointSchema = z.object({
  /** as they were when it began */
  targets: z.array(targetSchema),
  /** which query is next: for each group of targets one of each type */
  step: z.number().int(),
  operationId: z.string().nullable(),
  /** before Shopify was asked by the first query of the present group: as old may be what its lines say */
  startedAt: z.number(),
  /** lines of its result that are stored */
  line: z.number().int(),
  /** types of the present group that did not come whole */
  incomplete: z.array(z.enum(productResourceTypes)),
  /** resources of the present group that are put aside */
  staged: z.number().int(),
  changed: z.number().int(),
  partial: z.boolean(),
});
export type TranslationsCheckpoint = z.infer<typeof translationsCheckpointSchema>;

/** Targets of one query: each makes every line longer. */
const targetsPerQuery = 50;
/** Products written in one transaction. */
const batchProducts = 32;
const batchStaged = 200;
const storesPerCheckpoint = 20;
const pollMs = { first: 250, longest: 5_000 };

const kinds: Readonly<Record<ProductResourceType, string>> = {
  PRODUCT_OPTION: "ProductOption",
  PRODUCT_OPTION_VALUE: "ProductOptionValue",
  METAFIELD: "Metafield",
  MEDIA_IMAGE: "MediaImage",
  PRODUCT: "Product",
};

/**
 * Reads the translations of a shop's products, whose rows and parts are imported before, and keeps what differs: by a bulk query
 * for each kind of resource, since what hangs on a product cannot be asked for below it. Translations of options, values,
 * metafields and images are put aside until their product's line comes. Goes on where an earlier attempt stopped.
 * @throws OperationalError of the Admin API, when it may be tried again
 */
export async function importTranslations(deps: Deps, context: TranslationsContext): Promise<ImportedTranslations> {
  const { db, clock, logger } = deps;
  const { shop, signal } = context;
  const state = context.checkpoint ?? newCheckpoint(await db.do(translationTargetsOf(shop)), clock.now());
  const groups = Math.ceil(state.targets.length / targetsPerQuery);
  const types = productResourceTypes.length;
  for (; state.step < groups * types; await nextQuery()) {
    const type = productResourceTypes[state.step % types] ?? "PRODUCT";
    const group = Math.floor(state.step / types);
    const targets = state.targets.slice(group * targetsPerQuery, (group + 1) * targetsPerQuery);
    const outcome = await readType(deps, context, state, { type, targets });
    if (outcome === "denied") {
      logger.warn({ shop }, "the shop has not let the app read translations: they are left as they are");
      return { changed: state.changed, partial: false, denied: true };
    }
    if (outcome === "partial") {
      state.partial = true;
      state.incomplete.push(type);
      logger.warn({ shop, reason: type }, "translations were delivered in part: what is missing is not removed");
    }
  }
  await dropStaged(db, shop);
  state.changed += await sweepTargets({ db }, { shop, signal });
  if (!state.partial) await sweepGoneOwners({ db }, { shop, signal });
  return { changed: state.changed, partial: state.partial, denied: false };

  async function nextQuery(): Promise<void> {
    state.step++;
    Object.assign(state, { operationId: null, line: 0 });
    if (state.step % types === 0) {
      Object.assign(state, { incomplete: [], staged: 0 });
      await dropStaged(db, shop);
    }
    await context.saveCheckpoint(state);
  }
}

function newCheckpoint(targets: TranslationTarget[], now: number): TranslationsCheckpoint {
  return {
    ...{ targets, step: 0, operationId: null, startedAt: now, line: 0 },
    ...{ incomplete: [], staged: 0, changed: 0, partial: false },
  };
}

interface Query {
  type: ProductResourceType;
  targets: readonly TranslationTarget[];
}

async function readType(
  deps: Deps,
  context: TranslationsContext,
  state: TranslationsCheckpoint,
  query: Query,
): Promise<"whole" | "partial" | "denied"> {
  const { db, clock } = deps;
  const { shop, signal } = context;
  if (state.operationId === null) {
    if (state.step % productResourceTypes.length === 0) {
      await dropStaged(db, shop);
      state.startedAt = clock.now();
    }
    const document = translationsBulkDocument(query.type, query.targets);
    const started = await start(deps.admin, document, signal);
    if (started === "denied" || started === "refused") return started === "denied" ? "denied" : "partial";
    state.operationId = started.id;
    await context.saveCheckpoint(state);
  }
  const result = await awaitResult(deps, context, state.operationId);
  if (result.kind !== "completed" && result.kind !== "partial") {
    return result.kind === "failed" && result.errorCode === "ACCESS_DENIED" ? "denied" : "partial";
  }
  if (result.url === null) return "whole";
  let evidence: BulkEvidence = { bytes: 0, lines: 0, lastLineWhole: true };
  const ended = (found: BulkEvidence) => {
    evidence = found;
  };
  try {
    const lines = openBulkResult(deps, result.url, { fromLine: state.line, signal, ended });
    const unreadable = await storeLines(deps, context, state, { ...query, lines });
    return result.kind === "completed" && unreadable === 0 && isWhole(evidence, result) ? "whole" : "partial";
  } catch (error) {
    if (isOperationalError(error) && error.code === "shopify_bulk_gone") return "partial";
    throw error;
  }
}

async function start(
  admin: AdminApi,
  document: string,
  signal: AbortSignal,
): Promise<{ id: string } | "denied" | "refused"> {
  try {
    return { id: await startBulkQuery(admin, document, { signal }) };
  } catch (error) {
    if (isOperationalError(error) && error.code === "shopify_scope") return "denied";
    if (isOperationalError(error) && error.code === "shopify_bad_request") return "refused";
    throw error;
  }
}

async function awaitResult(
  { admin }: Deps,
  { signal }: TranslationsContext,
  operationId: string,
): Promise<Exclude<BulkState, { kind: "running" }>> {
  for (let pauseMs = pollMs.first; ; pauseMs = Math.min(pauseMs * 1.5, pollMs.longest)) {
    const found = await pollBulkOperation(admin, operationId, { signal });
    if (found.kind !== "running") return found;
    await wait(pauseMs, signal);
  }
}

/** @returns how many lines could not be read */
async function storeLines(
  { db, logger }: Deps,
  context: TranslationsContext,
  state: TranslationsCheckpoint,
  { type, targets, lines }: Query & { lines: AsyncIterable<string> },
): Promise<number> {
  const { shop, signal } = context;
  const isProducts = type === "PRODUCT";
  const incomplete = new Set(state.incomplete.map((one) => kinds[one]));
  let batch: [resource: string, read: ReadResource | null][] = [];
  let { line } = state;
  let stores = 0;
  let unreadable = 0;

  for await (const body of lines) {
    line++;
    try {
      const node = readTranslatableLine(body);
      const read = readResource(node, targets.length);
      if (isProducts) batch.push([numberOf(node.resourceId), read]);
      else if (read) batch.push([resourceName(node.resourceId), read]);
    } catch {
      if (unreadable++ === 0) logger.error({ shop, reason: type }, "a line of the translations could not be read");
    }
    if (batch.length >= (isProducts ? batchProducts : batchStaged)) await store();
  }
  await store();
  return unreadable;

  async function store(): Promise<void> {
    signal.throwIfAborted();
    const read = batch;
    batch = [];
    if (isProducts) {
      const parts = state.staged > 0 ? ("staged" as const) : ("none" as const);
      const products = new Map(read);
      const input = { shop, targets, products, parts, incomplete, asOf: state.startedAt };
      state.changed += await db.transact({ shop }, () => storeRead(input));
    } else {
      await db.transact({ shop }, () => stage(shop, read));
      state.staged += read.length;
    }
    state.line = line;
    await db.keepUp();
    if (++stores % storesPerCheckpoint === 0) {
      await context.saveCheckpoint(state);
      await context.progress(line);
    }
    await nextTurn();
  }
}

const stageSql = `INSERT INTO import_translations (shop, resource, body) VALUES (@shop, @resource, @body)
  ON CONFLICT (shop, resource) DO UPDATE SET body = excluded.body`;
const dropSql = `DELETE FROM import_translations WHERE shop = @shop AND resource IN
  (SELECT resource FROM import_translations WHERE shop = @shop LIMIT 1000)`;

function* stage(shop: string, read: readonly (readonly [string, ReadResource | null])[]): Steps<void> {
  yield* manyOf(stageSql, read, ([resource, found]) => ({ shop, resource, body: JSON.stringify(found) }));
}

async function dropStaged(db: Db, shop: ShopDomain): Promise<void> {
  while ((await db.transact({ shop }, () => run(dropSql, { shop }))) > 0) await wait(0);
}
