import { attributeKey } from "../catalog/attribute-key.ts";
import type { Keywords, OwnKeywords } from "../catalog/keywords.ts";
import type { ContentConfig, KeywordUses } from "./content-config.ts";

/** One keyword group of a product: its terms, where they come from, and what its rules do with them. */
export interface KeywordGroup {
  name: string;
  terms: readonly string[];
  /** yours: typed in this app; shop: a metafield; rules: the config's own terms; null: nobody gave any */
  source: "yours" | "shop" | "rules" | null;
  /** empty: the product's rules name no such group */
  uses: { use: keyof KeywordUses /** null = all texts */; contentType: string | null }[];
}

/** All groups that a product has or that its rules name, those in use first. */
export function keywordGroupsOf(
  config: ContentConfig,
  { shops, own }: { shops: Keywords | undefined; own: readonly OwnKeywords[] },
): KeywordGroup[] {
  const groups = new Map<string, KeywordGroup>();
  const at = (name: string): KeywordGroup => {
    const key = attributeKey(name);
    const known = groups.get(key) ?? { name, terms: [], source: null, uses: [] };
    groups.set(key, known);
    return known;
  };
  const named = (uses: KeywordUses | null | undefined, contentType: string | null) => {
    for (const [use, names] of Object.entries(uses ?? {}) as [keyof KeywordUses, string[] | null | undefined][]) {
      for (const name of names ?? []) at(name).uses.push({ use, contentType });
    }
  };
  named(config.keyword_groups, null);
  for (const [contentType, type] of Object.entries(config.content_types ?? {})) named(type.keyword_groups, contentType);
  const give = (name: string, terms: readonly string[], source: KeywordGroup["source"]) =>
    Object.assign(at(name), { terms, source });
  for (const { name } of [...groups.values()]) {
    const terms = config.keywords && Object.hasOwn(config.keywords, name) ? config.keywords[name] : undefined;
    if (terms) give(name, terms, "rules");
  }
  for (const [name, terms] of Object.entries(shops ?? {})) give(name, terms, "shop");
  for (const { name, terms } of own) give(name, terms, "yours");
  return [...groups.values()].sort((a, b) => Number(b.uses.length > 0) - Number(a.uses.length > 0));
}
