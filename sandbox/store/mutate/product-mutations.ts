import { GraphQLError } from "graphql";
import { taxonomy } from "../../catalogue/taxonomy.ts";
import { buildProduct } from "../build-product.ts";
import { fitsCategory } from "../fits-category.ts";
import { savedField, savedHtml, savedSeo } from "../normalise.ts";
import { gid, idOf, type ProductRecord, type ProductStatus, parseGid } from "../records.ts";
import type { Args, Context, Fields } from "../resolve/context.ts";
import { freeHandle } from "../shop-state.ts";
import { plainText, slugify } from "../text.ts";
import { setMetafields } from "./metafield-mutations.ts";

export interface UserError {
  field: string[] | null;
  message: string;
}

/** What can be set on a product from outside, by mutation or by a person in the admin. */
export interface ProductChange {
  title?: string | null;
  descriptionHtml?: string | null;
  vendor?: string | null;
  productType?: string | null;
  handle?: string | null;
  status?: ProductStatus | null;
  tags?: string[] | null;
  category?: string | null;
  deleteConflictingConstrainedMetafields?: boolean | null;
  templateSuffix?: string | null;
  seo?: { title?: string | null; description?: string | null } | null;
  collectionsToJoin?: string[] | null;
  collectionsToLeave?: string[] | null;
  metafields?: unknown;
}

export function checkChange(context: Pick<Context, "shop">, change: ProductChange, isNew: boolean): UserError[] {
  const errors: UserError[] = [];
  const { title, handle, category, tags } = change;
  if ((isNew && title == null) || (title !== undefined && (title ?? "").trim() === "")) {
    errors.push({ field: ["title"], message: "Title can't be blank" });
  }
  if (typeof title === "string" && title.length > 255) {
    errors.push({ field: ["title"], message: "Title is too long (maximum is 255 characters)" });
  }
  const { descriptionBytes } = context.shop.habits;
  if (Buffer.byteLength(change.descriptionHtml ?? "") > descriptionBytes) {
    const message = `Body (HTML) is too big (maximum is ${Math.round(descriptionBytes / 1024)} KB)`;
    errors.push({ field: ["descriptionHtml"], message });
  }
  if (typeof handle === "string" && handle.length > 255) {
    errors.push({ field: ["handle"], message: "Handle is too long (maximum is 255 characters)" });
  }
  for (const [name, label] of [
    ["vendor", "Vendor"],
    ["productType", "Product type"],
  ] as const) {
    if ((change[name] ?? "").length > 255) {
      errors.push({ field: [name], message: `${label} is too long (maximum is 255 characters)` });
    }
  }
  if ((tags ?? []).length > 250) errors.push({ field: ["tags"], message: "Product tags exceeds 250 tags" });
  if (typeof category === "string" && taxonomy[parseGid(category)?.key ?? ""] === undefined) {
    // No userError, as replayed on a live store: the whole mutation is null.
    throw new GraphQLError("Invalid product_taxonomy_node_id", { extensions: { code: "INVALID" } });
  }
  if (change.deleteConflictingConstrainedMetafields && category === undefined) {
    const message = "deleteConflictingConstrainedMetafields can only be used when updating the category";
    errors.push({ field: ["deleteConflictingConstrainedMetafields"], message });
  }
  for (const id of [...(change.collectionsToJoin ?? []), ...(change.collectionsToLeave ?? [])]) {
    if (!context.shop.collections.has(idOf("Collection", id) ?? 0)) {
      errors.push({ field: ["collectionsToJoin"], message: "Collection does not exist" });
    }
  }
  return errors;
}

/** The changed record; the caller has checked the change. */
export function applyChange(
  context: Pick<Context, "shop">,
  before: ProductRecord,
  change: ProductChange,
): ProductRecord {
  const { shop } = context;
  const { habits } = shop;
  const after: ProductRecord = { ...before, updatedAt: shop.now() };
  if (typeof change.title === "string") after.title = savedField(change.title, habits);
  if (change.descriptionHtml !== undefined) after.descriptionHtml = savedHtml(change.descriptionHtml ?? "", habits);
  if (change.vendor !== undefined) after.vendor = change.vendor ?? "";
  if (change.productType !== undefined) after.productType = change.productType ?? "";
  if (change.templateSuffix !== undefined) after.templateSuffix = change.templateSuffix;
  if (change.tags) after.tags = cleanTags(change.tags);
  if (change.status) {
    after.status = change.status;
    after.publishedAt = change.status === "ACTIVE" ? (before.publishedAt ?? shop.now()) : before.publishedAt;
  }
  if (typeof change.handle === "string" && change.handle !== "") {
    after.handle = freeHandle(shop, slugify(change.handle, String(before.id)), before);
  }
  if (change.category !== undefined) {
    after.categoryId = change.category === null ? null : (parseGid(change.category)?.key ?? null);
    if (change.deleteConflictingConstrainedMetafields) {
      after.metafields = before.metafields.filter((metafield) => fitsCategory(shop, metafield, after.categoryId));
    }
  }
  if (change.seo) {
    const { title, description } = change.seo;
    if (title !== undefined) after.seoTitle = savedSeo(title ?? "", after.title, habits);
    if (description !== undefined) {
      after.seoDescription = savedSeo(description ?? "", plainText(after.descriptionHtml), habits);
    }
  }
  const ids = (list: string[] | null | undefined) => (list ?? []).map((id) => idOf("Collection", id) ?? 0);
  if (change.collectionsToJoin || change.collectionsToLeave) {
    const leave = ids(change.collectionsToLeave);
    const joined = new Set([...before.collectionIds, ...ids(change.collectionsToJoin)]);
    after.collectionIds = [...joined].filter((id) => !leave.includes(id));
  }
  return after;
}

/** Trimmed, without empty ones and repetitions (which differ in case only), sorted, as Shopify shows them. */
export function cleanTags(tags: string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags.flatMap((t) => t.split(",")).map((t) => t.trim())) {
    if (tag !== "" && !byKey.has(tag.toLowerCase())) byKey.set(tag.toLowerCase(), tag);
  }
  return [...byKey.values()].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

interface MediaInput {
  alt?: string | null;
  mediaContentType: string;
  originalSource: string;
}

function addMedia(context: Context, product: ProductRecord, media: unknown): ProductRecord {
  const inputs = (Array.isArray(media) ? media : []) as MediaInput[];
  if (inputs.length === 0) return product;
  const now = context.shop.now();
  const added = inputs.map((input) => ({
    __typename: "MediaImage" as const,
    id: context.shop.products.nextLooseId(product.id),
    productId: product.id,
    alt: input.alt ?? null,
    path: input.originalSource,
    width: 1200,
    height: 1200,
    status: "READY" as const,
    createdAt: now,
    updatedAt: now,
  }));
  return { ...product, media: [...product.media, ...added] };
}

const missing = (field: string[]) => ({ product: null, userErrors: [{ field, message: "Product does not exist" }] });

/** Metafields inside productCreate and productUpdate: applied with the product or not at all. */
function withMetafields(context: Context, product: ProductRecord, change: ProductChange) {
  const inputs = Array.isArray(change.metafields) ? (change.metafields as Record<string, unknown>[]) : [];
  if (inputs.length === 0) return { product, errors: [] as UserError[] };
  const owned = inputs.map((input) => ({ ...input, ownerId: gid("Product", product.id) }));
  const result = setMetafields(context, owned, new Map([[product.id, product]]));
  const errors = result.errors.map((e) => ({ field: e.field, message: e.message }));
  return { product: result.products.get(product.id) ?? product, errors };
}

function productUpdate(args: Args, context: Context) {
  const { shop } = context;
  const change = (args.product ?? args.input ?? {}) as ProductChange & { id?: string };
  const identifier = (args.identifier ?? {}) as { id?: string; handle?: string };
  const id = change.id ?? identifier.id;
  const before =
    identifier.handle !== undefined
      ? shop.products.byHandle(identifier.handle)
      : shop.products.get(idOf("Product", id) ?? 0);
  if (!before) return missing(["id"]);
  const errors = checkChange(context, change, false);
  if (errors.length > 0) return { product: null, userErrors: errors };
  const changed = addMedia(context, applyChange(context, before, change), args.media);
  const { product, errors: metafieldErrors } = withMetafields(context, changed, change);
  if (metafieldErrors.length > 0) return { product: null, userErrors: metafieldErrors };
  shop.products.put(product);
  context.notify("products/update", product.id);
  return { product, userErrors: [] };
}

function productCreate(args: Args, context: Context) {
  const { shop } = context;
  const change = (args.product ?? args.input ?? {}) as ProductChange & {
    productOptions?: { name?: string; values?: { name?: string }[] }[];
  };
  const shopSource = { __typename: "Shop" };
  const errors = checkChange(context, change, true);
  if (errors.length > 0) return { product: null, shop: shopSource, userErrors: errors };
  const now = shop.now();
  const title = change.title ?? "";
  const options = Object.fromEntries(
    (change.productOptions ?? []).map((o) => [o.name ?? "Title", (o.values ?? []).map((v) => v.name ?? "")]),
  );
  const slot = shop.products.nextSlot();
  const built = buildProduct(
    {
      title,
      html: "",
      vendor: change.vendor ?? shop.options.name,
      type: "",
      tags: [],
      price: 0,
      sku: null,
      ...(change.productOptions?.length ? { options } : {}),
    },
    { family: "created", slot, createdAt: now, updatedAt: now, handle: freeHandle(shop, slugify(title, String(slot))) },
  );
  // Only the first value of each option gets a variant, as in the API; the others are made by productVariantsBulkCreate.
  built.variants = built.variants.slice(0, 1);
  const changed = addMedia(context, applyChange(context, built, change), args.media);
  const { product, errors: metafieldErrors } = withMetafields(context, changed, change);
  if (metafieldErrors.length > 0) return { product: null, shop: shopSource, userErrors: metafieldErrors };
  shop.products.put(product);
  context.notify("products/create", product.id);
  return { product, shop: shopSource, userErrors: [] };
}

function productDelete(args: Args, context: Context) {
  const id = (args.input as { id?: string }).id;
  const number = idOf("Product", id);
  const shop = { __typename: "Shop" };
  if (number === undefined || !context.shop.products.get(number)) {
    const userErrors = [{ field: ["id"], message: "Product does not exist" }];
    return { deletedProductId: null, productDeleteOperation: null, shop, userErrors };
  }
  context.shop.products.delete(number);
  context.notify("products/delete", number);
  return { deletedProductId: id, productDeleteOperation: null, shop, userErrors: [] };
}

function changeTags(args: Args, context: Context, change: (have: string[], given: string[]) => string[]) {
  const number = idOf("Product", args.id);
  const before = number === undefined ? undefined : context.shop.products.get(number);
  if (!before) return { node: null, userErrors: [{ field: ["id"], message: "Product does not exist" }] };
  const given = (args.tags as string[]).flatMap((t) => t.split(",")).map((t) => t.trim());
  const tags = cleanTags(change(before.tags, given));
  if (tags.length > 250) {
    return { node: null, userErrors: [{ field: ["tags"], message: "Product tags exceeds 250 tags" }] };
  }
  const product = { ...before, tags, updatedAt: context.shop.now() };
  context.shop.products.put(product);
  context.notify("products/update", product.id);
  return { node: product, userErrors: [] };
}

function productVariantsBulkUpdate(args: Args, context: Context) {
  const { shop } = context;
  const before = shop.products.get(idOf("Product", args.productId) ?? 0);
  if (!before) return { ...missing(["productId"]), productVariants: null };
  const inputs = args.variants as {
    id?: string;
    price?: unknown;
    barcode?: string | null;
    inventoryItem?: { sku?: string | null };
  }[];
  const userErrors: UserError[] = [];
  const variants = before.variants.map((v) => ({ ...v }));
  const touched = inputs.flatMap((input, i) => {
    const found = variants.find((v) => v.id === idOf("ProductVariant", input.id));
    if (!found) {
      userErrors.push({ field: ["variants", String(i), "id"], message: "Product variant does not exist" });
      return [];
    }
    if (input.price != null) found.priceCents = Math.round(Number(input.price) * 100);
    if (input.barcode !== undefined) found.barcodes = input.barcode ? [{ type: null, value: input.barcode }] : [];
    if (input.inventoryItem?.sku !== undefined) found.sku = input.inventoryItem.sku;
    found.updatedAt = shop.now();
    return [found];
  });
  if (userErrors.length > 0) return { product: before, productVariants: null, userErrors };
  const product = { ...before, variants, updatedAt: shop.now() };
  shop.products.put(product);
  context.notify("products/update", product.id);
  return { product, productVariants: touched, userErrors: [] };
}

export const productMutations: Fields<unknown> = {
  productUpdate: (_s, args, context) => productUpdate(args, context),
  productCreate: (_s, args, context) => productCreate(args, context),
  productDelete: (_s, args, context) => productDelete(args, context),
  productVariantsBulkUpdate: (_s, args, context) => productVariantsBulkUpdate(args, context),
  tagsAdd: (_s, args, context) => changeTags(args, context, (have, given) => [...have, ...given]),
  tagsRemove: (_s, args, context) => {
    const drop = (given: string[]) => new Set(given.map((t) => t.toLowerCase()));
    return changeTags(args, context, (have, given) => have.filter((t) => !drop(given).has(t.toLowerCase())));
  },
};
