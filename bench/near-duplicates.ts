import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProduct } from "../app/catalog/read-product.ts";
import { openDatabase } from "../app/db/open.ts";
import { shopDomainSchema } from "../app/lib/brand.ts";
import { compareWithCatalogue } from "../app/quality/near-duplicates/compare-catalogue.ts";
import { markLiveTexts } from "../app/quality/near-duplicates/mark-live-texts.ts";
import { storeTarget } from "../app/texts/target.ts";
import { openVersions } from "../app/versions/open-versions.ts";
import { createSampleTexts } from "./support/sample-texts.ts";
import { storeProducts } from "./support/store-products.ts";

const lookedUp = 2_000;

/**
 * Marks the live texts of `size` products, then looks up texts as the engine does for each one that it judges: texts of
 * their own, near copies, and texts that share a sentence in three with all others. Times are of one look-up, in ms.
 */
export async function run({ size = 100_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "bench-near-duplicates-"));
  const db = openDatabase({ file: join(folder, "bench.sqlite"), checkpoints: "thread" });
  const shop = shopDomainSchema.parse("bench.myshopify.com");
  try {
    const texts = createSampleTexts();
    const productIds = await storeProducts(db, { shop, count: size, descriptionOf: (n) => texts.own(n) });
    process.stderr.write(`${size} products stored\n`);
    const from = performance.now();
    const cpuFrom = process.cpuUsage();
    await markLiveTexts({ db }, { shop, signal: new AbortController().signal });
    const markSeconds = (performance.now() - from) / 1_000;
    const { user, system } = process.cpuUsage(cpuFrom);
    const product = await readProduct({ db }, shop, productIds[0] as (typeof productIds)[number]);
    if (!product) throw new Error("the first product was not stored");
    const lookUp = async (textOf: (n: number) => string) => {
      const times: number[] = [];
      const cpu = process.cpuUsage();
      let found = 0;
      for (let n = 0; n < lookedUp; n++) {
        const text = textOf(n);
        const { nearDuplicateOf } = await db.do(
          compareWithCatalogue(openVersions, { product, target: storeTarget("en") }),
        );
        const start = performance.now();
        if (await db.do(nearDuplicateOf("desc", text))) found++;
        times.push(performance.now() - start);
      }
      const spent = process.cpuUsage(cpu);
      times.sort((a, b) => a - b);
      const at = (share: number) => rounded(times[Math.floor(times.length * share)] ?? 0);
      return {
        found: found / lookedUp,
        p50: at(0.5),
        p95: at(0.95),
        cpu_mean: rounded((spent.user + spent.system) / 1_000 / lookedUp),
      };
    };
    const fresh = await lookUp((n) => texts.own(size + n));
    const copies = await lookUp((n) => texts.copyOf(Math.floor((n * size) / lookedUp)));
    return {
      name: "near-duplicates",
      size,
      products_marked_per_second: Math.round(size / markSeconds),
      mark_cpu_ms_per_product: rounded((user + system) / 1_000 / size),
      of_its_own: fresh,
      near_copy: copies,
    };
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
