import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../db/open.ts";
import { run } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { isOperationalError } from "../../lib/errors.ts";
import { wait } from "../../lib/retry.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { type BulkEvidence, isWhole } from "../../shopify/bulk-evidence.ts";
import { type BulkState, openBulkResult, pollBulkOperation, startBulkQuery } from "../../shopify/bulk-query.ts";
import {
  type ListedResourceType,
  type ProductResourceType,
  productResourceTypes,
  readTranslatableLine,
  type TranslationTarget,
  translationsBulkDocument,
} from "../../shopify/operations/index.ts";
import { numberOf } from "../bulk-line.ts";
import { importMetafields, stageRead } from "./import-metafields.ts";
import { type ReadResource, readResource, resourceName, storeRead } from "./store-read.ts";
import { sweepGoneOwners, sweepTargets } from "./sweep-translations.ts";
import { targetsPerQuery, targetsToImport } from "./translation-targets.ts";
import type {
  TranslationsCheckpoint,
  TranslationsContext,
  TranslationsDeps,
  TypeOutcome,
} from "./translations-context.ts";

export interface ImportedTranslations {
  /** texts of a product for a language and market that were written or removed, counted by row */
  changed: number;
  /** Shopify delivered only a part, or one that could not be read: nothing that is missing there was removed */
  partial: boolean;
  /** the shop has not let the app read translations: all of them were left as they are */
  denied: boolean;
  /** Shopify does not know one of the questions any more: asking again does not help */
  refused: boolean;
}

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
 * metafields and images are put aside until their product's line comes. Metafields are asked for by their ids. Goes on where an earlier attempt stopped.
 * @throws OperationalError of the Admin API, when it may be tried again
 */
export async function importTranslations(
  deps: TranslationsDeps,
  context: TranslationsContext,
): Promise<ImportedTranslations> {
  const { db, clock, logger } = deps;
  const { shop, signal } = context;
  const state = context.checkpoint ?? newCheckpoint(await db.do(targetsToImport(shop)), clock.now());
  const groups = Math.ceil(state.targets.length / targetsPerQuery);
  const types = productResourceTypes.length;
  for (; state.step < groups * types; await nextQuery()) {
    const type = productResourceTypes[state.step % types] ?? "PRODUCT";
    const group = Math.floor(state.step / types);
    const targets = state.targets.slice(group * targetsPerQuery, (group + 1) * targetsPerQuery);
    const outcome =
      type === "METAFIELD"
        ? await importMetafields(deps, context, state, targets)
        : await readType(deps, context, state, { type, targets });
    if (outcome === "denied") {
      logger.warn({ shop }, "the shop has not let the app read translations: they are left as they are");
      return { changed: state.changed, partial: false, denied: true, refused: false };
    }
    if (outcome === "partial" || outcome === "refused") {
      state.partial = true;
      state.refused ||= outcome === "refused";
      state.incomplete.push(type);
      logger.warn({ shop, reason: type }, "translations were delivered in part: what is missing is not removed");
    }
  }
  await dropStaged(db, shop);
  state.changed += await sweepTargets({ db }, { shop, signal });
  if (!state.partial) await sweepGoneOwners({ db }, { shop, signal });
  return { changed: state.changed, partial: state.partial, denied: false, refused: state.refused };

  async function nextQuery(): Promise<void> {
    state.step++;
    Object.assign(state, { operationId: null, line: 0, after: "" });
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
    ...{ incomplete: [], staged: 0, changed: 0, partial: false, refused: false, after: "" },
  };
}

interface Query {
  type: ListedResourceType;
  targets: readonly TranslationTarget[];
}

async function readType(
  deps: TranslationsDeps,
  context: TranslationsContext,
  state: TranslationsCheckpoint,
  query: Query,
): Promise<TypeOutcome> {
  const { db, clock } = deps;
  const { shop, signal } = context;
  if (state.operationId === null) {
    if (state.step % productResourceTypes.length === 0) {
      await dropStaged(db, shop);
      state.startedAt = clock.now();
    }
    const document = translationsBulkDocument(query.type, query.targets);
    const started = await start(deps.admin, document, signal);
    if (started === "denied" || started === "refused") return started;
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
  { admin }: TranslationsDeps,
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
  { db, logger }: TranslationsDeps,
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
      await db.transact({ shop }, () => stageRead(shop, read));
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

const dropSql = `DELETE FROM import_translations WHERE shop = @shop AND resource IN
  (SELECT resource FROM import_translations WHERE shop = @shop LIMIT 1000)`;

async function dropStaged(db: Db, shop: ShopDomain): Promise<void> {
  while ((await db.transact({ shop }, () => run(dropSql, { shop }))) > 0) await wait(0);
}
