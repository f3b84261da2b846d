import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { AdminApi } from "../../app/shopify/admin-api.ts";
import {
  type BulkState,
  openBulkResult,
  pollBulkOperation,
  startBulkQuery,
  stopBulkOperation,
} from "../../app/shopify/bulk-query.ts";
import { productsBulkDocument } from "../../app/shopify/operations/index.ts";
import type { StoreOptions } from "../../sandbox/store/start.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { installShop, type OpenStore, openAdmin, openStore, shop } from "./open-store.ts";

async function setUp(options: StoreOptions = {}): Promise<{ store: OpenStore; admin: AdminApi }> {
  const db = openTestDatabase();
  const clock = { now: () => Date.now() };
  const store = await openStore({ bulkDelayMs: 0, ...options });
  await installShop({ db, clock }, store);
  return { store, admin: openAdmin({ db, clock, store })(shop) };
}

async function finish({ store, admin }: { store: OpenStore; admin: AdminApi }): Promise<BulkState> {
  const id = await startBulkQuery(admin, productsBulkDocument());
  await store.state.settled();
  return pollBulkOperation(admin, id);
}

function urlOf(state: BulkState): string {
  if ((state.kind === "completed" || state.kind === "partial") && state.url) return state.url;
  throw new Error(`there is no result: ${state.kind}`);
}

async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

const lineSchema = z.looseObject({ id: z.string(), __parentId: z.string().optional() });

describe("a bulk query over all products", () => {
  test("a bulk query over all products gives one line per object, children with their parent's id", async () => {
    const world = await setUp();
    const state = await finish(world);
    const lines = (await linesOf(openBulkResult(world.store, urlOf(state)))).map((line) =>
      lineSchema.parse(JSON.parse(line)),
    );
    const products = lines.filter((line) => line.__parentId === undefined);
    expect(products).toHaveLength(world.store.state.shop(shop).products.count);
    expect(state).toMatchObject({ kind: "completed", objectCount: lines.length });
    const ids = new Set(products.map((line) => line.id));
    for (const line of lines) if (line.__parentId) expect(ids).toContain(line.__parentId);
  });

  test("a bulk query over all products continues after any line, also with letters of several bytes at the borders of the chunks", async () => {
    const world = await setUp();
    const url = urlOf(await finish(world));
    const all = await linesOf(openBulkResult(world.store, url));
    expect(await linesOf(openBulkResult(world.store, url, { fromLine: 7 }))).toEqual(all.slice(7));
    expect(await linesOf(openBulkResult(world.store, url, { fromLine: all.length }))).toEqual([]);
    const text = `${all.join("\n")}\n`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(text.length);
    expect(await linesOf(openBulkResult({ fetch: inPiecesOf(text, 7) }, "https://x.test/r"))).toEqual(all);
    expect(await linesOf(openBulkResult({ fetch: inPiecesOf(text.trimEnd(), 5) }, "https://x.test/r"))).toEqual(all);
    // What was cut off is no line, and its end is told.
    let lastLineWhole = true;
    const ended = (evidence: { lastLineWhole: boolean }) => {
      lastLineWhole = evidence.lastLineWhole;
    };
    const cut = openBulkResult({ fetch: inPiecesOf(text.slice(0, -9), 5) }, "https://x.test/r", { ended });
    expect(await linesOf(cut)).toEqual(all.slice(0, -1));
    expect(lastLineWhole).toBe(false);
  });

  test("a bulk query over all products of an empty shop is complete without a result", async () => {
    const world = await setUp({
      shops: [{ domain: shop, name: "Empty", plan: "standard", locales: ["en"], catalogue: "empty" }],
    });
    expect(await finish(world)).toEqual({ kind: "completed", url: null, objectCount: 0, fileSize: null });
  });

  test("a bulk query over all products that failed throws with the reason", async () => {
    const world = await setUp({ faults: { rules: [{ kind: "bulk_failed" }] } });
    expect(await finish(world)).toMatchObject({ kind: "failed", errorCode: expect.any(String) });
  });

  test("a bulk query over all products that failed half-way gives what there is, marked as partial", async () => {
    const world = await setUp({ faults: { rules: [{ kind: "bulk_partial" }] } });
    const state = await finish(world);
    expect(state.kind).toBe("partial");
    expect((await linesOf(openBulkResult(world.store, urlOf(state)))).length).toBeGreaterThan(0);
  });

  test("a bulk query over all products is running until it has ended, and can be stopped", async () => {
    const world = await setUp({ bulkDelayMs: 60_000 });
    const id = await startBulkQuery(world.admin, productsBulkDocument());
    expect(await pollBulkOperation(world.admin, id)).toMatchObject({ kind: "running" });
    await stopBulkOperation(world.admin, id);
    expect(await pollBulkOperation(world.admin, id)).toEqual({ kind: "cancelled" });
  });

  test("a bulk query over all products beyond the five that may run at once has to wait", async () => {
    const world = await setUp({ bulkDelayMs: 60_000 });
    for (let i = 0; i < 5; i++) await startBulkQuery(world.admin, productsBulkDocument());
    await expect(startBulkQuery(world.admin, productsBulkDocument())).rejects.toMatchObject({
      code: "shopify_bulk_busy",
      retryable: true,
    });
  });

  test("a bulk query over all products that Shopify cannot read is refused", async () => {
    const world = await setUp();
    await expect(startBulkQuery(world.admin, "{ products { nodes ")).rejects.toMatchObject({
      code: "shopify_bad_request",
      retryable: false,
    });
  });

  test("a bulk query over all products that Shopify forgot has failed", async () => {
    const { admin } = await setUp();
    const state = await pollBulkOperation(admin, "gid://shopify/BulkOperation/404404");
    expect(state).toEqual({ kind: "failed", errorCode: "NOT_FOUND" });
  });
});

describe("the download of a result", () => {
  test("the download of a result that breaks off is an error after the lines that came, never a shorter file", async () => {
    const world = await setUp();
    const url = urlOf(await finish(world));
    const all = await linesOf(openBulkResult(world.store, url));
    world.store.state.faults.set({ rules: [{ match: { operation: "^result$" }, kind: "reset", times: 1 }] });
    const came: string[] = [];
    const broken = (async () => {
      for await (const line of openBulkResult(world.store, url)) came.push(line);
    })();
    await expect(broken).rejects.toMatchObject({ code: "shopify_unavailable", retryable: true });
    expect(came.length).toBeLessThan(all.length);
    const rest = await linesOf(openBulkResult(world.store, url, { fromLine: came.length }));
    expect([...came, ...rest]).toEqual(all);
  });

  test("the download of a result whose link is gone throws an error of its own", async () => {
    const { store } = await setUp();
    const gone = openBulkResult(store, "https://storage.googleapis.com/shopify-sandbox/bulk-99.jsonl");
    await expect(linesOf(gone)).rejects.toMatchObject({ code: "shopify_bulk_gone", retryable: false });
  });

  test("the download of a result stops when the caller does", async () => {
    const world = await setUp();
    const url = urlOf(await finish(world));
    const controller = new AbortController();
    const reason = new Error("the job was cancelled");
    const reading = (async () => {
      for await (const _line of openBulkResult(world.store, url, { signal: controller.signal }))
        controller.abort(reason);
      await linesOf(openBulkResult(world.store, url, { signal: controller.signal }));
    })();
    await expect(reading).rejects.toBe(reason);
  });
});

function inPiecesOf(text: string, bytes: number): typeof fetch {
  const all = new TextEncoder().encode(text);
  return async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < all.length; at += bytes) controller.enqueue(all.slice(at, at + bytes));
          controller.close();
        },
      }),
    );
}
