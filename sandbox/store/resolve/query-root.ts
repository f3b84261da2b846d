import { GraphQLError } from "graphql";
import { taxonomyValues } from "../../catalogue/taxonomy-attributes.ts";
import { searchCollections } from "../collections.ts";
import { lazyPage, type PageArgs } from "../connection.ts";
import { countProducts, iterateProducts, listProducts, type ProductListArgs } from "../list-products.ts";
import { resolveNamespace } from "../metafields.ts";
import { gid, idOf, type MediaRecord, type ProductRecord, parseGid, type VariantRecord } from "../records.ts";
import { type Args, type ConnectionField, type Context, listField, model } from "./context.ts";
import { localeQueries } from "./locale.ts";
import { marketLists, marketQueries } from "./market.ts";
import { menuLists, menuQueries } from "./menu.ts";
import { itemIdOffset } from "./product.ts";
import { stringPage } from "./shop.ts";
import { category, taxonomyAttribute, taxonomyLists, taxonomyQueries } from "./taxonomy.ts";
import { translatableLists, translatableQueries } from "./translatable.ts";

const productAt = (id: unknown, { shop }: Context) => {
  const number = idOf("Product", id);
  return number === undefined ? null : (shop.products.get(number) ?? null);
};
const variantAt = (id: number | undefined, { shop }: Context): VariantRecord | null =>
  (id !== undefined && shop.products.ownerOf("variant", id)?.variants.find((v) => v.id === id)) || null;

/** In a list an error makes its own entry null, and the others stay. */
const deniedNode = () => new GraphQLError("Access denied for nodes field.", { extensions: { code: "ACCESS_DENIED" } });

/** Any object by its gid, or null; used by `node`, `nodes` and tags. */
export function nodeAt(id: unknown, context: Context): unknown {
  const { shop } = context;
  const parsed = parseGid(id);
  const number = parsed ? idOf(parsed.type, id) : undefined;
  if (parsed?.type === "TaxonomyCategory") return category(parsed.key);
  if (!parsed || number === undefined) return null;
  switch (parsed.type) {
    case "Product":
      return productAt(id, context);
    case "ProductVariant":
      return variantAt(number, context);
    case "InventoryItem": {
      const variant = variantAt(number - itemIdOffset, context);
      return variant && { __typename: "InventoryItem", variant };
    }
    case "MediaImage":
      return shop.products.ownerOf("media", number)?.media.find((m) => m.id === number) ?? null;
    case "Metafield":
      return (
        shop.products.ownerOf("metafield", number)?.metafields.find((m) => m.id === number) ??
        [...shop.otherMetafields.values()].flat().find((m) => m.id === number) ??
        null
      );
    case "ProductOption": {
      const options = shop.products.ownerOf("option", number)?.options ?? [];
      const at = options.findIndex((o) => o.id === number);
      return at < 0 ? null : { __typename: "ProductOption", option: options[at], position: at + 1 };
    }
    case "Collection":
      return shop.collections.get(number) ?? null;
    case "Page":
    case "Blog":
    case "Article": {
      const text = shop.texts.get(gid(parsed.type, number));
      return text ? { __typename: parsed.type, id: number, text } : null;
    }
    case "Metaobject":
      return shop.metaobjects.get(number) ?? null;
    case "TaxonomyAttribute":
      return taxonomyAttribute(number);
    case "TaxonomyValue":
      return taxonomyValues[number] === undefined
        ? null
        : { __typename: "TaxonomyValue", id, name: taxonomyValues[number] };
    case "Market":
      return shop.markets.get(number) ?? null;
    case "MarketWebPresence":
      return shop.webPresences.get(number) ?? null;
    case "MetafieldDefinition":
      return shop.definitions.get(number) ?? null;
    case "BulkOperation":
      return shop.bulk.get(number) ?? null;
    case "WebhookSubscription":
      return shop.subscriptions.get(number) ?? null;
    case "Shop":
      return number === shop.id ? { __typename: "Shop" } : null;
    case "AppInstallation":
      return number === context.appId ? { __typename: "AppInstallation" } : null;
    case "App":
      return number === context.appId ? { __typename: "App" } : null;
    default:
      return null;
  }
}

const byId = (item: { id: number }) => item.id;
const products: ConnectionField<unknown, ProductRecord> = {
  items: (_source, args, { shop }) => iterateProducts(shop, args as ProductListArgs),
  page: (_source, args, { shop }) => listProducts(shop, args as ProductListArgs),
};

/** Variants in order of their products; `product_id:`, `sku:` and `id:` are understood. */
function* iterateVariants(args: Args, { shop }: Context): Generator<VariantRecord> {
  const query = typeof args.query === "string" ? args.query : "";
  const productId = /product_id:(\d+)/.exec(query)?.[1];
  const sku = /sku:"?([^"\s]+)"?/.exec(query)?.[1];
  const id = /(?:^|\s)id:(\d+)/.exec(query)?.[1];
  const head = productId === undefined ? undefined : shop.products.get(Number(productId));
  const list = productId === undefined ? iterateProducts(shop, {}) : head ? [head] : [];
  for (const product of list) {
    for (const v of product.variants) {
      if (sku !== undefined && v.sku?.toLowerCase() !== sku.toLowerCase()) continue;
      if (id === undefined || v.id === Number(id)) yield v;
    }
  }
}

function* iterateMedia({ shop }: Context): Generator<MediaRecord> {
  for (const product of iterateProducts(shop, {})) yield* product.media;
}

const stringField = (read: (p: ProductRecord) => string[]) => ({
  items: (_s: unknown, _a: Args, { shop }: Context) => [...iterateProducts(shop, {})].flatMap(read),
  page: (_s: unknown, args: Args, { shop }: Context) =>
    stringPage([...iterateProducts(shop, {})].flatMap(read), args as PageArgs),
});

export const queryModel = model<unknown>(
  {
    shop: () => ({ __typename: "Shop" }),
    currentAppInstallation: () => ({ __typename: "AppInstallation" }),
    app: (_s, args, { appId }) => (args.id == null || args.id === gid("App", appId) ? { __typename: "App" } : null),
    appByKey: (_s, args, { app }) => (args.apiKey === app.apiKey ? { __typename: "App" } : null),
    appByHandle: (_s, args, { app }) => (args.handle === app.handle ? { __typename: "App" } : null),
    product: (_s, args, context) => productAt(args.id, context),
    productByHandle: (_s, args, { shop }) => shop.products.byHandle(String(args.handle)) ?? null,
    productByIdentifier: (_s, args, context) => {
      const identifier = args.identifier as { id?: string; handle?: string };
      if (identifier.id !== undefined) return productAt(identifier.id, context);
      return context.shop.products.byHandle(String(identifier.handle)) ?? null;
    },
    productsCount: (_s, args, { shop }) => {
      const limit = typeof args.limit === "number" ? args.limit : Number.POSITIVE_INFINITY;
      const n = countProducts(shop, args.query as string | null);
      return { count: Math.min(n, limit), precision: n > limit ? "AT_LEAST" : "EXACT" };
    },
    productVariant: (_s, args, context) => variantAt(idOf("ProductVariant", args.id), context),
    inventoryItem: (_s, args, context) => nodeAt(args.id, context),
    collection: (_s, args, { shop }) => shop.collections.get(idOf("Collection", args.id) ?? 0) ?? null,
    collectionsCount: (_s, _a, { shop }) => ({ count: shop.collections.size, precision: "EXACT" }),
    node: (_s, args, context) => nodeAt(args.id, context),
    nodes: (_s, args, context) =>
      (args.ids as string[]).map((id) =>
        context.strike(`node:${id}`, ["node_denied"]) ? deniedNode() : nodeAt(id, context),
      ),
    ...localeQueries,
    ...marketQueries,
    ...menuQueries,
    ...translatableQueries,
    ...taxonomyQueries,
    metafieldDefinition: (_s, args, context) => {
      const { shop } = context;
      if (typeof args.id === "string") return shop.definitions.get(idOf("MetafieldDefinition", args.id) ?? 0) ?? null;
      const wanted = args.identifier as { ownerType: string; namespace?: string; key: string } | undefined;
      if (!wanted) return null;
      const namespace = resolveNamespace(context, wanted.namespace);
      const all = [...shop.definitions.values()];
      return (
        all.find((d) => d.ownerType === wanted.ownerType && d.namespace === namespace && d.key === wanted.key) ?? null
      );
    },
    bulkOperation: (_s, args, { shop }) => shop.bulk.get(idOf("BulkOperation", args.id) ?? 0) ?? null,
    currentBulkOperation: (_s, args, { shop }) => shop.bulk.list().findLast((o) => o.type === args.type) ?? null,
    webhookSubscription: (_s, args, { shop }) =>
      shop.subscriptions.get(idOf("WebhookSubscription", args.id) ?? 0) ?? null,
  },
  {
    products,
    productVariants: {
      items: (_s: unknown, args: Args, context: Context) => iterateVariants(args, context),
      page: (_s: unknown, args: Args, context: Context) =>
        lazyPage(iterateVariants(args, context), args as PageArgs, byId),
    },
    files: {
      items: (_s: unknown, _a: Args, context: Context) => iterateMedia(context),
      page: (_s: unknown, args: Args, context: Context) => lazyPage(iterateMedia(context), args as PageArgs, byId),
    },
    collections: listField(
      (_s, args, { shop }) => searchCollections(shop, args.query),
      (c) => c.id,
    ),
    productTypes: stringField((p) => [p.productType]),
    productVendors: stringField((p) => [p.vendor]),
    productTags: stringField((p) => p.tags),
    metafieldDefinitions: listField(
      (_s, args, context) => {
        const namespace = args.namespace == null ? undefined : resolveNamespace(context, args.namespace);
        return [...context.shop.definitions.values()].filter(
          (d) =>
            d.ownerType === args.ownerType &&
            (namespace === undefined || d.namespace === namespace) &&
            (args.key == null || d.key === args.key),
        );
      },
      (d) => d.id,
    ),
    ...marketLists,
    ...menuLists,
    ...translatableLists,
    ...taxonomyLists,
    bulkOperations: listField(
      (_s, args, { shop }) => {
        const query = String(args.query ?? "").toLowerCase();
        const status = /status:(\w+)/.exec(query)?.[1];
        const type = /operation_type:(\w+)/.exec(query)?.[1];
        return shop.bulk
          .list()
          .filter((o) => (!status || o.status.toLowerCase() === status) && (!type || o.type.toLowerCase() === type))
          .reverse();
      },
      (o) => o.id,
    ),
    webhookSubscriptions: listField(
      (_s, args, { shop }) =>
        [...shop.subscriptions.values()].filter((s) => !Array.isArray(args.topics) || args.topics.includes(s.topic)),
      (s) => s.id,
    ),
  },
);
