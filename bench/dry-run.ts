import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { openDatabase } from "../app/db/open.ts";
import { products } from "../app/db/schema/index.ts";
import { shopDomainSchema } from "../app/lib/brand.ts";
import { createHeavyChecks } from "../app/quality/heavy/heavy-checks.ts";
import { generalPresetId, presetById } from "../app/rules/configs/presets.ts";
import type { ContentConfig } from "../app/rules/content-config.ts";
import { dryRunRules } from "../app/versions/dry-run-rules.ts";
import { percentile } from "./support/percentile.ts";
import { storeProducts } from "./support/store-products.ts";

const shop = shopDomainSchema.parse("big.myshopify.com");
const rounds = 5;
/** As long as descriptions are in a shop that cares: some 900 characters. */
const sentence =
  "It is made to be used, weighs what a hand carries, and comes in three colors from batches of their own. ";

/**
 * How long the count under the try of rules takes for `size` products that all follow them: after a word was added, a limit was
 * lowered, and a check that looks at the product's data was made graver. The first count also waits for its thread.
 */
export async function run({ size = 5_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const file = join(tmpdir(), `dry-run-${process.pid}.db`);
  const db = openDatabase({ file });
  const heavy = createHeavyChecks();
  try {
    await storeProducts(db, {
      shop,
      count: size,
      descriptionOf: (n) => `<p>Number ${n}. ${sentence.repeat(8)}</p>${n % 50 === 0 ? "<p>A must-have.</p>" : ""}`,
    });
    await db.orm
      .update(products)
      .set({ seoTitle: "Made to be used", seoDescription: sentence })
      .where(eq(products.shop, shop));
    const saved = presetById(generalPresetId)?.config ?? {};
    const timed = async (config: ContentConfig) => {
      const times: number[] = [];
      let marked = 0;
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now();
        const input = { shop, configId: generalPresetId, config, saved, signal: new AbortController().signal };
        marked = (await dryRunRules({ db, heavy }, input))?.marked ?? -1;
        times.push(performance.now() - begun);
      }
      return { first_ms: Math.round(times[0] ?? 0), p50_ms: Math.round(percentile(times, 0.5)), marked };
    };
    const { client, content_types } = saved;
    const word = {
      ...saved,
      client: { ...client, forbidden_words: [...(client?.forbidden_words ?? []), "must-have"] },
    };
    const desc = { task: "Describe it", ...content_types?.desc, character_limit: 300 };
    const of = {
      word: await timed(word),
      limit: await timed({ ...saved, content_types: { ...content_types, desc } }),
      capitals: await timed({ ...saved, checks: { ...saved.checks, ALL_CAPS: "block" } }),
    };
    return Object.fromEntries([
      ["name", "dry-run"],
      ["size", size],
      ...Object.entries(of).flatMap(([what, figures]) =>
        Object.entries(figures).map(([name, figure]): [string, unknown] => [`${what}_${name}`, figure]),
      ),
    ]);
  } finally {
    await heavy.close();
    db.close();
    for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  }
}
