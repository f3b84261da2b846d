import { rowWriter } from "../../app/feeds/formats/row-writer.ts";
import { makeRows } from "../../app/feeds/make-rows.ts";
import type { FeedProduct, FeedScope, FeedText, Row } from "../../app/feeds/row.ts";
import { type FeedTemplate, type FeedTemplateInput, readTemplate } from "../../app/feeds/template.ts";
import { shippedTemplates } from "../../app/feeds/templates/all-templates.ts";

export function shipped(id: string): FeedTemplate {
  const template = shippedTemplates.get(id);
  if (!template) throw new Error(`no template ${id}`);
  return template;
}

export function templateOf(sent: FeedTemplateInput): FeedTemplate {
  const read = readTemplate(sent);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.template;
}

export const scope: FeedScope = {
  locale: "en",
  country: "US",
  currency: "USD",
  shopCurrency: "USD",
  market: "",
  channel: "google",
  storeName: "Fern & Field",
  storeUrl: "https://fern-and-field.example",
  itemId: "variant",
  untranslated: "leave_out",
  settings: {
    condition: "new",
    seller_name: "Fern & Field",
    is_eligible_search: "true",
    is_eligible_checkout: "false",
    seller_id: "A2SELLER",
    marketplace_id: "ATVPDKIKX0DER",
    category_id: "20571",
    condition_id: "1000",
    format: "FixedPrice",
  },
};

type Texts = Record<string, FeedText["body"] | Partial<FeedText>>;

export function product({
  texts = {},
  ...given
}: Partial<Omit<FeedProduct, "texts">> & { texts?: Texts } = {}): FeedProduct {
  const all: Texts = { title: "Linen bed sheet", desc: "<p>Washed linen, 160 g/m².</p>", ...texts };
  return {
    id: "11",
    title: "Linen bed sheet",
    vendor: "Fern & Field",
    productType: "Sheets",
    handle: "linen-bed-sheet",
    status: "active",
    category: "Home & Garden > Linens & Bedding > Bedding > Bed Sheets",
    tags: ["linen", "bed"],
    attributes: [{ name: "Material", value: "100 % linen" }],
    images: [{ id: "gid://shopify/MediaImage/1", url: "https://cdn.example/sheet.jpg", alt: null }],
    url: "https://fern-and-field.example/products/linen-bed-sheet",
    variants: [variant({})],
    ...given,
    texts: new Map(
      Object.entries(all).map(([name, one]): [string, FeedText] => {
        const given = typeof one === "string" || Array.isArray(one) ? { body: one } : one;
        return [name, { body: "", by: "person", from: "live", ...given }];
      }),
    ),
  };
}

export function variant(given: Partial<FeedProduct["variants"][number]>): FeedProduct["variants"][number] {
  return {
    id: "91",
    position: 1,
    title: "Default",
    sku: "SHEET-1",
    barcode: "4006381333931",
    price: "89.00",
    weightGrams: 900,
    available: true,
    options: [],
    ...given,
  };
}

/** A whole file of these rows that may leave. */
export function fileOf(template: FeedTemplate, rows: readonly Row[], of: FeedScope = scope): string {
  const writer = rowWriter(template, of);
  const written = rows.filter(({ leftOut }) => leftOut.length === 0);
  const half = Math.ceil(written.length / 2);
  const pieces = [writer.rows(written.slice(0, half), 0), writer.rows(written.slice(half), half)];
  return writer.head() + pieces.join("") + writer.foot(written.length);
}

export function rowsOf(id: string, products: readonly FeedProduct[], of: Partial<FeedScope> = {}): Row[] {
  const template = shipped(id);
  return products.flatMap((one) => makeRows(template, one, { ...scope, channel: template.channel, ...of }));
}
