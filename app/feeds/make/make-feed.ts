import { mkdir, rm } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../db/open.ts";
import { get, run, type Steps } from "../../db/steps.ts";
import type { ItemContext } from "../../jobs/task.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { newId } from "../../lib/id.ts";
import { type Feed, readFeed } from "../feed.ts";
import { readFeedScope } from "../feed-scope.ts";
import { feedFolder, runFiles } from "../files/feed-folder.ts";
import { finishFile } from "../files/finish-file.ts";
import { openPartFile, sizeOf } from "../files/part-file.ts";
import { mediaOf, rowWriter } from "../formats/row-writer.ts";
import { makeRows } from "../make-rows.ts";
import { findTemplate } from "../own-templates.ts";
import { readProducts } from "../read-products.ts";
import type { Row } from "../row.ts";
import { readSourceSign } from "../source-sign.ts";
import { type FeedCheckpoint, feedCheckpointSchema } from "./checkpoint.ts";
import { reportHead, reportLines } from "./report-line.ts";

export interface MakeFeedDeps {
  db: Db;
  clock: Clock;
  /** of all feeds */
  feedsFolder: string;
}

export type MadeFeed =
  | ({ kind: "made" } & Pick<FeedCheckpoint, "products" | "rows" | "leftOut" | "untranslated">)
  /** its feed or template is no longer there */
  | { kind: "gone" }
  /** a channel takes no file as large as this */
  | { kind: "too_large" };

/** A product has up to 2,048 variants: a page of so many stays small in memory, whatever they are. */
const pageProducts = 25;
/** After so many products the disk is asked to have what was written: a few ms. */
const savedProducts = 500;
/** Google takes 4 GB, OpenAI half a million items. */
const maxBytes = 2_000_000_000;

const countSql = `SELECT count(*) AS n FROM products WHERE shop = @shop AND gone_at IS NULL AND status IN ('active', 'unlisted')`;

/**
 * Writes a feed's file and the report of its rows, page by page in constant memory. Asked again after a crash it goes on behind
 * the last checkpoint; the file that is served changes at once, when all of the new one is there.
 * @throws the signal's reason, and what the disk throws
 */
export async function makeFeed(deps: MakeFeedDeps, context: ItemContext, feedId: string): Promise<MadeFeed> {
  const { db, clock, feedsFolder } = deps;
  const { shop, signal } = context;
  const feed = await db.do(readFeed(shop, feedId));
  const template = feed && (await db.do(findTemplate(shop, feed.template)));
  if (!feed || !template) return { kind: "gone" };
  const { scope, wanted } = await db.do(readFeedScope(shop, feed, template));
  const madeBy = digestOf([template, scope]);
  const writer = rowWriter(template, scope);
  const folder = feedFolder(feedsFolder, shop, feedId);
  await mkdir(folder, { recursive: true });
  const { extension } = mediaOf(template.format);
  const kept = feedCheckpointSchema.safeParse(context.checkpoint);
  const goesOn = kept.success && kept.data.madeBy === madeBy && (await holdsParts(kept.data, folder, extension));
  const state = goesOn ? kept.data : await begin(deps, context, feed, madeBy);
  const files = runFiles(folder, state.runId, extension);
  const total = (await db.do(get<{ n: number }>(countSql, { shop })))?.n ?? null;
  const part = await openPartFile(files.part, state.bytes);
  const report = await openPartFile(files.reportPart, state.reportBytes);
  try {
    if (state.bytes === 0) await part.append(writer.head());
    if (state.reportBytes === 0) await report.append(reportHead());
    let saved = state.products;
    const save = async () => {
      await part.sync();
      await report.sync();
      Object.assign(state, { bytes: part.bytes, reportBytes: report.bytes });
      await context.saveCheckpoint(state);
      saved = state.products;
    };
    for (;;) {
      signal.throwIfAborted();
      const products = await db.do(readProducts(wanted, { after: state.after, limit: pageProducts }));
      for (const product of products) {
        const rows = makeRows(template, product, scope);
        await part.append(writer.rows(rows.filter(isWritten), state.rows));
        await report.append(reportLines(rows));
        count(state, rows);
        state.after = product.id;
        // Other work of this process has its turns in between.
        await nextTurn();
      }
      if (part.bytes > maxBytes) return { kind: "too_large" };
      await context.progress({ done: state.products, total, label: "Writing the file" });
      if (products.length < pageProducts) break;
      if (state.products - saved >= savedProducts) await save();
    }
    await save();
    await part.append(writer.foot(state.rows));
    await part.sync();
  } finally {
    await part.close();
    await report.close();
  }
  const finished = await finishFile(files.part, files.file, { gz: template.format.gz, signal });
  await finishFile(files.reportPart, files.report, { gz: false, signal });
  const now = clock.now();
  const file = JSON.stringify({ runId: state.runId, name: files.name, madeAt: now, ...finished });
  await db.transact({ shop }, function* () {
    yield* context.assertLease();
    yield* run(finishRunSql, {
      ...{ shop, id: state.runId, now, products: state.products, rows: state.rows, leftOut: state.leftOut },
      ...{ untranslated: state.untranslated, reasons: JSON.stringify(state.reasons), bytes: finished.bytes },
    });
    yield* run("UPDATE feeds SET file = @file, source_sign = @sign WHERE shop = @shop AND id = @feedId", {
      ...{ shop, feedId, file, sign: state.sign },
    });
  });
  await rm(files.part, { force: true });
  await rm(files.reportPart, { force: true });
  const { products, rows, leftOut, untranslated } = state;
  return { kind: "made", products, rows, leftOut, untranslated };
}

const beginSql = `INSERT INTO feed_runs (shop, id, feed_id, job_id, started_at)
  VALUES (@shop, @id, @feedId, @jobId, @now) ON CONFLICT (shop, id) DO NOTHING`;
const finishRunSql = `UPDATE feed_runs SET finished_at = @now, products = @products, rows = @rows, left_out = @leftOut,
    untranslated = @untranslated, reasons = @reasons, bytes = @bytes
  WHERE shop = @shop AND id = @id`;

/** Whether the disk still has what a checkpoint counted. */
async function holdsParts(state: FeedCheckpoint, folder: string, extension: string): Promise<boolean> {
  const files = runFiles(folder, state.runId, extension);
  const [bytes, reportBytes] = [await sizeOf(files.part), await sizeOf(files.reportPart)];
  return bytes >= state.bytes && reportBytes >= state.reportBytes;
}

/** A new run: also where the feed was changed since, so that no file is made half by each. */
async function begin(
  { db, clock }: MakeFeedDeps,
  context: ItemContext,
  feed: Feed,
  madeBy: string,
): Promise<FeedCheckpoint> {
  const { shop, jobId } = context;
  const now = clock.now();
  const runId = newId("run", now);
  const sign = await db.transact({ shop }, function* (): Steps<string> {
    yield* context.assertLease();
    yield* run(beginSql, { shop, id: runId, feedId: feed.id, jobId, now });
    return yield* readSourceSign(shop);
  });
  const none = { products: 0, rows: 0, leftOut: 0, untranslated: 0, bytes: 0, reportBytes: 0 };
  const fresh: FeedCheckpoint = { runId, after: "", ...none, reasons: {}, sign, madeBy };
  await context.saveCheckpoint(fresh);
  return fresh;
}

function isWritten({ leftOut }: Row): boolean {
  return leftOut.length === 0;
}

function count(state: FeedCheckpoint, rows: readonly Row[]): void {
  state.products += 1;
  for (const { leftOut, untranslated } of rows) {
    const [first] = leftOut;
    if (first) {
      state.leftOut += 1;
      state.reasons[first.code] = (state.reasons[first.code] ?? 0) + 1;
    } else {
      state.rows += 1;
      if (untranslated) state.untranslated += 1;
    }
  }
}
