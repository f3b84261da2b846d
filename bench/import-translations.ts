import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { importTranslations } from "../app/catalog/translations/import-translations.ts";
import { openDatabase } from "../app/db/open.ts";
import { shopDomainSchema } from "../app/lib/brand.ts";
import { systemClock } from "../app/lib/clock.ts";
import { createLogger } from "../app/lib/logger.ts";
import type { AdminApi, AdminOperation } from "../app/shopify/admin-api.ts";
import { type ProductResourceType, productResourceTypes } from "../app/shopify/operations/index.ts";
import { memoryOf } from "./support/memory.ts";
import { storeTranslatable } from "./support/store-translatable.ts";
import { writeTranslationFiles } from "./support/write-translation-files.ts";

const shop = shopDomainSchema.parse("bench.myshopify.com");
const locales = ["de", "fr", "ja", "ar", "pt-BR", "zh-TW"];
const filled: readonly ProductResourceType[] = ["PRODUCT_OPTION", "PRODUCT"];
const sampleMs = 200;

/**
 * Imports the translations of `size` products into six languages through the app's own import, from files in place of Shopify's bulk
 * results: title, description and an option of each. `ratio` compares with reading and parsing the same files, before and
 * after; `ratio_again` is of a second import that finds nothing changed. `rss_mb_early` and `rss_mb_late` are the most that the process
 * held in the first and the last third of the first import.
 */
export async function run({ size = 100_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), "shelfwright-bench-"));
  const fileOf = (type: string) => join(folder, `${type}.jsonl`);
  const db = openDatabase({ file: join(folder, "bench.sqlite"), checkpoints: "thread" });
  try {
    await writeTranslationFiles(fileOf, { products: size, locales: locales.length });
    await storeTranslatable(db, { shop, count: size, locales });
    const { admin, fetchFile } = fileAdmin(fileOf, size);
    const importAll = async () => {
      const from = performance.now();
      const result = await importTranslations(
        { db, clock: systemClock, fetch: fetchFile, logger: createLogger("bench", "silent"), admin },
        {
          ...{ shop, signal: new AbortController().signal, checkpoint: null },
          ...{ saveCheckpoint: async () => {}, progress: async () => {}, productsInPart: false },
        },
      );
      return { ms: performance.now() - from, result };
    };
    const before = await floorMs(fileOf);
    const memory = sampleMemory();
    const first = await importAll();
    const held = memory.stop();
    const again = await importAll();
    const floor = (before + (await floorMs(fileOf))) / 2;
    if (first.result.changed !== size * locales.length) throw new Error(`${first.result.changed} rows were written`);
    if (again.result.changed !== 0) throw new Error("the second import found changes");
    return {
      ...{ name: "import-translations", size, locales: locales.length },
      product_locales_per_second: Math.round((size * locales.length) / (first.ms / 1_000)),
      seconds: Math.round(first.ms / 1_000),
      ratio: rounded(floor / first.ms),
      ratio_again: rounded(floor / again.ms),
      ...held,
    };
  } finally {
    db.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

async function floorMs(fileOf: (type: string) => string): Promise<number> {
  const from = performance.now();
  for (const type of filled) {
    for await (const line of createInterface({ input: createReadStream(fileOf(type)) })) JSON.parse(line);
  }
  return performance.now() - from;
}

function sampleMemory() {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(memoryOf(process.pid).nowMb), sampleMs);
  return {
    stop() {
      clearInterval(timer);
      const third = Math.ceil(samples.length / 3);
      return { rss_mb_early: Math.max(...samples.slice(0, third)), rss_mb_late: Math.max(...samples.slice(-third)) };
    },
  };
}

/** An Admin API whose bulk queries are done as soon as they are asked for. */
function fileAdmin(fileOf: (type: string) => string, lines: number) {
  const operationOf = (type: string) => ({
    ...{ id: `gid://shopify/BulkOperation/${productResourceTypes.indexOf(type as ProductResourceType) + 1}` },
    ...{ status: "COMPLETED", createdAt: "2026-01-01T00:00:00Z", rootObjectCount: 0 },
    objectCount: filled.includes(type as ProductResourceType) ? lines : 0,
    url: filled.includes(type as ProductResourceType) ? `https://storage.googleapis.com/${type}` : null,
  });
  const admin: AdminApi = {
    shop,
    async run<Data, Variables extends Record<string, unknown>>(
      operation: AdminOperation<Data, Variables>,
      variables: Variables,
    ) {
      if (operation.name === "RunBulkQuery") {
        const type = /resourceType: (\w+)/.exec(String(variables.query))?.[1] ?? "";
        return operation.data.parse({ bulkOperationRunQuery: { bulkOperation: operationOf(type), userErrors: [] } });
      }
      const at = Number(/\d+$/.exec(String(variables.id))?.[0]) - 1;
      return operation.data.parse({ bulkOperation: operationOf(productResourceTypes[at] ?? "") });
    },
  };
  const fetchFile: typeof fetch = async (input) => {
    const file = fileOf(String(input).split("/").at(-1) ?? "");
    return new Response(Readable.toWeb(createReadStream(file, { highWaterMark: 256 * 1_024 })) as ReadableStream);
  };
  return { admin, fetchFile };
}
