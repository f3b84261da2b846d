import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { ProductResourceType } from "../../app/shopify/operations/index.ts";

const firstProduct = 1_000;
const digestOf = (value: string) => createHash("sha256").update(value).digest("hex");

/**
 * Writes the results of the bulk queries for translations as Shopify does, a line a resource: of each product title and description,
 * and one option, in some languages.
 */
export async function writeTranslationFiles(
  fileOf: (type: ProductResourceType) => string,
  { products, locales }: { products: number; locales: number },
): Promise<void> {
  const write = async (type: ProductResourceType, lineOf: (n: number) => unknown) => {
    const out = createWriteStream(fileOf(type), { highWaterMark: 1 << 20 });
    for (let n = 0; n < products; n++) {
      if (!out.write(`${JSON.stringify(lineOf(n))}\n`)) await once(out, "drain");
    }
    out.end();
    await finished(out);
  };
  await write("PRODUCT_OPTION", (n) => lineFor(`ProductOption/${n + 1}`, { name: "Color" }, locales));
  await write("PRODUCT", (n) => {
    const title = `A title of the usual length, No. ${n}`;
    const html = `<p>${title} is made for the house and the garden, in three colors, and lasts for years.</p>`;
    return lineFor(`Product/${firstProduct + n}`, { title, body_html: html }, locales);
  });
}

function lineFor(resource: string, texts: Readonly<Record<string, string>>, locales: number) {
  const keys = Object.entries(texts);
  const translations = (at: number) =>
    keys.map(([key, value]) => ({ key, value: `${at} ${value}`, outdated: false, updatedAt: "2026-01-01T00:00:00Z" }));
  return {
    resourceId: `gid://shopify/${resource}`,
    translatableContent: keys.map(([key, value]) => ({ key, digest: digestOf(value) })),
    ...Object.fromEntries(Array.from({ length: locales }, (_, at) => [`t${at}`, translations(at)])),
  };
}
