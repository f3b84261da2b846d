import { isInCollection, productsIn } from "../collections.ts";
import { type PageArgs, paginate } from "../connection.ts";
import { findMetafield, listMetafields } from "../metafields.ts";
import {
  type CollectionRecord,
  gid,
  idOf,
  isoTime,
  type MetafieldDefinitionRecord,
  type ProductRecord,
  type WebhookSubscriptionRecord,
} from "../records.ts";
import { plainText } from "../text.ts";
import { publishedTranslationsOf } from "../translate/shown-translations.ts";
import { imageOfText } from "../translate/text-images.ts";
import { listField, model } from "./context.ts";
import { currency } from "./product.ts";

const planNames = { standard: "Basic", advanced: "Advanced", plus: "Shopify Plus", enterprise: "Enterprise" };
const byId = (item: { id: number }) => item.id;

export const shopModel = model<unknown>(
  {
    id: (_s, _a, { shop }) => gid("Shop", shop.id),
    name: (_s, _a, { shop }) => shop.options.name,
    myshopifyDomain: (_s, _a, { shop }) => shop.domain,
    url: (_s, _a, { shop }) => `https://${shop.options.publicHost ?? shop.domain}`,
    email: (_s, _a, { shop }) => `owner@${shop.domain}`,
    contactEmail: (_s, _a, { shop }) => `hello@${shop.domain}`,
    description: () => null,
    currencyCode: () => currency,
    ianaTimezone: () => "Europe/Berlin",
    timezoneAbbreviation: () => "CET",
    timezoneOffset: () => "+0100",
    timezoneOffsetMinutes: () => 60,
    weightUnit: () => "GRAMS",
    unitSystem: () => "METRIC_SYSTEM",
    createdAt: (_s, _a, { shop }) => isoTime(shop.createdAt),
    updatedAt: (_s, _a, { shop }) => isoTime(shop.createdAt),
    plan: (_s, _a, { shop }) => ({
      displayName: planNames[shop.options.plan],
      publicDisplayName: planNames[shop.options.plan],
      partnerDevelopment: false,
      shopifyPlus: shop.options.plan === "plus" || shop.options.plan === "enterprise",
    }),
    primaryDomain: (_s, _a, { shop }) => ({
      id: gid("Domain", shop.id),
      host: shop.options.publicHost ?? shop.domain,
      url: `https://${shop.options.publicHost ?? shop.domain}`,
      sslEnabled: true,
    }),
    translations: (_s, args, { shop }) => publishedTranslationsOf(shop, gid("Shop", shop.id), args),
    metafield: (_s, args, context) =>
      findMetafield(context, { __typename: "Shop", id: context.shop.id }, args.namespace, args.key),
  },
  {
    metafields: listField(
      (_s, args, context) =>
        listMetafields(context, { __typename: "Shop", id: context.shop.id }, args.namespace, args.keys),
      byId,
    ),
  },
);

export const installationModel = model<unknown>({
  id: (_s, _a, { appId }) => gid("AppInstallation", appId),
  launchUrl: (_s, _a, { shop, app }) => `https://${shop.domain}/admin/apps/${app.handle}`,
  uninstallUrl: () => null,
  app: () => ({ __typename: "App" }),
  accessScopes: (_s, _a, { scopes }) =>
    [...scopes].map((handle) => ({ handle, description: handle.replaceAll("_", " ") })),
  activeSubscriptions: () => [],
  metafield: (_s, args, context) =>
    findMetafield(context, { __typename: "AppInstallation", id: context.appId }, args.namespace, args.key),
});

export const appModel = model<unknown>({
  id: (_s, _a, { appId }) => gid("App", appId),
  apiKey: (_s, _a, { app }) => app.apiKey,
  handle: (_s, _a, { app }) => app.handle,
  title: (_s, _a, { app }) => `${app.handle.charAt(0).toUpperCase()}${app.handle.slice(1)}`,
  embedded: () => true,
  published: () => false,
  installation: () => ({ __typename: "AppInstallation" }),
  requestedAccessScopes: (_s, _a, { app }) =>
    app.scopes.map((handle) => ({ handle, description: handle.replaceAll("_", " ") })),
});

export const collectionModel = model<CollectionRecord>(
  {
    id: (c) => gid("Collection", c.id),
    legacyResourceId: (c) => String(c.id),
    title: (c) => c.title,
    handle: (c) => c.handle,
    description: (c) => plainText(c.descriptionHtml),
    descriptionHtml: (c) => c.descriptionHtml,
    updatedAt: (c) => isoTime(c.updatedAt),
    seo: (c) => ({ title: c.seoTitle, description: c.seoDescription }),
    image: (c, _args, { shop }) => imageOfText(shop, gid("Collection", c.id)),
    ruleSet: (c) =>
      c.ruleSet && {
        appliedDisjunctively: c.ruleSet.appliedDisjunctively,
        rules: c.ruleSet.rules.map((rule) => ({ ...rule, conditionObject: null })),
      },
    sortOrder: () => "MANUAL",
    templateSuffix: () => null,
    productsCount: (c, _a, { shop }) => ({ count: [...productsIn(shop, c)].length, precision: "EXACT" }),
    hasProduct: (c, args, { shop }) => {
      const product = shop.products.get(idOf("Product", args.id) ?? 0);
      return product !== undefined && isInCollection(product, c);
    },
    metafield: (c, args, context) => findMetafield(context, c, args.namespace, args.key),
    translations: (c, args, context) => publishedTranslationsOf(context.shop, gid("Collection", c.id), args),
  },
  {
    products: listField<CollectionRecord, ProductRecord>((c, _args, { shop }) => [...productsIn(shop, c)], byId),
    metafields: listField<CollectionRecord, { id: number }>(
      (c, args, context) => listMetafields(context, c, args.namespace, args.keys),
      byId,
    ),
  },
);

const typeCategory = (name: string) =>
  name.includes("text") ? "TEXT" : name.includes("number") ? "NUMBER" : name.toUpperCase();
export const definitionModel = model<MetafieldDefinitionRecord>({
  id: (d) => gid("MetafieldDefinition", d.id),
  name: (d) => d.name,
  namespace: (d) => d.namespace,
  key: (d) => d.key,
  description: (d) => d.description,
  ownerType: (d) => d.ownerType,
  type: (d) => ({ name: d.type, category: typeCategory(d.type) }),
  validations: (d) => d.validations,
  pinnedPosition: (d) => d.pinnedPosition,
  access: (d) => d.access,
  constraints: (d) =>
    d.categories ? { __typename: "MetafieldDefinitionConstraints", categories: d.categories } : null,
  validationStatus: () => "ALL_VALID",
  metafieldsCount: (d, _a, context) => {
    let n = 0;
    for (const head of context.shop.products.heads()) {
      if (head.record().metafields.some((m) => m.namespace === d.namespace && m.key === d.key)) n += 1;
    }
    return n;
  },
});

export const subscriptionModel = model<WebhookSubscriptionRecord>({
  id: (s) => gid("WebhookSubscription", s.id),
  legacyResourceId: (s) => String(s.id),
  topic: (s) => s.topic,
  uri: (s) => s.uri,
  callbackUrl: (s) => s.uri,
  endpoint: (s) => ({ __typename: "WebhookHttpEndpoint", callbackUrl: s.uri }),
  format: () => "JSON",
  filter: () => null,
  includeFields: () => [],
  metafieldNamespaces: () => [],
  createdAt: (s) => isoTime(s.createdAt),
  updatedAt: (s) => isoTime(s.updatedAt),
});

/** Pages of plain strings (vendors, types, tags). */
export function stringPage(values: Iterable<string>, args: PageArgs) {
  const sorted = [...new Set(values)].filter((v) => v !== "").sort();
  return paginate(sorted, args, (v) => v, 5000);
}
