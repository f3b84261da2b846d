import type { TextLimits } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { stricterOf } from "../../texts/text-limits.ts";
import { readChangedRules } from "../channels/read-rule-settings.ts";
import type { ContentConfig } from "../content-config.ts";
import { listContentTypes, type ShopContentType } from "./list-content-types.ts";

/** Configs stay the same objects as long as nothing changes: much is remembered by them. */
const laid = new WeakMap<ContentConfig, Map<string, ContentConfig>>();
/** Presets are shared by all shops. */
const maxPerConfig = 100;

/**
 * A config as its texts are written: with the rules of channels as the shop changed them, and with the content types that it
 * added, for those that the config does not mention. What kind of text a type is follows from its place in Shopify, whatever a config asks for.
 */
export function* withAddedTypes(shop: string, config: ContentConfig): Steps<ContentConfig> {
  const added = (yield* listContentTypes(shop)).filter((type) => type.added !== null);
  const channelRules = yield* readChangedRules(shop);
  if (added.length === 0 && channelRules === undefined) return config;
  const stamp = JSON.stringify([added, channelRules]);
  const known = laid.get(config) ?? new Map<string, ContentConfig>();
  const merged = known.get(stamp) ?? {
    ...(added.length === 0 ? config : layOver(config, added)),
    ...(channelRules === undefined ? {} : { channel_rules: channelRules }),
  };
  if (known.size >= maxPerConfig) known.clear();
  laid.set(config, known.set(stamp, merged));
  return merged;
}

function layOver(config: ContentConfig, types: readonly ShopContentType[]): ContentConfig {
  const own = { ...config.content_types };
  const limits: Record<string, TextLimits> = {};
  const families = { ...config.client?.content_type_family_map };
  for (const { name, label, family, added } of types) {
    const rules = own[name];
    const task = rules?.task ?? (added?.task || `Write the text "${label}" of the product.`);
    const limit = stricterOf(rules?.character_limit ?? added?.limitChars, added?.limits?.max);
    own[name] = { ...rules, task, character_limit: limit };
    families[name] = family;
    if (added?.limits) limits[name] = added.limits;
  }
  return {
    ...config,
    client: { ...config.client, content_type_family_map: families },
    content_types: own,
    ...(Object.keys(limits).length > 0 ? { place_limits: limits } : {}),
    html_content_types: types.flatMap(({ name, html }) => (html ? [name] : [])),
  };
}
