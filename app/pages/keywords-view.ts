import type { i18n } from "i18next";
import type { Product } from "../catalog/product.ts";
import type { ResolvedConfig } from "../rules/configs/resolve-config.ts";
import type { KeywordUses } from "../rules/content-config.ts";
import { keywordGroupsOf } from "../rules/keyword-groups.ts";
import { rulesLabel } from "../ui/preset-words.ts";
import type { KeywordsView } from "../ui/product/product-detail-view.ts";
import type { ContentTypeView } from "../ui/text-body.ts";
import { presetOf } from "./rules/rules-words.ts";

const useCodes = {
  must: "must",
  should: "should",
  omit: "omit",
  verbatim_must_claims: "verbatim",
  non_verbatim_optional_claims: "free",
} as const satisfies Record<keyof KeywordUses, string>;

/** A product's keyword groups, and what the rules that hold for it do with each. */
export function keywordsView(
  t: i18n["t"],
  product: Product,
  rules: ResolvedConfig,
  types: readonly ContentTypeView[],
): KeywordsView {
  const groups = keywordGroupsOf(rules.config, { shops: product.facts.keywords, own: product.ownKeywords });
  const labelOf = (name: string) => types.find((type) => type.name === name)?.label ?? name.replaceAll("_", " ");
  const preset = presetOf(rules.id);
  return {
    groups: groups.map(({ name, terms, source, uses }) => ({
      name,
      terms: [...terms],
      source,
      uses: uses.map(({ use, contentType }) => ({
        use: useCodes[use],
        text: contentType ? labelOf(contentType) : null,
      })),
    })),
    own: product.ownKeywords,
    rulesName:
      preset === null ? rules.label : t("rules:presetNamed", { name: rulesLabel(t, { preset, label: rules.label }) }),
  };
}
