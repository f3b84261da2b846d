import type { Product } from "../catalog/product.ts";
import { presetById } from "../rules/configs/presets.ts";
import type { ResolvedConfig } from "../rules/configs/resolve-config.ts";
import type { KeywordUses } from "../rules/content-config.ts";
import { keywordGroupsOf } from "../rules/keyword-groups.ts";
import { configLabel } from "../ui/configs/config-view.ts";
import type { KeywordsView } from "../ui/product/product-detail-view.ts";
import type { ContentTypeView } from "../ui/text-body.ts";

const useNames: Record<keyof KeywordUses, string> = {
  must: "Must be used",
  should: "Should be used",
  omit: "Must not be used",
  verbatim_must_claims: "Claim to the letter",
  non_verbatim_optional_claims: "Claim in own words",
};

/** A product's keyword groups, and in words what the rules that hold for it do with each. */
export function keywordsView(product: Product, rules: ResolvedConfig, types: readonly ContentTypeView[]): KeywordsView {
  const groups = keywordGroupsOf(rules.config, { shops: product.facts.keywords, own: product.ownKeywords });
  const labelOf = (name: string) => types.find((type) => type.name === name)?.label ?? name.replaceAll("_", " ");
  return {
    groups: groups.map(({ name, terms, source, uses }) => ({
      name,
      terms: [...terms],
      source,
      uses: uses.map(({ use, contentType }) =>
        contentType ? `${labelOf(contentType)}: ${useNames[use].toLowerCase()}` : useNames[use],
      ),
    })),
    own: product.ownKeywords,
    rulesName: configLabel({ name: rules.label, preset: presetById(rules.id) !== undefined }),
  };
}
