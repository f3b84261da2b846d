import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { countViews } from "../app/catalog/count-views.ts";
import { listFacets } from "../app/catalog/list-facets.ts";
import { listProducts } from "../app/catalog/list-products.ts";
import { parseProductQuery } from "../app/catalog/product-query.ts";
import { type Db, openDatabase } from "../app/db/open.ts";
import { builtInViews } from "../app/ui/products/list-address.ts";
import { benchShop } from "./support/import-file.ts";
import { measureChild } from "./support/measure-child.ts";
import { percentile } from "./support/percentile.ts";
import { writeBulkFile } from "./support/write-bulk-file.ts";

const words = ["linen", "shirt", "oak", "mug", "woven", "sku-4711", "no 99", "ket", "season-2", "linen sha"];
const filters = [
  ["status=active", "vendor=Maker 7"], ["status=active", "missing=bullets"], ["type=Lamp", "missing=desc"],
  ["tag=season-2", "status=draft"], ["vendor=Maker 3", "type=Mug"], ["state=none", "missing=seo_title"],
]; // biome-ignore format: pairs of filters
const orders = ["sort=updated&dir=desc", "sort=updated&dir=desc", "sort=title&dir=asc", "sort=vendor&dir=asc"];
/** Those that every shop has, and two of its own. */
const views = [
  ...builtInViews,
  { id: "1", query: "vendor=Maker+7&missing=desc" },
  { id: "2", query: "q=linen&status=active" },
];
const rounds = 300;

/**
 * The server's time for the products page (list with its count, the values of its filters) of a shop of `size`
 * products: each with a search and two filters, every second one a further page. Alone, and while another process imports
 * a changed catalogue into the same file.
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
    const db = openDatabase({ file: database, checkpoints: "late" });
    const alone: number[] = [];
    for (let i = 0; i < rounds; i++) alone.push(await timePage(db, i));
    const counts: number[] = [];
    for (let i = 0; i < 30; i++) counts.push(await timeCounts(db));
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
async function timeCounts(db: Db): Promise<number> {
  const startedAt = performance.now();
  await countViews({ db }, benchShop, views);
  return performance.now() - startedAt;
}
