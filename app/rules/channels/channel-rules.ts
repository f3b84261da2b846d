import { z } from "zod";
import { configNameOf } from "../../texts/slot.ts";
import { type ChannelRule, channelRuleSchema } from "./channel-rule.ts";
import rows from "./channel-rules.json" with { type: "json" };

/** What sales channels demand of texts, as they publish it or as sellers found it. */
export const channelRules: readonly ChannelRule[] = z.array(channelRuleSchema).parse(rows);

const fixedIds = new Set(
  channelRules.flatMap(({ id, channel, severity }) => (channel === "store" && severity === "block" ? [id] : [])),
);

/** Shopify itself would refuse a text that breaks it: nobody can allow that. */
export function isFixedRule({ id }: Pick<ChannelRule, "id">): boolean {
  return fixedIds.has(id);
}

/** List of rules → one text's channel, market and field → its rules. */
const kept = new WeakMap<readonly ChannelRule[], Map<string, readonly ChannelRule[]>>();

/**
 * The rules for one text; all images share theirs.
 * @param of.market "" = none: only what holds everywhere
 * @param rules default: as they ship, unchanged by any shop
 */
export function rulesFor(
  { channel, market, contentType }: { channel: string; market: string; contentType: string },
  rules: readonly ChannelRule[] = channelRules,
): readonly ChannelRule[] {
  const field = configNameOf(contentType);
  const key = `${channel}\n${market}\n${field}`;
  const known = kept.get(rules) ?? new Map<string, readonly ChannelRule[]>();
  kept.set(rules, known);
  const before = known.get(key);
  if (before) return before;
  const ofChannel = rules.filter((rule) => rule.channel === channel);
  // A channel of one country has rules of that one alone: they hold whatever the shop's market is called.
  const [only, ...others] = new Set(ofChannel.map((rule) => rule.market));
  const found = ofChannel.filter(
    (rule) =>
      rule.field === field &&
      (rule.market === "*" || rule.market === market || (rule.market === only && others.length === 0)),
  );
  if (known.size >= 1_000) known.clear();
  known.set(key, found);
  return found;
}
