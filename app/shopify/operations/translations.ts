import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

/** What Shopify takes as resources of one reading; here as many as stay cheap with the most targets. */
export const maxTranslatables = 50;

/** Rows of one `translationsRegister`, repeated keys counted: with one more Shopify refuses all of them. */
export const maxTranslationRows = 100;

/** So many languages and markets are read of a resource in one call. */
export const maxTranslationTargets = 6;

const translationSchema = z.object({
  key: z.string(),
  /** null where Shopify has a row without a text */
  value: z.string().nullish(),
  outdated: z.boolean(),
  /** ISO 8601 */
  updatedAt: z.string().nullish(),
});
export type TranslationNode = z.infer<typeof translationSchema>;

/** One text of a resource as Shopify offers it for translation. */
export const translatableContentSchema = z.object({
  key: z.string(),
  value: z.string().nullish(),
  /** what a translation names as its source: sha256 of the value in hex; absent where there is no value */
  digest: z.string().nullish(),
  /** a LocalizableContentType */
  type: z.string(),
});

const resourceSchema = z
  .object({ resourceId: z.string(), translatableContent: z.array(translatableContentSchema) })
  // Its translations, named after the place of their target.
  .catchall(z.unknown());
export type TranslatableNode = z.infer<typeof resourceSchema>;

/** For whom a translation is: a language, and a market (its number) or "" for all. */
export interface TranslationTarget {
  locale: string;
  market: string;
}

export function marketGid(market: string): string {
  return `gid://shopify/Market/${market}`;
}

/** A field for each target, named after its place in the list. @throws RangeError for one that does not belong into a document */
export function translationFields(targets: readonly TranslationTarget[]): string {
  const fields = targets.map(({ locale, market }, at) => {
    if (!/^[A-Za-z0-9-]{2,35}$/.test(locale) || !/^\d{0,20}$/.test(market)) throw new RangeError("not a target");
    const inMarket = market === "" ? "" : `, marketId: "${marketGid(market)}"`;
    return `t${at}: translations(locale: "${locale}"${inMarket}) { key value outdated updatedAt }`;
  });
  return fields.join(" ");
}

/**
 * What can be translated of some resources (at most `maxTranslatables`), and what the shop holds for some targets, also of
 * languages that are not published. A market's texts come alone, without those that it inherits. A resource that is gone is
 * missing in the answer. @param targets at most `maxTranslationTargets`. @throws RangeError for more, or one that is none
 */
export function readTranslations(targets: readonly TranslationTarget[]) {
  if (targets.length > maxTranslationTargets)
    throw new RangeError(`at most ${maxTranslationTargets} targets in one call`);
  const fields = translationFields(targets);
  return defineOperation<{ ids: string[] }>()({
    name: "ReadTranslations",
    document: `query ReadTranslations($ids: [ID!]!) {
  translatableResourcesByIds(resourceIds: $ids, first: ${maxTranslatables}) {
    nodes { resourceId translatableContent { key value digest type } ${fields} }
  }
}`,
    data: z.object({ translatableResourcesByIds: z.object({ nodes: z.array(resourceSchema) }) }),
  });
}

/** The translations of a resource for the target at that place of the list that was asked for. */
export function translationsAt(node: Readonly<Record<string, unknown>>, at: number): TranslationNode[] {
  return z.array(translationSchema).parse(node[`t${at}`] ?? []);
}

const userErrorSchema = z.object({
  /** `["translations", "<index>", …]` of a row, `["resourceId"]` of the whole call */
  field: z.array(z.string()).nullish(),
  message: z.string(),
  code: z.string().nullish(),
});
export type TranslationError = z.infer<typeof userErrorSchema>;

const storedSchema = z.object({
  key: z.string(),
  locale: z.string(),
  value: z.string().nullish(),
  outdated: z.boolean(),
});

export interface TranslationRow extends Record<string, unknown> {
  key: string;
  locale: string;
  /** a gid; absent for all markets */
  marketId?: string;
  value: string;
  /** of the source that it was made from, as it was read */
  translatableContentDigest: string;
}

/**
 * Writes translations of one resource, at most `maxTranslationRows`. Rows are taken or refused one by one. Shopify has no
 * compare-and-set for the translation itself: read just before, and again after; some that it answers are not stored.
 */
export const registerTranslations = defineOperation<{ resourceId: string; translations: TranslationRow[] }>()({
  name: "RegisterTranslations",
  document: `mutation RegisterTranslations($resourceId: ID!, $translations: [TranslationInput!]!) {
  translationsRegister(resourceId: $resourceId, translations: $translations) {
    translations { key locale value outdated }
    userErrors { field message code }
  }
}`,
  data: z.object({
    translationsRegister: z.object({
      translations: z.array(storedSchema).nullish(),
      userErrors: z.array(userErrorSchema),
    }),
  }),
});

/**
 * Takes translations away. What there was not is no error: `translations` is null then. Without markets the rows for all are
 * meant, and an empty list of keys removes nothing.
 */
export const removeTranslations = defineOperation<{
  resourceId: string;
  keys: string[];
  locales: string[];
  marketIds?: string[];
}>()({
  name: "RemoveTranslations",
  document: `mutation RemoveTranslations($resourceId: ID!, $keys: [String!]!, $locales: [String!]!, $marketIds: [ID!]) {
  translationsRemove(resourceId: $resourceId, translationKeys: $keys, locales: $locales, marketIds: $marketIds) {
    translations { key locale }
    userErrors { field message code }
  }
}`,
  data: z.object({
    translationsRemove: z.object({
      translations: z.array(z.object({ key: z.string(), locale: z.string() })).nullish(),
      userErrors: z.array(userErrorSchema),
    }),
  }),
});
