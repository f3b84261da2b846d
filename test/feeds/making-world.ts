import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import type { Db } from "../../app/db/open.ts";
import { products, shopLocales, shops, shopTranslations } from "../../app/db/schema/index.ts";
import { type Feed, readFeed } from "../../app/feeds/feed.ts";
import { feedFolder } from "../../app/feeds/files/feed-folder.ts";
import { saveFeed } from "../../app/feeds/save-feed.ts";
import type { ShopDomain } from "../../app/lib/brand.ts";
import { shop, startAt } from "../support/content/shop.ts";

/** A folder for the files of feeds, gone with the test. */
export function feedsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "feeds-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Stores a shop in English and German with so many products of one variant each, ids from `p0000001` on. */
export async function storeCatalogue(db: Db, count: number, of: ShopDomain = shop): Promise<void> {
  await db.orm
    .insert(shops)
    .values({ shop: of, name: "Fern & Field", currency: "EUR", primaryDomain: "fern.example", installedAt: startAt })
    .onConflictDoNothing();
  const locale = { shop: of, published: true, reachable: true };
  await db.orm.insert(shopLocales).values([
    { ...locale, locale: "en", isPrimary: true, position: 0 },
    { ...locale, locale: "de", isPrimary: false, position: 1 },
  ]);
  for (let from = 0; from < count; from += 200) {
    const rows = Array.from({ length: Math.min(200, count - from) }, (_, at) => rowOf(of, from + at + 1));
    await db.orm.insert(products).values(rows);
  }
}

function rowOf(of: string, n: number) {
  const id = idOf(n);
  return {
    shop: of,
    id,
    status: "active" as const,
    updatedAt: startAt,
    syncedAt: startAt,
    createdAt: startAt,
    factsDigest: "f",
    liveDigest: "l",
    title: `Linen sheet ${n}`,
    vendor: "Fern & Field",
    productType: "Sheets",
    handle: `sheet-${n}`,
    seoTitle: null,
    seoDescription: null,
    bullets: ["Washed twice, soft from the first night", "Cool in summer"],
    descriptionHtml: `<p>Washed linen no. ${n}.</p>`,
    facts: {
      category: null,
      tags: ["linen"],
      options: [],
      attributes: [{ name: "Material", value: "Linen" }],
      images: [{ id: `gid://shopify/MediaImage/${n}`, url: `https://cdn.example/${n}.jpg`, alt: null }],
      onlineStoreUrl: `https://fern.example/products/sheet-${n}`,
    },
    variants: [
      {
        id: String(n),
        position: 1,
        title: "Default",
        sku: `S-${n}`,
        barcode: null,
        price: "49.00",
        available: true,
        weightGrams: 900,
        options: [],
      },
    ],
  };
}

export function idOf(n: number): string {
  return `p${String(n).padStart(7, "0")}`;
}

/** A text that the shop holds in German. */
export async function translate(db: Db, n: number, texts: Record<string, string>): Promise<void> {
  const held = Object.entries(texts).map(([name, value]) => [name, { value, outdated: false, updatedAt: null }]);
  await db.orm
    .insert(shopTranslations)
    .values({ shop, owner: idOf(n), locale: "de", texts: Object.fromEntries(held), readAt: startAt });
}

export const choices: Feed["choices"] = {
  locale: "en",
  market: "",
  country: "DE",
  currency: "EUR",
  itemId: "variant",
  untranslated: "leave_out",
  settings: {},
};

/** @returns the id of a new feed */
export async function addFeed(
  db: Db,
  {
    template = "generic-csv",
    dailyAt = null,
    ...changes
  }: Partial<Feed["choices"]> & { template?: string; dailyAt?: number | null } = {},
): Promise<string> {
  const feed = { name: "Ours", template, dailyAt, choices: { ...choices, ...changes } };
  const saved = await db.transact({ shop }, () => saveFeed({ shop, id: null, feed, now: startAt }));
  if (saved === null || "problems" in saved) throw new Error(JSON.stringify(saved));
  return saved.id;
}

/** The file that a feed serves, as text. */
export async function servedFile(db: Db, folder: string, feedId: string): Promise<string> {
  const feed = await db.do(readFeed(shop, feedId));
  if (!feed?.file) throw new Error("the feed has no file");
  const content = await readFile(join(feedFolder(folder, shop, feedId), feed.file.name));
  return (feed.file.name.endsWith(".gz") ? gunzipSync(content) : content).toString();
}
