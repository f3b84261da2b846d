import { type AppliedFilterInterface, ChoiceList, type FilterInterface } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { contentStates, productStatuses } from "../badges.tsx";
import { findingTitleKey } from "../marks/finding-words.ts";
import { FacetFilter } from "./facet-filter.tsx";
import { checksOf, type FilterName, filterNames, withChecks, withFilter, withoutName } from "./list-address.ts";
import type { FacetsView } from "./product-view.ts";
import type { KnownText } from "./text-names.ts";

const order: FilterName[] = ["state", "missing", "status", "vendor", "type", "collection", "tag"];

const missing = ["title", "desc", "bullets", "seo_title", "seo_desc", "image_alt"] as const;

interface Words {
  t: TFunction<"products">;
  states: TFunction<"states">;
  marks: TFunction<"marks">;
}

/** The values of a filter that has few of them; null for one whose values are the shop's own. */
function choicesIn({ t, states }: Words, { addedTexts = [] }: FacetsView, name: FilterName) {
  if (name === "state") return contentStates.map((value) => ({ value, label: states(`content.${value}`) }));
  if (name === "status") return productStatuses.map((value) => ({ value, label: states(`product.${value}`) }));
  if (name !== "missing") return null;
  return [
    { value: "wanted", label: t("filters.anyWanted") },
    ...missing.map((value) => ({ value, label: t(`text.${value}`) })),
    { value: "image", label: t("filters.image") },
    ...addedTexts,
  ];
}

/** The filters that IndexFilters offers, each changing the address. */
export function productFilters(
  words: Words,
  address: URLSearchParams,
  facets: FacetsView,
  onAddress: (next: URLSearchParams) => void,
): FilterInterface[] {
  const { t, marks } = words;
  const facetValues: Partial<Record<FilterName, string[]>> = {
    vendor: facets.vendors,
    type: facets.productTypes,
    tag: facets.tags,
    collection: facets.collections.map(({ id }) => id),
  };
  const checks = facets.checks ?? [];
  const ofChecks: FilterInterface = {
    key: "findings",
    label: t("filters.findings"),
    pinned: true,
    filter: (
      <ChoiceList
        title={t("filters.findings")}
        titleHidden
        allowMultiple
        choices={checks.map(({ code }) => ({ value: code, label: marks(findingTitleKey({ code })) }))}
        selected={checksOf(address, checks)}
        onChange={(codes) => onAddress(withChecks(address, checks, codes))}
      />
    ),
  };
  const others = order.map((name): FilterInterface => {
    const selected = address.getAll(name);
    const onChange = (values: string[]) => onAddress(withFilter(address, name, values));
    const known = choicesIn(words, facets, name);
    return {
      key: name,
      label: t(`filters.${name}`),
      pinned: name === "state" || name === "missing",
      filter: known ? (
        <ChoiceList
          title={t(`filters.${name}`)}
          titleHidden
          allowMultiple
          choices={known}
          selected={selected}
          onChange={onChange}
        />
      ) : (
        <FacetFilter
          label={t(`filters.${name}`)}
          values={facetValues[name] ?? []}
          nameOf={name === "collection" ? (id) => collectionTitle(t, facets, id) : undefined}
          selected={selected}
          onChange={onChange}
        />
      ),
    };
  });
  return [...others.slice(0, 2), ofChecks, ...others.slice(2)];
}

/** The chips of what is filtered now, each with a way to take it off. */
export function appliedFilters(
  words: Words,
  address: URLSearchParams,
  facets: FacetsView,
  onAddress: (next: URLSearchParams) => void,
): AppliedFilterInterface[] {
  const { t, marks } = words;
  const checks = checksOf(address, facets.checks ?? []);
  const chips = filterNames.flatMap((name) => {
    const selected = address.getAll(name);
    if (selected.length === 0) return [];
    const known = choicesIn(words, facets, name);
    const values = selected.map((value) =>
      name === "collection"
        ? collectionTitle(t, facets, value)
        : (known?.find((choice) => choice.value === value)?.label ?? value),
    );
    return [
      {
        key: name,
        label: t("filters.chip", { name: t(`filters.${name}`), values: shorten(t, values) }),
        onRemove: () => onAddress(withFilter(address, name, [])),
      },
    ];
  });
  const chip = (key: string, name: string, values: string[]): AppliedFilterInterface[] =>
    values.length === 0
      ? []
      : [
          {
            key,
            label: t("filters.chip", { name, values: shorten(t, values) }),
            onRemove: () => onAddress(withoutName(address, key)),
          },
        ];
  return [
    ...chips,
    ...chip(
      "findings",
      t("filters.findings"),
      checks.map((code) => marks(findingTitleKey({ code }))),
    ),
    ...chip("texts", t("filters.state"), textsInWords(t, address.getAll("texts"), facets)),
    ...(address.has("job")
      ? [{ key: "job", label: t("filters.ofRun"), onRemove: () => onAddress(withoutName(address, "job")) }]
      : []),
  ];
}

const stateWords = [
  "missing", "review", "approved", "thin", "live", "outdated", "duplicate", "contradicted", "found",
] as const; // biome-ignore format: a list of names

/** How an address names the texts that every shop has. */
const nameInAddress: Record<string, KnownText | undefined> = {
  ...{ title: "title", description: "desc", bullets: "bullets", seo_title: "seo_title", seo_description: "seo_desc" },
  alt_text: "image_alt",
};

/** "Description very short": which texts an address wants in which state, as the bars and tables of Home lead there. */
function textsInWords(t: Words["t"], asked: readonly string[], { addedTexts = [] }: FacetsView): string[] {
  return asked.flatMap((one) => {
    const [name = "", ...rest] = one.split(".");
    const state = stateWords.find((known) => known === name);
    const text = rest.join(".");
    const known = nameInAddress[text];
    const shown = known ? t(`text.${known}`) : addedTexts.find(({ value }) => value === text)?.label;
    if (!state || shown === undefined) return [];
    return [t("filters.textState", { text: shown, state: t(`filters.textStates.${state}`) })];
  });
}

/** A link or a view may name a collection that is gone. */
function collectionTitle(t: Words["t"], { collections }: FacetsView, id: string): string {
  return collections.find((collection) => collection.id === id)?.title ?? t("filters.gone");
}

/** At most three values are named: a chip must fit a narrow window. */
export function shorten(t: Words["t"], words: string[]): string {
  if (words.length <= 3) return words.join(", ");
  return t("filters.andMore", { values: words.slice(0, 2).join(", "), count: words.length - 2 });
}
