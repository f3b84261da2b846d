import type { SourceText } from "../../catalog/translations/translation-sources.ts";
import { otherKindOf } from "../../catalog/translations/translation-sources.ts";
import { configNameOf } from "../../texts/slot.ts";
import type { ContentConfig } from "../content-config.ts";

type Source = Pick<SourceText, "name" | "body" | "form" | "limits">;
type TypeConfigs = NonNullable<ContentConfig["content_types"]>;

/**
 * The rules of a product as they hold for its translations. Keywords, claims, additions and replacements are words of the
 * shop's own language: they came with the source. How short a text may be its source tells.
 */
export function translationConfig(config: ContentConfig, sources: readonly Source[]): ContentConfig {
  const { keyword_groups: _uses, keywords: _terms, word_map: _words, ...rest } = config;
  const types = Object.entries(config.content_types ?? {}).map(([name, type]): [string, TypeConfigs[string]] => {
    const { keyword_groups: _groups, additions: _additions, ...own } = type;
    return [name, { ...own, checks: { ...own.checks, BELOW_LENGTH: "off" } }];
  });
  const others = sources.filter(({ name }) => otherKindOf(name) !== null);
  return {
    ...rest,
    checks: { ...config.checks, BELOW_LENGTH: "off" },
    content_types: {
      ...Object.fromEntries(types),
      ...Object.fromEntries(others.map(({ name }) => [name, { task: "Translate it.", checks: ofOthers }])),
    },
    client: {
      ...config.client,
      skip_content_types: [],
      content_type_family_map: {
        ...config.client?.content_type_family_map,
        ...Object.fromEntries(others.map((source) => [source.name, familyOf(source)])),
      },
    },
    place_limits: {
      ...config.place_limits,
      ...Object.fromEntries(sources.flatMap(({ name, limits }) => (limits ? [[name, limits]] : []))),
    },
    html_content_types: [
      ...(config.html_content_types ?? []),
      ...sources.filter(({ form }) => form === "html" || form === "rich").map(({ name }) => configNameOf(name)),
    ],
  };
}

/** Many products have the same options. */
const ofOthers = { BELOW_LENGTH: "off", DUPLICATE: "off" } as const;
const longestLine = 120;

function familyOf({ form, body }: Source): "title" | "string" | "bullets" {
  if (form === "list") return "bullets";
  return form === "plain" && typeof body === "string" && body.length <= longestLine && !body.includes("\n")
    ? "title"
    : "string";
}
