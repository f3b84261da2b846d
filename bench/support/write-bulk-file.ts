import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { richFields, untidy } from "./rich-products.ts";

export interface BulkFileOptions {
  products: number;
  variants: number;
  /** `grouped`: each product's lines together; `scattered`: all products first, then all variants, barcodes, images, metafields */
  order: "grouped" | "scattered";
  /** changes the texts, for a second import that finds changes */
  edition?: number;
  /** fields of many types and untidy HTML, as `rich-products.ts` has them */
  rich?: boolean;
}

const things = ["Shirt", "Trousers", "Kettle", "Lamp", "Backpack", "Scarf", "Mug", "Blanket", "Chair", "Notebook"];
const materials = ["linen", "cotton", "oak", "steel", "wool", "glass", "leather", "bamboo", "ceramic", "cork"];
const colors = ["Black", "Sand", "Olive", "Navy", "Rust", "Ivory", "Sage"];
const words = `soft sturdy light everyday quiet bright simple woven turned brushed glazed stitched folded lined rounded
  kitchen table garden window evening morning travel office hallway shelf basket pocket handle lid collar cuff hem`.split(
  /\s+/,
);

/** Writes a result of the app's bulk query as Shopify does: one JSON line an object, children with `__parentId`. */
export async function writeBulkFile(file: string, options: BulkFileOptions): Promise<{ lines: number }> {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  let lines = 0;
  const write = async (values: unknown[]): Promise<void> => {
    lines += values.length;
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join("");
    if (!out.write(text)) await once(out, "drain");
  };
  const children: ((i: number, options: BulkFileOptions) => unknown[])[] = [
    variantsOf,
    barcodesOf,
    imagesOf,
    metafieldsOf,
  ];
  if (options.order === "grouped") {
    for (let i = 0; i < options.products; i++) {
      await write([productOf(i, options), ...children.flatMap((of) => of(i, options))]);
    }
  } else {
    for (let i = 0; i < options.products; i++) await write([productOf(i, options)]);
    for (const of of children) for (let i = 0; i < options.products; i++) await write(of(i, options));
  }
  out.end();
  await finished(out);
  return { lines };
}

/** Spread evenly and the same in every run. */
function pick<T>(list: readonly T[], seed: number, salt: number): T {
  const at = (Math.imul(seed + 1, 2_654_435_761) ^ Math.imul(salt + 7, 40_503)) >>> 0;
  return list[at % list.length] as T;
}

function productOf(i: number, { edition = 0, rich = false }: BulkFileOptions) {
  const thing = pick(things, i, 1);
  const material = pick(materials, i, 2);
  const sentence = (salt: number) => Array.from({ length: 12 }, (_, n) => pick(words, i * 31 + n, salt)).join(" ");
  const id = gid("Product", i);
  const html =
    i % 20 === 0
      ? ""
      : `<p>${sentence(5)}.</p><ul><li>${sentence(6)}</li><li>${sentence(7)}</li></ul><p>${sentence(8)} ${edition}</p>`;
  return {
    id,
    title: `${material.charAt(0).toUpperCase()}${material.slice(1)} ${thing} ${pick(words, i, 3)} No. ${i}`,
    handle: `${material}-${thing.toLowerCase()}-${i}`,
    vendor: `Maker ${pick(range(200), i, 4)}`,
    productType: thing,
    status: i % 10 === 0 ? "DRAFT" : "ACTIVE",
    descriptionHtml: rich ? untidy(i, html) : html,
    tags: [material, thing.toLowerCase(), `season-${i % 4}`, pick(words, i, 9)],
    createdAt: "2025-03-01T08:00:00Z",
    updatedAt: new Date(Date.UTC(2026, 0, 1) + ((i * 7_919) % 20_000_000) * 1_000 + edition).toISOString(),
    seo: { title: i % 3 === 0 ? `${material} ${thing}` : null, description: null },
    category: { fullName: `Home > ${thing}` },
    options: [{ name: "Color", values: colors.slice(0, 3) }],
    bullets: null,
  };
}

function variantsOf(i: number, { variants }: BulkFileOptions) {
  return range(variants).map((n) => ({
    id: gid("ProductVariant", i * 100 + n),
    position: n + 1,
    title: colors[n % colors.length],
    sku: `SKU-${i}-${n}`,
    barcode: barcodeOf(i, n),
    price: "29.00",
    selectedOptions: [{ name: "Color", value: colors[n % colors.length] }],
    inventoryItem: { measurement: { weight: { value: 240, unit: "GRAMS" } } },
    __parentId: gid("Product", i),
  }));
}

function barcodesOf(i: number, { variants }: BulkFileOptions) {
  return range(variants).map((n) => ({
    value: barcodeOf(i, n),
    type: null,
    __parentId: gid("ProductVariant", i * 100 + n),
  }));
}

function barcodeOf(i: number, n: number): string {
  return String(2_000_000_000_000 + i * 100 + n);
}

function imagesOf(i: number) {
  return [
    {
      id: gid("MediaImage", i),
      mediaContentType: "IMAGE",
      alt: i % 2 === 0 ? "On a table" : null,
      image: { url: `https://cdn.shopify.com/s/files/1/0001/products/${i}.jpg?v=1` },
      __parentId: gid("Product", i),
    },
  ];
}

function metafieldsOf(i: number, { rich = false }: BulkFileOptions) {
  const type = "single_line_text_field";
  const fields = [
    { key: "material", type, value: `100% ${pick(materials, i, 2)}` },
    { key: "care_guide", type, value: "Wash at 30 °C" },
    ...(rich ? richFields(i) : []),
  ];
  return fields.map((field, n) => ({
    id: gid("Metafield", i * 20 + n),
    namespace: "custom",
    ...field,
    definition: null,
    __parentId: gid("Product", i),
  }));
}

function gid(type: string, n: number): string {
  return `gid://shopify/${type}/${7_000_000_000_000 + n}`;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, n) => n);
}
