import { collectionsAmong } from "../../catalog/collections/list-collections.ts";
import type { StoredProduct } from "../../catalog/product.ts";
import type { RuleField } from "../../db/schema/index.ts";
import { all, get, type Steps } from "../../db/steps.ts";
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
  /** those that it is in, at least of those that rules name */
  collections: ReadonlySet<string>;
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
export function* resolveConfig({ shop, product }: { shop: ShopDomain; product: RuledProduct }): Steps<ResolvedConfig> {
  const { rowId, vendor, productType } = product;
  const rules = yield* readRules(shop);
  const collections = yield* collectionsAmong(shop, rowId, collectionsNamedBy(rules));
  const rule = firstMatch(rules, { vendor, productType, tags: product.facts.tags, collections });
  const found = (rule && (yield* findConfig(shop, rule.configId))) ?? generalPreset();
  const config = yield* withAddedTypes(shop, found.config);
  return config === found.config ? found : { ...found, config };
}

/** A config by its id, as the pipeline takes it; undefined when the shop has none. */
export function* findConfig(shop: ShopDomain, id: string): Steps<ResolvedConfig | undefined> {
  const preset = presetById(id);
  if (preset) return preset;
  const row = yield* get<ConfigRow>(configSql, { shop, id });
  if (!row) return undefined;
  const config = readStoredConfig({ digest: row.digest, config: () => JSON.parse(row.config) as unknown });
  return { ...row, config };
}

export function* readRules(shop: ShopDomain): Steps<StoredRule[]> {
  return yield* all<StoredRule>(rulesSql, { shop });
}

export function collectionsNamedBy(rules: readonly StoredRule[]): string[] {
  return rules.flatMap(({ field, value }) => (field === "collection" ? [value] : []));
}

/** Small and capital letters are the same, as in Shopify's tags. */
export function firstMatch(rules: readonly StoredRule[], subject: RuleSubject): StoredRule | undefined {
  return rules.find(({ field, value }) => {
    if (field === "all") return true;
    if (field === "collection") return subject.collections.has(value);
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
