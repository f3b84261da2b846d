import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { countViews } from "../app/catalog/count-views.ts";
import { listFacets } from "../app/catalog/list-facets.ts";
import { listProducts, type ProductRow } from "../app/catalog/list-products.ts";
import { writeCursor } from "../app/catalog/product-cursor.ts";
import { type ProductQuery, parseProductQuery } from "../app/catalog/product-query.ts";
import { type Db, openDatabase } from "../app/db/open.ts";
import type { Target } from "../app/texts/target.ts";
import { builtInViews } from "../app/ui/products/list-address.ts";
import { benchShop } from "./support/import-file.ts";
import { measureChild } from "./support/measure-child.ts";
import { percentile } from "./support/percentile.ts";
import { timeHome } from "./support/time-home.ts";
import { writeBulkFile } from "./support/write-bulk-file.ts";
import { benchTargets, writeTargetTexts } from "./support/write-target-texts.ts";

const words = ["linen", "shirt", "oak", "mug", "woven", "sku-4711", "no 99", "ket", "season-2", "linen sha"];
const filters = [
  ["status=active", "vendor=Maker 7"], ["status=active", "missing=bullets"], ["type=Lamp", "missing=desc"],
  ["tag=season-2", "status=draft"], ["vendor=Maker 3", "type=Mug"], ["state=none", "missing=seo_title"],
]; // biome-ignore format: pairs of filters
const orders = ["sort=updated&dir=desc", "sort=updated&dir=desc", "sort=title&dir=asc", "sort=vendor&dir=asc"];
/** Rare ones and common ones, alone and with others, of one target's texts. */
const ofTexts = [
  "", "state=conflict", "state=blocked", "state=needs_review&state=warned&state=blocked", "state=approved", "state=published", "state=none",
  "missing=wanted", "missing=seo_desc", "missing=bullets", "state=conflict&status=archived", "state=published&vendor=Maker 7",
  "state=approved&missing=desc&type=Lamp", "q=linen&state=needs_review", "q=season-2&state=conflict", "tag=season-2&missing=desc",
]; // biome-ignore format: a list of filters
const everyOrder = ["updated", "title", "vendor"].flatMap((sort) =>
  ["asc", "desc"].map((dir) => `sort=${sort}&dir=${dir}`),
);
/** Those that every shop has, and two of its own. */
const views = [
  ...builtInViews,
  { id: "1", query: "vendor=Maker+7&missing=desc" },
  { id: "2", query: "q=linen&status=active" },
];
const rounds = 300;

/**
 * The server's time for the products page (list with its count, the values of its filters) of a shop of `size`
 * products with texts for eight targets: each with a search and two filters, every second one a further page. Alone, and
 * while another process imports a changed catalogue into the same file. Then the list alone, filtered by the texts of one
 * target, its first and its last page in every order: for the shop's own pages, and for the last of its other targets. Then Home.
 */
export async function run({ size = 100_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), "shelfwright-bench-"));
  try {
    const database = join(folder, "pages.sqlite");
    const file = join(folder, "first.jsonl");
    const changed = join(folder, "changed.jsonl");
    const { lines } = await writeBulkFile(file, { products: size, variants: 3, order: "grouped" });
    await writeBulkFile(changed, { products: size, variants: 3, order: "grouped", edition: 1 });
    await measureChild("import", file, database, String(lines));
    await writeTargetTexts(database, benchShop);
    const db = openDatabase({ file: database, checkpoints: "late" });
    const own = await timeTarget(db, undefined);
    const other = await timeTarget(db, benchTargets.at(-1));
    const alone: number[] = [];
    for (let i = 0; i < rounds; i++) alone.push(await timePage(db, i));
    const counts: number[] = [];
    const otherCounts: number[] = [];
    for (let i = 0; i < 30; i++) {
      counts.push(await timeCounts(db));
      otherCounts.push(await timeCounts(db, benchTargets.at(-1)));
    }
    const home = await timeHome(db, benchShop);
    const importing = { running: true };
    const child = measureChild("import", changed, database, String(lines)).finally(() => {
      importing.running = false;
    });
    const meanwhile: number[] = [];
    for (let i = 0; importing.running || i < rounds; i++) meanwhile.push(await timePage(db, i));
    await child;
    db.close();
    return {
      name: "pages",
      size,
      p50_ms: percentile(alone, 0.5),
      p95_ms: percentile(alone, 0.95),
      counts_p95_ms: percentile(counts, 0.95),
      counts_other_target_p95_ms: percentile(otherCounts, 0.95),
      ...home,
      own_texts: own,
      other_targets_texts: other,
      p95_under_import_ms: percentile(meanwhile, 0.95),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timePage(db: Db, i: number): Promise<number> {
  const pair = filters[i % filters.length] ?? [];
  const word = words[i % words.length] ?? "";
  const address = new URLSearchParams(`q=${word}&${pair.join("&")}&${orders[i % orders.length]}`);
  const query = parseProductQuery(benchShop, address);
  const cursor = i % 2 === 1 ? (await listProducts({ db }, { ...query, limit: 5 })).nextCursor : null;
  await nextTurn();
  const startedAt = performance.now();
  await listProducts({ db }, { ...query, cursor: cursor ?? undefined });
  await listFacets({ db }, benchShop);
  return performance.now() - startedAt;
}

/** The counts of the views, which the page asks for when it is there. */
async function timeCounts(db: Db, target?: Target): Promise<number> {
  const startedAt = performance.now();
  await countViews({ db }, benchShop, views, target);
  return performance.now() - startedAt;
}

/** Each page's least time of three, so that what else the machine does is left out. */
async function timeTarget(db: Db, target: Target | undefined) {
  const times: { page: string; ms: number }[] = [];
  for (const filter of ofTexts) {
    for (const order of everyOrder) {
      const query = { ...parseProductQuery(benchShop, new URLSearchParams(`${filter}&${order}`)), target };
      times.push({ page: `${filter} ${order} first`, ms: await leastTime(db, query) });
      const lastPage = await cursorOfLastPage(db, query);
      if (lastPage)
        times.push({ page: `${filter} ${order} last`, ms: await leastTime(db, { ...query, cursor: lastPage }) });
    }
  }
  const worst = times.reduce((a, b) => (a.ms > b.ms ? a : b));
  const each = times.map(({ ms }) => ms);
  return {
    pages: times.length,
    p50_ms: percentile(each, 0.5),
    p95_ms: percentile(each, 0.95),
    worst_ms: worst.ms,
    worst: worst.page,
  };
}

async function leastTime(db: Db, query: ProductQuery): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    await nextTurn();
    const startedAt = performance.now();
    await listProducts({ db }, query);
    least = Math.min(least, performance.now() - startedAt);
  }
  return Math.round(least * 10) / 10;
}

/** What leads to the page that ends the list; null when it has one page only. */
async function cursorOfLastPage(db: Db, query: ProductQuery): Promise<string | null> {
  const direction = query.direction === "asc" ? "desc" : "asc";
  const { rows, nextCursor } = await listProducts({ db }, { ...query, direction });
  const row = rows.at(-1);
  return row && nextCursor !== null ? writeCursor(query, { back: false, key: keyOf(query, row) }) : null;
}

function keyOf({ sort }: ProductQuery, { updatedAt, title, vendor, id }: ProductRow): (string | number)[] {
  if (sort === "updated") return [updatedAt, id];
  return sort === "title" ? [title.toLowerCase(), id] : [vendor, updatedAt, id];
}
