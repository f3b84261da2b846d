import type { ContentConfig } from "../content-config.ts";
import { typeConfigOf } from "../type-config-of.ts";
import { channelRules, rulesFor } from "./channel-rules.ts";
import { channelType, takesHtml, textsOfChannel } from "./channel-types.ts";
import { ruleInWords } from "./rule-in-words.ts";

type TypeConfigs = NonNullable<ContentConfig["content_types"]>;

const laid = new WeakMap<ContentConfig, Map<string, ContentConfig>>();

/**
 * A product's rules as they hold for its texts on a channel: the merchant's guidelines, words, claims and tone, with the channel's
 * own texts, limits and demands. What the rules put around texts of the shop's own pages is not put around these.
 * @param market "" = none
 */
export function channelConfig(
  config: ContentConfig,
  { channel, market }: { channel: string; market: string },
): ContentConfig {
  const key = `${channel}\n${market}`;
  const known = laid.get(config) ?? new Map<string, ContentConfig>();
  laid.set(config, known);
  const made = known.get(key) ?? layOver(config, channel, market);
  known.set(key, made);
  return made;
}

function layOver(config: ContentConfig, channel: string, market: string): ContentConfig {
  const rules = config.channel_rules ?? channelRules;
  const names = textsOfChannel(channel, rules);
  const types: TypeConfigs = { ...config.content_types };
  const families = { ...config.client?.content_type_family_map };
  for (const name of names) {
    const type = channelType(name);
    if (!type) continue;
    const own = typeConfigOf(config, name);
    const ofType = rulesFor({ channel, market, contentType: name }, rules);
    // No text has more characters than bytes.
    const limits = ofType.flatMap((rule) => (rule.kind === "max" ? [rule.value] : []));
    types[name] = {
      ...own,
      // What is put around a text of the shop's own pages is not put around this one.
      additions: null,
      task: type.task,
      character_limit: limits.length === 0 ? null : Math.min(...limits),
      restrictions: [...(own?.restrictions ?? []), ...ofType.flatMap((rule) => ruleInWords(rule) ?? [])],
    };
    families[name] = type.family;
  }
  const skipped = config.client?.skip_content_types?.filter((name) => !names.includes(name));
  return {
    ...config,
    content_types: types,
    client: { ...config.client, content_type_family_map: families, skip_content_types: skipped },
    // Fields of the shop hold what they hold, whatever a channel takes.
    place_limits: {},
    html_content_types: [],
    plain_content_types: takesHtml(channel) ? [] : ["desc"],
  };
}
