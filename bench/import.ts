import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildFigures } from "./support/import-child.ts";
import { measureChild } from "./support/measure-child.ts";
import { writeBulkFile } from "./support/write-bulk-file.ts";

/**
 * Imports `size` products with 3 variants and their barcodes, an image and two metafields each through the app's own import, into a fresh
 * file with all indexes, search and ANALYZE. `ratio` compares with reading and parsing the same file (the floor, measured
 * before and after). `ratio` is for a result that keeps children with their product, `ratio_scattered` for one that
 * delivers all products first, `ratio_again` for a second import that finds nothing changed. `cpu_ms_per_product` is what
 * can be compared on a busy machine; `rich` products have twelve fields more, of all kinds, and HTML that needs a parser.
 */
export async function run({ size = 100_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), "shelfwright-bench-"));
  try {
    const grouped = join(folder, "grouped.jsonl");
    const scattered = join(folder, "scattered.jsonl");
    const { lines } = await writeBulkFile(grouped, { products: size, variants: 3, order: "grouped" });
    const before = await measureChild("floor", grouped);
    const first = await measureChild("import", grouped, join(folder, "grouped.sqlite"), String(lines));
    const after = await measureChild("floor", grouped);
    const again = await measureChild("import", grouped, join(folder, "grouped.sqlite"), String(lines));
    const floorMs = (before.ms + after.ms) / 2;
    await writeBulkFile(scattered, { products: size, variants: 3, order: "scattered" });
    const late = await measureChild("import", scattered, join(folder, "scattered.sqlite"), String(lines));
    await rm(scattered);
    const untidy = join(folder, "rich.jsonl");
    const more = await writeBulkFile(untidy, { products: size, variants: 3, order: "grouped", rich: true });
    const rich = await measureChild("import", untidy, join(folder, "rich.sqlite"), String(more.lines));
    const richAgain = await measureChild("import", untidy, join(folder, "rich.sqlite"), String(more.lines));
    const all = [first, again, late, rich, richAgain];
    const cpuOf = ({ cpuMs }: ChildFigures) => rounded(cpuMs / size);
    for (const figures of all) {
      if (figures.products !== size) throw new Error(`${figures.products} of ${size} products were imported`);
    }
    return {
      name: "import",
      size,
      products_per_second: Math.round((size / first.ms) * 1_000),
      floor_per_second: Math.round((size / floorMs) * 1_000),
      ratio: rounded(floorMs / first.ms),
      ratio_again: rounded(floorMs / again.ms),
      ratio_scattered: rounded(floorMs / late.ms),
      cpu_ms_per_product: cpuOf(first),
      cpu_ms_per_product_again: cpuOf(again),
      cpu_ms_per_product_scattered: cpuOf(late),
      cpu_ms_per_rich_product: cpuOf(rich),
      cpu_ms_per_rich_product_again: cpuOf(richAgain),
      max_rss_mb: Math.round(Math.max(...all.map(({ maxRssMb }) => maxRssMb))),
      max_loop_block_ms: Math.round(Math.max(...all.map(({ maxLoopBlockMs }) => maxLoopBlockMs))),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
