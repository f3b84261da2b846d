import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { keptTargetPlace } from "../app/catalog/target-place.ts";
import { withTextsAt } from "../app/catalog/target-texts.ts";
import { sourceDigest } from "../app/catalog/translations/source-digest.ts";
import { planProductTranslation } from "../app/commands/products/plan-translation.ts";
import { translateProducts } from "../app/commands/products/translate-products.ts";
import { newEncryptionKey } from "../app/config.ts";
import { openDatabase, type SqliteDb } from "../app/db/open.ts";
import { missingBit, products, shopLocales } from "../app/db/schema/index.ts";
import { many } from "../app/db/steps.ts";
import { planTranslation } from "../app/generation/translate/plan-translation.ts";
import { localeSchema, productIdSchema, shopDomainSchema } from "../app/lib/brand.ts";
import { systemClock } from "../app/lib/clock.ts";
import { createSealer } from "../app/lib/seal.ts";
import { createModels } from "../app/model/model-for-shop.ts";
import { storeTarget } from "../app/texts/target.ts";
import { percentile } from "./support/percentile.ts";
import { storeProducts } from "./support/store-products.ts";

const shop = shopDomainSchema.parse("bench.myshopify.com");
const locales = ["de", "fr", "ja", "ar", "pt-BR", "zh-TW"].map((locale) => localeSchema.parse(locale));
const perTransaction = 500;
const shareProducts = 100;
const { title, desc, image_alt } = missingBit;
const everything = 0x7fff_ffff;

/**
 * A run of translations into six languages over `size` products, of which every fifth has none: what its plan takes that a person
 * waits for, what its start takes, and what the worker takes to plan one share of it. `longest_wait_ms`: meanwhile nobody else is
 * answered.
 */
export async function run({ size = 100_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-translate-plan-"));
  const db = openDatabase({ file: join(folder, "bench.db"), checkpoints: "late" });
  try {
    await storeProducts(db, { shop, count: size });
    await translateMost(db);
    const models = createModels({
      ...{ db, clock: systemClock, fetch, sealer: createSealer([newEncryptionKey()]) },
      config: {
        ...{ OPENAI_BASE_URL: "https://example.com/v1", OPENAI_API_KEY: "sk-bench", MODEL_TIMEOUT_MS: 1_000 },
        ...{ MODEL_V1: "small", MODEL_V2: "large", MODEL_PRICES: {} },
      },
    });
    const deps = { db, clock: systemClock, models };
    const wish = { locales, contentTypes: ["title", "desc"], includeEdited: false };
    const asked = { agentModel: "v1" as const, lane: "direct" as const, selection: { query: "", except: [] } };
    const by = { shop, by: "bench" };
    const missing = await timed(() =>
      planProductTranslation.run(deps, by, { ...wish, ...asked, which: "missing_or_outdated" }),
    );
    const all = await timed(() => planProductTranslation.run(deps, by, { ...wish, ...asked, which: "all" }));
    const start = await timed(() => translateProducts.run(deps, by, { ...wish, ...asked, which: "missing" }));
    const shares: number[] = [];
    for (let from = 0; from < Math.min(size, 10 * shareProducts); from += shareProducts) {
      const productIds = Array.from({ length: shareProducts }, (_, n) =>
        productIdSchema.parse(String(1_000 + from + n)),
      );
      shares.push(
        (await timed(() => planTranslation(deps, { shop, productIds, wish: { ...wish, which: "missing" } }))).ms,
      );
    }
    return {
      ...{ name: "translate-plan", size, planned: missing.value.kind === "planned" ? missing.value.plan.products : 0 },
      ...{ plan_missing_ms: missing.ms, plan_all_ms: all.ms, start_ms: start.ms },
      longest_wait_ms: Math.max(missing.longestMs, all.longestMs, start.longestMs),
      ...{ share_p50_ms: percentile(shares, 0.5), share_max_ms: Math.max(...shares) },
    };
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; longestMs: number; value: T }> {
  let longestMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
  }, 1);
  const begun = performance.now();
  const value = await work();
  const ms = performance.now() - begun;
  clearInterval(timer);
  return { ms: Math.round(ms), longestMs: Math.round(Math.max(longestMs, performance.now() - last)), value };
}

async function translateMost(db: SqliteDb): Promise<void> {
  const languages = ["en", ...locales].map((locale, position) => ({
    ...{ shop, locale, position, isPrimary: position === 0, published: true, reachable: true },
  }));
  await db.orm.insert(shopLocales).values(languages);
  const places: number[] = [];
  for (const locale of locales) {
    places.push((await db.transact({ shop }, () => keptTargetPlace(shop, storeTarget(locale)))).number);
  }
  const lacksOwn = everything & ~(title | desc | image_alt);
  const there = places.reduce(
    (column, place) => withTextsAt(column, place, { contentState: "published", missing: lacksOwn }),
    "",
  );
  const rows = await db.orm
    .select({ id: products.id, title: products.title, desc: products.descriptionHtml })
    .from(products)
    .where(eq(products.shop, shop));
  for (let from = 0; from < rows.length; from += perTransaction) {
    const some = rows.slice(from, from + perTransaction);
    const whole = some.filter((_, n) => n % 5 !== 0);
    await db.transact({ shop }, function* () {
      yield* many(
        "UPDATE products SET missing = @missing, other_targets = @texts WHERE shop = @shop AND id = @id",
        some.map(({ id }, n) => ({ shop, id, missing: lacksOwn, texts: n % 5 === 0 ? "" : there })),
      );
      yield* many(
        `INSERT INTO shop_translations (shop, owner, locale, market, texts, read_at)
          VALUES (@shop, @owner, @locale, '', @texts, 1)`,
        whole.flatMap((row) =>
          locales.map((locale) => ({ shop, owner: row.id, locale, texts: JSON.stringify(textsOf(row, locale)) })),
        ),
      );
    });
  }
  db.raw.exec("ANALYZE");
}

function textsOf(row: { id: string; title: string; desc: string }, locale: string) {
  const held = (value: string) => ({
    ...{ value: `${locale} ${value}`, of: sourceDigest(value), outdated: false, updatedAt: null },
  });
  return { title: held(row.title), desc: held(row.desc) };
}
