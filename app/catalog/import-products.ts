import type { Db } from "../db/open.ts";
import { enqueueUnlessWaiting } from "../jobs/enqueue-unless-waiting.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError, OperationalError } from "../lib/errors.ts";
import type { Logger } from "../lib/logger.ts";
import { wait } from "../lib/retry.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { type BulkEvidence, isWhole } from "../shopify/bulk-evidence.ts";
import { type BulkState, openBulkResult, pollBulkOperation, startBulkQuery } from "../shopify/bulk-query.ts";
import { productsBulkDocument } from "../shopify/operations/index.ts";
import { dropOldFacets, dropStagedLines, finishImport, updateShop } from "./finish-import.ts";
import { type ImportCheckpoint, importCheckpointSchema, newImportCheckpoint } from "./import-checkpoint.ts";
import { type ImportCounts, productsOf } from "./import-counts.ts";
import { type ImportLinesInput, importLines } from "./import-lines.ts";
import { refreshLanguagesJob } from "./jobs.ts";
import { mergeChildren } from "./merge-children.ts";
import { createReferenceNames, type ReferenceNames } from "./reference-names.ts";
import { sweepGone } from "./sweep-gone.ts";
import { readTextPlaces } from "./text-places.ts";
import { type ImportedTranslations, importTranslations } from "./translations/import-translations.ts";
import { readLanguages } from "./translations/read-languages.ts";
import { refreshTypeLimits } from "./translations/refresh-type-limits.ts";
import { translatedLocalesOf } from "./translations/shop-languages.ts";

export interface ImportDeps {
  db: Db;
  clock: Clock;
  fetch: typeof fetch;
  logger: Logger;
  admin: AdminApi;
}

/** The part of a job's item that an import needs. */
export interface ImportRunContext {
  shop: ShopDomain;
  signal: AbortSignal;
  checkpoint: unknown;
  saveCheckpoint(value: unknown): Promise<void>;
  progress(progress: { done: number; total: number | null; label: string }): Promise<void>;
  assertStillWanted(): Promise<void>;
}

export interface ImportResult extends ImportCounts {
  /** absent in a shop of one language */
  translations?: ImportedTranslations | undefined;
  /** no longer in the shop */
  gone: number;
  /** Shopify delivered only a part, or one that could not be read: nothing was marked as gone */
  partial: boolean;
}

/** Transactions between two checkpoints: what a crash has read again, about a second of work. */
const storesPerCheckpoint = 10;
const pollMs = { first: 250, longest: 5_000 };

/**
 * Imports a shop's whole catalogue: bulk query → streamed lines → products, then late children, then the sweep of what is
 * gone. Goes on where an earlier attempt stopped.
 * @throws OperationalError of the Admin API, `import_failed` when Shopify could not run the query
 */
export async function importProducts(deps: ImportDeps, context: ImportRunContext): Promise<ImportResult> {
  const { shop, signal } = context;
  deps.db.saveMemory();
  const state = await resumeOrStart(deps, context);
  const names = createReferenceNames(deps.admin);
  const unreadable = noteUnreadable(deps, shop);
  if (!state.loaded) await load(deps, context, state, { names, unreadable });
  const { importId, startedAt, barcodes, translated } = state;
  const input = { shop, importId, startedAt, barcodes, translated, signal };
  const products = () => productsOf(state.counts);
  await mergeChildren(deps, {
    ...input,
    counts: state.counts,
    names,
    unreadable,
    async merged(orphans) {
      if (orphans > 0 && !state.partial) {
        state.partial = true;
        deps.logger.warn({ shop, count: orphans }, "the bulk result lacks products whose variants or images it has");
        await context.saveCheckpoint(state);
      }
      await context.progress({ done: products(), total: null, label: "Joining variants and images" });
    },
  });
  if (state.counts.unreadable > 0) {
    if (products() === 0) {
      await context.saveCheckpoint(null);
      throw refusal("UNREADABLE");
    }
    state.partial = true;
  }
  await context.assertStillWanted();
  const gone = state.gone ?? (state.partial ? 0 : await sweepGone(deps, input));
  if (!state.partial) await dropOldFacets(deps, shop, state.startedAt);
  state.gone = gone;
  const translations = translated ? await readTranslations(deps, context, state) : undefined;
  await finishImport(deps, shop);
  deps.logger.info({ shop, count: products(), outcome: state.partial ? "partial" : "whole" }, "import finished");
  return {
    ...state.counts,
    gone,
    partial: state.partial,
    ...(translations ? { translations } : {}),
  };
}

async function readTranslations(
  deps: ImportDeps,
  context: ImportRunContext,
  state: ImportCheckpoint,
): Promise<ImportedTranslations> {
  const { shop, signal } = context;
  return importTranslations(deps, {
    shop,
    signal,
    checkpoint: state.translations,
    async saveCheckpoint(translations) {
      state.translations = translations;
      await context.saveCheckpoint(state);
      await context.assertStillWanted();
    },
    productsInPart: state.partial,
    progress: (resources) =>
      context.progress({
        done: productsOf(state.counts),
        total: null,
        label: `${resources.toLocaleString("en")} resources read for translations`,
      }),
  });
}

/** Whoever runs the app finds out which products and why, a few of them: thousands have one reason. */
function noteUnreadable({ logger }: ImportDeps, shop: ShopDomain): ImportLinesInput["unreadable"] {
  let left = 20;
  return (productId, reason) => {
    if (left-- <= 0) return;
    logger.error({ shop, ...(productId ? { productId } : {}), reason }, "a line of the bulk result could not be read");
  };
}

async function resumeOrStart(deps: ImportDeps, context: ImportRunContext): Promise<ImportCheckpoint> {
  const saved = importCheckpointSchema.safeParse(context.checkpoint);
  if (saved.success && saved.data.operationId !== null) return saved.data;
  const { shop, signal } = context;
  await context.progress({ done: 0, total: null, label: "Asking Shopify for the catalogue" });
  const barcodes = await updateShop(deps, shop, signal);
  if ((await readLanguages(deps, { shop, signal })) === "rebuilding") await readLanguagesLater(deps, shop);
  await refreshTypeLimits(deps, { shop, signal });
  await dropStagedLines(deps, shop);
  const translated = (await deps.db.do(translatedLocalesOf(shop))).length > 0;
  const state = newImportCheckpoint(deps.clock, { barcodes, translated });
  const start = async () => {
    const document = productsBulkDocument(await deps.db.do(readTextPlaces(shop)), state.barcodes, translated);
    return startBulkQuery(deps.admin, document, { signal });
  };
  state.operationId = await start().catch((error: unknown) => {
    // Barcodes are no nodes, which Shopify's guide wants of every list in a bulk query.
    if (!isRefusal(error) || state.barcodes === "first") throw error;
    deps.logger.warn({ shop }, "the bulk query was refused with barcodes: importing the first one of each variant");
    state.barcodes = "first";
    return start();
  });
  await context.saveCheckpoint(state);
  return state;
}

/** Shopify arranges the markets anew at this moment: that is read apart, and the import goes on. */
async function readLanguagesLater({ db, clock }: ImportDeps, shop: ShopDomain): Promise<void> {
  await enqueueUnlessWaiting(
    { db, clock },
    {
      ...{ shop, job: refreshLanguagesJob, title: "Read languages and markets again", payload: {}, priority: 1 },
      item: { subject: shop, payload: null },
    },
  );
}

function isRefusal(error: unknown): boolean {
  return isOperationalError(error) && error.code === "shopify_bad_request";
}

async function load(
  deps: ImportDeps,
  context: ImportRunContext,
  state: ImportCheckpoint,
  { names, unreadable }: { names: ReferenceNames; unreadable: ImportLinesInput["unreadable"] },
): Promise<void> {
  const { shop, signal } = context;
  const result = await awaitResult(deps, context, state);
  if (result.kind === "partial") {
    state.partial = true;
    deps.logger.warn({ shop, code: result.errorCode }, "the bulk query broke off: importing what there is");
  }
  const found: { evidence: BulkEvidence } = { evidence: { bytes: 0, lines: 0, lastLineWhole: true } };
  if (result.url !== null) {
    let stores = 0;
    const { importId, startedAt, barcodes, counts, translated } = state;
    const loading = importLines(deps, {
      shop,
      importId,
      startedAt,
      barcodes,
      translated,
      counts,
      names,
      unreadable,
      signal,
      fromLine: state.line,
      lines: openBulkResult(deps, result.url, {
        fromLine: state.line,
        signal,
        ended(evidence) {
          found.evidence = evidence;
        },
      }),
      async stored(line) {
        state.line = line;
        if (++stores % storesPerCheckpoint !== 0) return;
        await context.saveCheckpoint(state);
        const label = `${productsOf(counts).toLocaleString("en")} products imported`;
        await context.progress({ done: line, total: Math.max(line, result.objectCount), label });
      },
    });
    await loading.catch((error: unknown) => forgetIfGone(context, error));
  }
  if (!isWhole(found.evidence, result) && !state.partial) {
    // Better to keep a product that is gone than to call one gone whose line we never saw.
    state.partial = true;
    deps.logger.warn({ shop, count: found.evidence.lines }, "the bulk result was cut off");
  }
  state.loaded = true;
  await context.saveCheckpoint(state);
}

type Result = Extract<BulkState, { kind: "completed" | "partial" }>;

async function awaitResult(deps: ImportDeps, context: ImportRunContext, state: ImportCheckpoint): Promise<Result> {
  for (let pauseMs = pollMs.first; ; pauseMs = Math.min(pauseMs * 1.5, pollMs.longest)) {
    const found = await pollBulkOperation(deps.admin, state.operationId ?? "", { signal: context.signal });
    if (found.kind === "completed" || found.kind === "partial") return found;
    if (found.kind !== "running") {
      await context.saveCheckpoint(null);
      throw refusal(found.kind === "failed" ? found.errorCode : "CANCELED");
    }
    const label = `Shopify is preparing the catalogue: ${found.objectCount.toLocaleString("en")} objects so far`;
    await context.progress({ done: 0, total: null, label });
    await wait(pauseMs, context.signal);
  }
}

/** A link that is no longer valid makes the next attempt begin with a new query. */
async function forgetIfGone(context: ImportRunContext, error: unknown): Promise<never> {
  if (!isOperationalError(error) || error.code !== "shopify_bulk_gone") throw error;
  await context.saveCheckpoint(null);
  throw refusal("EXPIRED");
}

function refusal(errorCode: string): OperationalError {
  const denied = errorCode === "ACCESS_DENIED";
  const unreadable = errorCode === "UNREADABLE";
  return new OperationalError(`the bulk query ended with ${errorCode}`, {
    code: "import_failed",
    retryable: !denied && !unreadable,
    // The storage of results may be out of order rather than the link too old: it costs no attempt.
    outageOf: errorCode === "EXPIRED" ? "shopify" : undefined,
    merchantMessage: denied
      ? "Shopify refused the export: open the app again to grant it access to products, then import again."
      : unreadable
        ? "No product could be read, because Shopify described them all in a way that Shelfwright does not know. Tell whoever runs this app: its log says what is wrong."
        : "Shopify could not export the catalogue.",
  });
}
