import { z } from "zod";
import type { ProductStatus, StoredFacts, StoredVariant } from "../db/schema/index.ts";
import { type ProductNode, textMetafieldOf, type VariantNode } from "../shopify/operations/index.ts";
import { type Attribute, attributeOf } from "./attribute-of.ts";
import { withBarcodes } from "./barcodes.ts";
import { type ChildNode, numberOf } from "./bulk-line.ts";
import { isDefaultPair } from "./default-option.ts";
import { factsDigest } from "./facts.ts";
import { isKeywordField, keywordsFrom, keywordTerms } from "./keywords.ts";
import { liveDigest, missingBits } from "./live-texts.ts";
import { textOfMetafield } from "./metafield-text.ts";
import type { StoredProduct } from "./product.ts";
import { type NameOf, noNames } from "./reference-names.ts";
import type { TextPlace } from "./text-places.ts";

/** A product as Shopify describes it, in stored form: the columns that an import or a re-read writes. */
export type ProductRecord = Omit<
  StoredProduct,
  "rowId" | "shop" | "contentState" | "otherTargets" | "wholeAt" | "syncedAt" | "goneAt"
>;

/** What hangs on a product, in stored form. */
export interface Parts {
  variants: StoredVariant[];
  images: StoredFacts["images"];
  attributes: Attribute[];
  keywords: Record<string, string[]> | undefined;
}

/**
 * Makes the stored form of a product out of what Shopify answered, with its digests.
 * @param places metafields of the content types that the shop added: their values are texts and no facts
 * @param nameOf what the resources are called that metafields point to
 */
export function assembleProduct(
  node: ProductNode,
  children: readonly ChildNode[],
  places: readonly TextPlace[] = [],
  nameOf: NameOf = noNames,
): ProductRecord {
  const parts = joinParts({ variants: [], images: [], attributes: [], keywords: undefined }, children, {
    places,
    nameOf,
  });
  const named = node.options.map(({ name, values }) => ({ name, values }));
  const options = node.hasOnlyDefaultVariant ? [] : named.filter((option) => !isPlaceholder(option));
  return digested(places, {
    id: numberOf(node.id),
    shopifyId: node.id,
    status: statuses.parse(node.status.toLowerCase()),
    updatedAt: timeOf(node.updatedAt),
    createdAt: timeOf(node.createdAt),
    title: node.title,
    vendor: node.vendor,
    productType: node.productType,
    handle: node.handle,
    seoTitle: node.seo.title ?? null,
    seoDescription: node.seo.description ?? null,
    bullets: bulletsOf(node.bullets?.value),
    addedTexts: addedTextsOf(node, places),
    descriptionHtml: node.descriptionHtml,
    facts: {
      category: node.category?.fullName ?? null,
      tags: node.tags,
      options,
      attributes: parts.attributes,
      images: inOrder(parts.images, node.featuredMedia?.id),
      featuredImage: node.featuredMedia?.id,
      ...(node.onlineStoreUrl === undefined ? {} : { onlineStoreUrl: node.onlineStoreUrl }),
      keywords: parts.keywords,
    },
    variants: withOptionsOf(parts.variants, options),
  });
}

/** Adds children that came by late to a product stored without them. */
export function addChildren(
  stored: ProductRecord,
  children: readonly ChildNode[],
  places: readonly TextPlace[] = [],
  nameOf: NameOf = noNames,
): ProductRecord {
  const { images, attributes, keywords } = stored.facts;
  const parts = joinParts({ variants: stored.variants, images, attributes, keywords }, children, { places, nameOf });
  return digested(places, {
    ...stored,
    facts: {
      ...stored.facts,
      images: inOrder(parts.images, stored.facts.featuredImage),
      attributes: parts.attributes,
      keywords: parts.keywords,
    },
    variants: withOptionsOf(parts.variants, stored.facts.options),
  });
}

const statuses = z.enum(["active", "draft", "archived", "unlisted"] as const satisfies ProductStatus[]);

function timeOf(iso: string): number {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) throw new Error("a product's time cannot be read");
  return time;
}

function digested(
  places: readonly TextPlace[],
  product: Omit<ProductRecord, "factsDigest" | "liveDigest" | "missing" | "variantCount" | "imageUrl">,
): ProductRecord {
  return {
    ...product,
    imageUrl: product.facts.images[0]?.url ?? null,
    variantCount: product.variants.length,
    missing: missingBits(product, places),
    factsDigest: factsDigest(product),
    liveDigest: liveDigest(product),
  };
}

/** A union by id: a line that is read again after a crash changes nothing. */
function joinParts(
  parts: Parts,
  children: readonly ChildNode[],
  { places, nameOf }: { places: readonly TextPlace[]; nameOf: NameOf },
): Parts {
  const variants = new Map(parts.variants.map((variant) => [variant.id, variant]));
  const images = new Map(parts.images.map((image) => [image.id, image]));
  const attributes = new Map(parts.attributes.map((attribute) => [attributeKey(attribute), attribute]));
  const keywords = new Map(Object.entries(parts.keywords ?? {}));
  const barcodes: Extract<ChildNode, { kind: "barcode" }>[] = [];
  for (const child of children) {
    if (child.kind === "variant") {
      const id = numberOf(child.node.id);
      variants.set(id, withBarcodes(variantOf(child.node), variants.get(id)?.barcodes ?? []));
    } else if (child.kind === "barcode") {
      // Kept until all variants are there: a barcode's line may come before its variant's.
      barcodes.push(child);
    } else if (child.kind === "metafield" && isKeywordField(child.node)) {
      const terms = keywordTerms(child.node);
      if (terms.length > 0) keywords.set(child.node.key, terms);
    } else if (child.kind === "metafield") {
      const attribute = places.some((place) => isAt(place, child.node)) ? null : attributeOf(child.node, nameOf);
      if (attribute) attributes.set(attributeKey(attribute), attribute);
    } else if (child.node.mediaContentType === "IMAGE" && child.node.image) {
      const { id, alt, image } = child.node;
      if (id) images.set(id, { id, url: image.url, alt: alt || null });
    }
  }
  for (const { variantId, node } of barcodes) {
    const variant = variants.get(variantId);
    if (variant) variants.set(variantId, withBarcodes(variant, [node]));
  }
  return {
    variants: [...variants.values()].sort((a, b) => a.position - b.position),
    images: [...images.values()],
    // In a fixed order, or the digest would change with the order in which the shop lists metafields.
    attributes: [...attributes.keys()].sort().flatMap((key) => attributes.get(key) ?? []),
    keywords: keywordsFrom(keywords),
  };
}

function isAt(place: TextPlace, { namespace, key }: { namespace: string; key: string }): boolean {
  return place.key === key && place.namespace === namespace;
}

/** The live texts that the shop added, in a fixed order; null when there is none. */
function addedTextsOf(node: ProductNode, places: readonly TextPlace[]): ProductRecord["addedTexts"] {
  const texts = places.flatMap(({ contentType, type }) => {
    const metafield = textMetafieldOf(node, contentType);
    const text = metafield ? textOfMetafield(type, metafield) : null;
    return text === null ? [] : [[contentType, text] as const];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}

/** The first one is the shop's featured one, the others follow by age, since a bulk result has no order. */
function inOrder(images: StoredFacts["images"], featured: string | undefined): StoredFacts["images"] {
  if (images.length < 2) return images;
  const rank = ({ id }: { id: string }) => (id === featured ? -1 : Number(numberOf(id)));
  return images.sort((a, b) => rank(a) - rank(b));
}

function attributeKey({ name, value }: Attribute): string {
  return `${name}\n${value}`;
}

function variantOf(node: VariantNode): StoredVariant {
  return {
    id: numberOf(node.id),
    position: node.position,
    title: node.title,
    sku: node.sku || null,
    barcode: node.barcode || null,
    price: node.price ?? null,
    ...(node.compareAtPrice ? { compareAtPrice: node.compareAtPrice } : {}),
    ...(node.availableForSale === undefined ? {} : { available: node.availableForSale }),
    weightGrams: gramsOf(node.inventoryItem?.measurement?.weight),
    options: node.selectedOptions,
  };
}

const gramsPer: Record<string, number> = { GRAMS: 1, KILOGRAMS: 1_000, OUNCES: 28.349523125, POUNDS: 453.59237 };

function gramsOf(weight: { value: number; unit: string } | null | undefined): number | null {
  const factor = weight ? gramsPer[weight.unit] : undefined;
  return weight && factor ? Math.round(weight.value * factor) : null;
}

/** A product without options carries a default pair without meaning. */
function isPlaceholder({ name, values: [value, ...more] }: { name: string; values: string[] }): boolean {
  return value !== undefined && more.length === 0 && isDefaultPair(name, value);
}

/** Variants say their values of the product's own options. */
function withOptionsOf(variants: StoredVariant[], options: StoredFacts["options"]): StoredVariant[] {
  const names = new Set(options.map(({ name }) => name));
  return variants.every((variant) => variant.options.every(({ name }) => names.has(name)))
    ? variants
    : variants.map((variant) => ({ ...variant, options: variant.options.filter(({ name }) => names.has(name)) }));
}

const bulletList = z.array(z.string());

function bulletsOf(value: string | undefined): string[] | null {
  if (!value) return null;
  try {
    const parsed = bulletList.safeParse(JSON.parse(value));
    return parsed.success && parsed.data.length > 0 ? parsed.data : null;
  } catch {
    return null;
  }
}
