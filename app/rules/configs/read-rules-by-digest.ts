import { get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { ContentConfig } from "../content-config.ts";
import { readStoredConfig } from "./config-record.ts";
import { presets } from "./presets.ts";

const stateSql = "SELECT config FROM config_states WHERE shop = @shop AND digest = @digest LIMIT 1";

/** Rules as they once were, by what versions keep of them; undefined for what the shop never had. */
export function* readRulesByDigest(shop: ShopDomain, digest: string): Steps<ContentConfig | undefined> {
  const preset = presets.find((one) => one.digest === digest);
  if (preset) return preset.config;
  const row = yield* get<{ config: string }>(stateSql, { shop, digest });
  return row && readStoredConfig({ digest, config: () => JSON.parse(row.config) as unknown });
}
