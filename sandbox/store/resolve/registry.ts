import { GraphQLError } from "graphql";
import { bulkModel, bulkMutations } from "../bulk/bulk-fields.ts";
import { categoryMutations } from "../mutate/category-mutations.ts";
import { localeMutations } from "../mutate/locale-mutations.ts";
import { metafieldMutations } from "../mutate/metafield-mutations.ts";
import { productMutations } from "../mutate/product-mutations.ts";
import { shopMutations } from "../mutate/shop-mutations.ts";
import { translationMutations } from "../mutate/translation-mutations.ts";
import { scopeCheck } from "../scopes.ts";
import { type Args, type ConnectionField, type Context, model, type TypeModel } from "./context.ts";
import { shopLocaleModel } from "./locale.ts";
import * as market from "./market.ts";
import { menuItemModel, menuModel } from "./menu.ts";
import { metaobjectModel } from "./metaobject.ts";
import { articleModel, pageModel } from "./page.ts";
import * as product from "./product.ts";
import { queryModel } from "./query-root.ts";
import * as shop from "./shop.ts";
import { attributeModel, categoryModel, constraintsModel, taxonomyModel, templateModel } from "./taxonomy.ts";
import { translatableModel } from "./translatable.ts";

const models: Record<string, TypeModel<never>> = {
  QueryRoot: queryModel,
  Mutation: model<unknown>({
    ...productMutations,
    ...metafieldMutations,
    ...categoryMutations,
    ...translationMutations,
    ...localeMutations,
    ...shopMutations,
    ...bulkMutations,
  }),
  Product: product.productModel,
  ProductVariant: product.variantModel,
  InventoryItem: product.inventoryItemModel,
  ProductOption: product.optionModel,
  ProductOptionValue: product.optionValueModel,
  MediaImage: product.mediaModel,
  Image: product.imageModel,
  Metafield: product.metafieldModel,
  Metaobject: metaobjectModel,
  Taxonomy: taxonomyModel,
  TaxonomyCategory: categoryModel,
  TaxonomyChoiceListAttribute: attributeModel,
  StandardMetafieldDefinitionTemplate: templateModel,
  MetafieldDefinitionConstraints: constraintsModel,
  Page: pageModel,
  Blog: pageModel,
  Article: articleModel,
  Shop: shop.shopModel,
  AppInstallation: shop.installationModel,
  App: shop.appModel,
  Collection: shop.collectionModel,
  MetafieldDefinition: shop.definitionModel,
  TranslatableResource: translatableModel,
  ShopLocale: shopLocaleModel,
  Menu: menuModel,
  MenuItem: menuItemModel,
  Market: market.marketModel,
  MarketRelationship: market.relationshipModel,
  MarketConditions: market.conditionsModel,
  RegionsCondition: market.regionsConditionModel,
  MarketWebPresence: market.webPresenceModel,
  MarketsResolvedValues: market.resolvedValuesModel,
  WebhookSubscription: shop.subscriptionModel,
  BulkOperation: bulkModel,
};

export type FieldReader = (source: unknown, args: Args, context: Context) => unknown;

/** The reader of a modelled connection, for bulk operations. */
export function connectionOf(type: string, field: string): ConnectionField<unknown, unknown> | undefined {
  return models[type]?.connections?.[field] as ConnectionField<unknown, unknown> | undefined;
}

/**
 * How a field is read. Types with a model know the fields listed there and no other; sources of all other types (payloads, pages,
 * value objects) are plain objects whose own properties are the fields.
 */
export function readerOf(type: string, field: string): FieldReader {
  const known = models[type];
  const connection = connectionOf(type, field);
  const modelled = known?.fields[field] as FieldReader | undefined;
  const read: FieldReader = connection
    ? (source, args, context) => connection.page(source, args, context)
    : (modelled ?? ownProperty(type, field));
  const check = scopeCheck(type, field);
  if (!check) return read;
  return (source, args, context) => {
    check(context.scopes);
    return read(source, args, context);
  };
}

function ownProperty(type: string, field: string): FieldReader {
  const readable = models[type] === undefined;
  return (source) => {
    const has = readable && typeof source === "object" && source !== null && Object.hasOwn(source, field);
    if (!has) throw notModelled(type, field);
    return (source as Record<string, unknown>)[field];
  };
}

export function hasModel(type: string): boolean {
  return models[type] !== undefined;
}

/** Whether a field is known to be missing before anything is read. */
export function isModelled(type: string, field: string): boolean {
  const known = models[type];
  return !known || known.fields[field] !== undefined || known.connections?.[field] !== undefined;
}

export function notModelled(type: string, field: string): GraphQLError {
  return new GraphQLError(`The sandbox store does not model ${type}.${field}`, {
    extensions: { code: "SANDBOX_NOT_MODELLED" },
  });
}

/** Concrete type of a source behind an interface or a union. */
export function typeNameOf(source: unknown): string | undefined {
  const name =
    typeof source === "object" && source !== null ? (source as { __typename?: unknown }).__typename : undefined;
  return typeof name === "string" ? name : undefined;
}
