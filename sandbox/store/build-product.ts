import type { CatalogueProduct } from "../catalogue/shape.ts";
import { type Family, makeId } from "./id-space.ts";
import { picturePath, pictureWidth } from "./picture.ts";
import type { BarcodeRecord, MetafieldRecord, OptionRecord, ProductRecord, VariantRecord } from "./records.ts";
import { slugify } from "./text.ts";

/** Makes the full record of a product in a slot of the id space. */
export function buildProduct(
  source: CatalogueProduct,
  place: { family: Family; slot: number; createdAt: number; updatedAt: number; handle?: string },
  collectionIds: number[] = [],
): ProductRecord {
  const { family, slot, createdAt, updatedAt } = place;
  const id = makeId("product", family, slot);
  const entries = Object.entries(source.options ?? { Title: ["Default Title"] });
  const options = entries.map(
    ([name, values], i): OptionRecord => ({
      __typename: "ProductOption",
      id: makeId("option", family, slot, i),
      name,
      values: values.map((value, j) => ({
        __typename: "ProductOptionValue",
        id: makeId("optionValue", family, slot, i * 128 + j),
        name: value,
      })),
    }),
  );
  const metafields = [
    ...Object.entries(source.specs ?? {}).map(
      ([key, value]) => ["specs", key, "single_line_text_field", value] as const,
    ),
    ...Object.entries(source.metafields ?? {}).map(([name, [type, value]]) => {
      const dot = name.indexOf(".");
      return [name.slice(0, dot), name.slice(dot + 1), type, value] as const;
    }),
  ];
  return {
    __typename: "Product",
    id,
    handle: place.handle ?? slugify(source.title, String(slot)),
    title: source.title,
    descriptionHtml: source.html,
    vendor: source.vendor,
    productType: source.type,
    status: source.status ?? "ACTIVE",
    tags: [...source.tags].sort((a, b) => (a < b ? -1 : 1)),
    categoryId: source.category ?? null,
    createdAt,
    updatedAt,
    publishedAt: (source.status ?? "ACTIVE") === "ACTIVE" ? createdAt : null,
    seoTitle: source.seo?.title ?? null,
    seoDescription: source.seo?.description ?? null,
    templateSuffix: null,
    options,
    variants: buildVariants(source, entries, place, id),
    media: (source.images ?? []).map((alt, i) => ({
      __typename: "MediaImage",
      id: makeId("media", family, slot, i),
      productId: id,
      alt,
      path: picturePath(id, i, colorsOf(source)),
      width: pictureWidth,
      height: pictureWidth,
      status: "READY",
      createdAt,
      updatedAt: createdAt,
    })),
    metafields: metafields.map(
      ([namespace, key, type, value], i): MetafieldRecord => ({
        __typename: "Metafield",
        id: makeId("metafield", family, slot, i),
        ownerType: "Product",
        ownerId: id,
        namespace,
        key,
        type,
        value,
        createdAt,
        updatedAt: createdAt,
      }),
    ),
    collectionIds,
  };
}

/** What the product's own words say of its colour, in the order of its values. */
function colorsOf({ options = {}, specs = {}, title }: CatalogueProduct): string[] {
  const isColor = (name: string) => /^(?:colou?r|farbe)$/i.test(name);
  const own = Object.entries(options).flatMap(([name, values]) => (isColor(name) ? values : []));
  return [...own, ...Object.entries(specs).flatMap(([name, value]) => (isColor(name) ? [value] : [])), title];
}

function buildVariants(
  source: CatalogueProduct,
  options: [string, string[]][],
  place: { family: Family; slot: number; createdAt: number; updatedAt: number },
  productId: number,
): VariantRecord[] {
  let rows: { values: string[]; first: number }[] = [{ values: [], first: 0 }];
  options.forEach(([, values], depth) => {
    rows = rows.flatMap((row) =>
      values.map((value, i) => ({ values: [...row.values, value], first: depth === 0 ? i : row.first })),
    );
  });
  return rows.slice(0, 128).map((row, i) => ({
    __typename: "ProductVariant",
    id: makeId("variant", place.family, place.slot, i),
    productId,
    values: row.values,
    sku: source.sku === null ? null : `${source.sku ?? `SF${place.slot}`}-${String(i + 1).padStart(2, "0")}`,
    barcodes: barcodesOf(source, place.slot, i),
    priceCents: Math.round((source.price + row.first * (source.priceStep ?? 0)) * 100),
    compareAtPriceCents: source.compareAt === undefined ? null : Math.round(source.compareAt * 100),
    weightGrams: source.grams ?? 0,
    inventory: (place.slot * 7 + i * 13) % 97,
    createdAt: place.createdAt,
    updatedAt: place.createdAt,
  }));
}

/** The further ones are the first variant's. */
function barcodesOf({ sku, moreBarcodes = [] }: CatalogueProduct, slot: number, i: number): BarcodeRecord[] {
  const own: BarcodeRecord[] = sku === null ? [] : [{ type: null, value: ean13(slot * 128 + i) }];
  return i === 0 ? [...own, ...moreBarcodes.map(([type, value]) => ({ type, value }))] : own;
}

/** A number with a right check digit, from the range 200–299 that shops use for themselves. */
function ean13(n: number): string {
  const body = `20${String(n % 10_000_000_000).padStart(10, "0")}`;
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += Number(body[i]) * (i % 2 === 0 ? 1 : 3);
  return body + String((10 - (sum % 10)) % 10);
}
