import type { ContentConfig } from "../content-config.ts";
import { defaultConfig } from "../default-config.ts";
import { type ConfigRecord, configDigest, tidyConfig } from "./config-record.ts";
import { mergeConfigs } from "./merge-configs.ts";
import { apparel } from "./presets/apparel.ts";
import { beauty } from "./presets/beauty.ts";
import { electronics } from "./presets/electronics.ts";
import { food } from "./presets/food.ts";
import { home } from "./presets/home.ts";

/** Holds for products that no rule assigns. */
export const generalPresetId = "a3f10000-5e1f-4a00-8000-000000000001";

const general = preset(
  generalPresetId,
  "general",
  "Careful rules for products of any kind. Holds where nothing else is assigned.",
  defaultConfig,
);

/** The configs that ship with the app, the same for every shop. Each kind of goods adds its own rules to the general ones. */
export const presets: readonly ConfigRecord[] = [
  general,
  vertical("2", "apparel", "Clothing, shoes and accessories: fit, fabric and care, no flattery of bodies.", apparel),
  vertical("3", "beauty", "Cosmetics and personal care: how it feels and is used, no medical promises.", beauty),
  vertical(
    "4",
    "electronics",
    "Devices and accessories: figures, ports and compatibility, nothing rounded.",
    electronics,
  ),
  vertical("5", "food", "Food and drink: taste, origin and use, no claims about health.", food),
  vertical("6", "home", "Furniture, textiles and decoration: dimensions, material, care and room.", home),
];

export function presetById(id: string): ConfigRecord | undefined {
  return presets.find((one) => one.id === id);
}

function vertical(number: string, name: string, description: string, own: ContentConfig): ConfigRecord {
  return preset(
    `a3f10000-5e1f-4a00-8000-00000000000${number}`,
    name,
    description,
    mergeConfigs([defaultConfig, own]).config,
  );
}

function preset(id: string, name: string, description: string, source: ContentConfig): ConfigRecord {
  const config = tidyConfig(source);
  return {
    id,
    name,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    description,
    scope: "PUBLIC",
    digest: configDigest(config),
    updatedAt: null,
    updatedBy: null,
    config,
  };
}
