import { isInCollection } from "../../catalog/collections/list-collections.ts";
import type { StoredProduct } from "../../catalog/product.ts";
import type { Db } from "../../db/open.ts";
import type { RuleField } from "../../db/schema/index.ts";
import { prepared } from "../../jobs/prepared.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { ContentConfig } from "../content-config.ts";
import { withAddedTypes } from "../content-types/with-added-types.ts";
import { readStoredConfig } from "./config-record.ts";
import { generalPresetId, presetById } from "./presets.ts";

/** What rules look at. */
export interface RuleSubject {
  vendor: string;
  productType: string;
  tags: readonly string[];
  /** asked only when a rule names a collection */
  isIn(collectionId: string): boolean;
}

/** What of a product its config is found by. */
export type RuledProduct = Pick<StoredProduct, "rowId" | "vendor" | "productType"> & { facts: { tags: string[] } };

export interface StoredRule {
  field: RuleField;
  value: string;
  configId: string;
}

interface ConfigRow {
  id: string;
  name: string;
  label: string;
  config: string;
  digest: string;
}

export interface ResolvedConfig {
  id: string;
  name: string;
  label: string;
  config: ContentConfig;
  /** what versions keep as their config_digest */
  digest: string;
}

const rulesSql = "SELECT field, value, config_id AS configId FROM config_rules WHERE shop = @shop ORDER BY position";
const configSql = "SELECT id, name, label, config, digest FROM content_configs WHERE shop = @shop AND id = @id";

/**
 * The config that holds for a product: that of the first rule that matches, else the preset `general`; with the content
 * types that the shop added.
 */
export function resolveConfig(
  { db }: { db: Db },
  { shop, product }: { shop: ShopDomain; product: RuledProduct },
): ResolvedConfig {
  const { rowId, vendor, productType } = product;
  const rule = firstMatch(readRules({ db }, shop), {
    vendor,
    productType,
    tags: product.facts.tags,
    isIn: (collectionId) => isInCollection({ db }, shop, rowId, collectionId),
  });
  const found = (rule && findConfig({ db }, { shop, id: rule.configId })) ?? generalPreset();
  const config = withAddedTypes({ db }, shop, found.config);
  return config === found.config ? found : { ...found, config };
}

/** A config by its id, as the pipeline takes it; undefined when the shop has none. */
export function findConfig({ db }: { db: Db }, { shop, id }: { shop: ShopDomain; id: string }) {
  const preset = presetById(id);
  if (preset) return preset;
  const row = prepared<object, ConfigRow>(db, configSql).get({ shop, id });
  if (!row) return undefined;
  const config = readStoredConfig({ digest: row.digest, config: () => JSON.parse(row.config) as unknown });
  return { ...row, config };
}

export function readRules({ db }: { db: Db }, shop: ShopDomain): StoredRule[] {
  return prepared<object, StoredRule>(db, rulesSql).all({ shop });
}

/** Small and capital letters are the same, as in Shopify's tags. */
export function firstMatch(rules: readonly StoredRule[], subject: RuleSubject): StoredRule | undefined {
  return rules.find(({ field, value }) => {
    if (field === "all") return true;
    if (field === "collection") return subject.isIn(value);
    const wanted = value.toLowerCase();
    if (field === "vendor") return subject.vendor.toLowerCase() === wanted;
    if (field === "product_type") return subject.productType.toLowerCase() === wanted;
    return subject.tags.some((tag) => tag.toLowerCase() === wanted);
  });
}

function generalPreset(): ResolvedConfig {
  const preset = presetById(generalPresetId);
  if (!preset) throw new Error("the general preset is missing");
  return preset;
}
