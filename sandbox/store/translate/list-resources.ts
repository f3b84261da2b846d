import { gid, idOf, type MediaRecord, type MetafieldRecord, type ProductRecord, parseGid } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import { metafieldTexts } from "./metafield-content.ts";
import { storeTextKinds } from "./store-texts.ts";
import { metafieldAt, translatableContent } from "./translatable-content.ts";

export interface ResourceRef {
  resourceId: string;
}

/** Where a list goes on: after this resource, in this direction. */
export interface From {
  after?: string | undefined;
  reverse?: boolean | undefined;
}

/**
 * The resources of a type in order of their owners' ids. Those of products are computed product by product, so that a page of a
 * large catalogue reads no more than its own products. A resource without any text (an image without alt text, a policy not yet
 * written) is missing here, though it can be read by its id.
 */
export function* listResources(shop: ShopState, type: string, from: From = {}): Generator<ResourceRef> {
  for (const resourceId of after(all(shop, type, from), from.after)) {
    if (alwaysListed.has(type) || (translatableContent(shop, resourceId) ?? []).length > 0) yield { resourceId };
  }
}

/** They cannot be without a text: reading it for a list would cost a digest each. */
const alwaysListed: ReadonlySet<string> = new Set([
  "PRODUCT",
  "PRODUCT_OPTION",
  "PRODUCT_OPTION_VALUE",
  "METAFIELD",
  "COLLECTION",
]);

function* all(shop: ShopState, type: string, from: From): Generator<string> {
  const inOrder = <T>(list: Iterable<T>): T[] => (from.reverse ? [...list].reverse() : [...list]);
  const ofProduct = productParts[type];
  if (type === "METAFIELD" && from.reverse) yield* otherMetafields(shop, inOrder);
  if (type === "PRODUCT" || ofProduct) {
    const start = from.after === undefined ? undefined : productOf(shop, from.after);
    // The product that a list broke off at is read again: its other parts may still have to come.
    const before = start === undefined ? undefined : from.reverse ? start + 1 : start - 1;
    for (const head of shop.products.heads({ after: before, reverse: from.reverse })) {
      if (type === "PRODUCT") yield gid("Product", head.id);
      else if (ofProduct) yield* inOrder(ofProduct(shop, head.record()));
    }
    if (type === "METAFIELD" && !from.reverse) yield* otherMetafields(shop, inOrder);
    return;
  }
  if (type === "COLLECTION") yield* inOrder([...shop.collections.keys()].map((id) => gid("Collection", id)));
  if (type === "METAOBJECT") yield* inOrder([...shop.metaobjects.keys()].map((id) => gid("Metaobject", id)));
  if (type in storeTextKinds) {
    for (const text of inOrder(shop.texts.values())) if (text.kind === type) yield text.resourceId;
  }
}

function* otherMetafields(
  shop: ShopState,
  inOrder: (list: Iterable<MetafieldRecord>) => MetafieldRecord[],
): Generator<string> {
  for (const { id } of inOrder([...shop.otherMetafields.values()].flat())) {
    const metafield = metafieldAt(shop, id);
    if (metafield && metafieldTexts(shop, metafield)) yield gid("Metafield", id);
  }
}

/** The parts of a product that are resources of their own, with the type that each is asked for by. */
const productParts: Readonly<Record<string, (shop: ShopState, product: ProductRecord) => string[]>> = {
  PRODUCT_OPTION: (_shop, product) => product.options.map((option) => gid("ProductOption", option.id)),
  PRODUCT_OPTION_VALUE: (_shop, product) =>
    product.options.flatMap((option) => option.values.map((value) => gid("ProductOptionValue", value.id))),
  METAFIELD: (shop, product) =>
    product.metafields.flatMap((one) => (metafieldTexts(shop, one) ? gid("Metafield", one.id) : [])),
  MEDIA_IMAGE: (shop, product) =>
    product.media.flatMap((one) => (isListedWith(shop, product, one) ? gid("MediaImage", one.id) : [])),
};

/** An image that several products show is listed once. */
function isListedWith(shop: ShopState, product: ProductRecord, image: MediaRecord): boolean {
  return image.productId === product.id || shop.products.holdersOf(image.id)[0]?.id === product.id;
}

function productOf(shop: ShopState, resourceId: string): number | undefined {
  const type = parseGid(resourceId)?.type ?? "";
  const id = idOf(type, resourceId) ?? 0;
  const kinds = { ProductOption: "option", ProductOptionValue: "optionValue", MediaImage: "media" } as const;
  if (type === "Product") return id;
  if (type === "Metafield") {
    const owner = metafieldAt(shop, id);
    return owner?.ownerType === "Product" ? owner.ownerId : undefined;
  }
  return type in kinds ? shop.products.ownerOf(kinds[type as keyof typeof kinds], id)?.id : undefined;
}

/** What comes after one of the ids; all of them when it is not among them. */
function* after(ids: Iterable<string>, last: string | undefined): Generator<string> {
  let held: string[] = [];
  let found = last === undefined;
  for (const id of ids) {
    if (found) yield id;
    else if (id === last) {
      found = true;
      held = [];
    } else held.push(id);
  }
  if (!found) yield* held;
}

/**
 * What hangs below a resource. A menu's links are missing at any depth, as measured at Shopify: they are found by the numbers of
 * its menu items.
 */
export function nestedResources(shop: ShopState, resourceId: string, type: unknown): ResourceRef[] {
  const wanted = (one: string) => type === undefined || type === null || type === one;
  const refs = (ids: readonly string[]) => ids.map((id) => ({ resourceId: id }));
  const parsed = parseGid(resourceId);
  const id = parsed ? idOf(parsed.type, resourceId) : undefined;
  if (!parsed || id === undefined) return [];
  const product = parsed.type === "Product" ? shop.products.get(id) : undefined;
  if (product) {
    return Object.entries(productParts).flatMap(([name, parts]) => (wanted(name) ? refs(parts(shop, product)) : []));
  }
  if (parsed.type === "ProductOption" && wanted("PRODUCT_OPTION_VALUE")) {
    const option = shop.products.ownerOf("option", id)?.options.find((one) => one.id === id);
    return refs((option?.values ?? []).map((value) => gid("ProductOptionValue", value.id)));
  }
  const metafields = wanted("METAFIELD") ? (shop.otherMetafields.get(resourceId) ?? []) : [];
  const children = [...shop.texts.values()].filter(
    (text) => text.parentId === resourceId && text.kind !== "LINK" && wanted(text.kind),
  );
  return refs([
    ...metafields.flatMap((one) => (metafieldTexts(shop, one) ? gid("Metafield", one.id) : [])),
    ...children.map((text) => text.resourceId),
  ]);
}
