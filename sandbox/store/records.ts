import type { Validation } from "./validations.ts";

/** What the sandbox store keeps. Ids are the numbers inside Shopify's gids; times are integer epoch milliseconds. */
export type ProductStatus = "ACTIVE" | "ARCHIVED" | "DRAFT" | "UNLISTED";

export interface ProductRecord {
  __typename: "Product";
  id: number;
  handle: string;
  title: string;
  descriptionHtml: string;
  vendor: string;
  productType: string;
  status: ProductStatus;
  tags: string[];
  /** Key of a taxonomy category, without the gid prefix. */
  categoryId: string | null;
  createdAt: number;
  updatedAt: number;
  publishedAt: number | null;
  seoTitle: string | null;
  seoDescription: string | null;
  templateSuffix: string | null;
  options: OptionRecord[];
  variants: VariantRecord[];
  media: MediaRecord[];
  metafields: MetafieldRecord[];
  collectionIds: number[];
}

export interface OptionRecord {
  __typename: "ProductOption";
  id: number;
  name: string;
  values: OptionValueRecord[];
  /** the metafield of the product that its values are taken from */
  linked?: { namespace: string; key: string };
}

export interface OptionValueRecord {
  __typename: "ProductOptionValue";
  id: number;
  name: string;
  /** of a linked option: the metaobject that the value is */
  metaobjectId?: number;
}

export interface BarcodeRecord {
  type: "ASIN" | "EAN" | "GTIN" | "ISBN" | "UPC" | null;
  value: string;
}

export interface VariantRecord {
  __typename: "ProductVariant";
  id: number;
  productId: number;
  /** One value per option of the product, in its order. */
  values: string[];
  sku: string | null;
  /** the first one is what `barcode` shows */
  barcodes: BarcodeRecord[];
  priceCents: number;
  compareAtPriceCents: number | null;
  weightGrams: number;
  inventory: number;
  createdAt: number;
  updatedAt: number;
}

export interface MediaRecord {
  __typename: "MediaImage";
  id: number;
  /** the product it was added to; others may show it as well */
  productId: number;
  alt: string | null;
  /** Path under `/cdn/` on the store's own port, or an absolute URL that a mutation gave. */
  path: string;
  width: number;
  height: number;
  status: "UPLOADED" | "READY" | "PROCESSING" | "FAILED";
  createdAt: number;
  updatedAt: number;
}

export type OwnerType =
  | "Product"
  | "ProductVariant"
  | "Collection"
  | "Page"
  | "Blog"
  | "Article"
  | "Shop"
  | "AppInstallation";

export interface MetafieldRecord {
  __typename: "Metafield";
  id: number;
  ownerType: OwnerType;
  ownerId: number;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: number;
  updatedAt: number;
}

export interface CollectionRecord {
  __typename: "Collection";
  id: number;
  handle: string;
  title: string;
  descriptionHtml: string;
  seoTitle: string | null;
  seoDescription: string | null;
  updatedAt: number;
  /** null for a manual collection */
  ruleSet: CollectionRuleSet | null;
}

export interface CollectionRuleSet {
  /** one rule is enough */
  appliedDisjunctively: boolean;
  rules: CollectionRule[];
}

export interface CollectionRule {
  column: "TAG" | "TITLE" | "TYPE" | "VENDOR" | "VARIANT_PRICE";
  relation: "EQUALS" | "NOT_EQUALS" | "CONTAINS" | "NOT_CONTAINS" | "GREATER_THAN" | "LESS_THAN";
  condition: string;
}

export interface MetaobjectRecord {
  __typename: "Metaobject";
  id: number;
  type: string;
  displayName: string;
  /** its texts, with the rules of their definitions; of fields of other types only `references` are modelled */
  fields: { key: string; value: string; type: string; validations?: Validation[] }[];
  /** fields that point to values of the taxonomy: key → gid, or a JSON list of them */
  references?: Readonly<Record<string, string>>;
  /** absent: made of the name */
  handle?: string;
  updatedAt: number;
  /** its definition lets it be translated; default: it does */
  translatable?: boolean;
}

export interface MetafieldDefinitionRecord {
  __typename: "MetafieldDefinition";
  id: number;
  ownerType: string;
  namespace: string;
  key: string;
  name: string;
  description: string | null;
  type: string;
  validations: Validation[];
  pinnedPosition: number | null;
  access: { admin: string; storefront: string; customerAccount: string };
  /** bare ids of categories, and all in them: only their products may have it. Absent: all may */
  categories?: readonly string[];
}

export interface TranslationRecord {
  key: string;
  locale: string;
  marketId: string | null;
  value: string;
  /** Digest of the source text that it was made from. */
  digest: string;
  updatedAt: number;
}

export interface WebhookSubscriptionRecord {
  __typename: "WebhookSubscription";
  id: number;
  /** As in the API: `PRODUCTS_UPDATE`. */
  topic: string;
  uri: string;
  createdAt: number;
  updatedAt: number;
}

export function gid(type: string, id: number | string): string {
  return `gid://shopify/${type}/${id}`;
}

/** Splits a gid; undefined when it is none. */
export function parseGid(value: unknown): { type: string; key: string } | undefined {
  const match = typeof value === "string" ? /^gid:\/\/shopify\/(\w+)\/([^?]+)/.exec(value) : null;
  return match ? { type: match[1] as string, key: match[2] as string } : undefined;
}

/** The number in a gid of the given type, or undefined. A bare number is taken too, as Shopify does in some places. */
export function idOf(type: string, value: unknown): number | undefined {
  const parsed = parseGid(value);
  if (!parsed || parsed.type !== type || !/^\d+$/.test(parsed.key)) return undefined;
  return Number(parsed.key);
}

/** Shopify writes times without milliseconds. */
export function isoTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
