import { type AppliedFilterInterface, ChoiceList, type FilterInterface } from "@shopify/polaris";
import { contentStates, productStatuses } from "../badges.tsx";
import { FacetFilter } from "./facet-filter.tsx";
import { type FilterName, filterNames, withFilter } from "./list-address.ts";
import { type FacetsView, missingLabels } from "./product-view.ts";

const labels: Record<FilterName, string> = {
  status: "Status",
  state: "Content",
  missing: "Missing content",
  vendor: "Vendor",
  type: "Product type",
  tag: "Tag",
  collection: "Collection",
};
const order: FilterName[] = ["state", "missing", "status", "vendor", "type", "collection", "tag"];

const choices: Partial<Record<FilterName, { label: string; value: string }[]>> = {
  status: choicesOf(productStatuses),
  state: choicesOf(contentStates),
  missing: [
    { value: "wanted", label: "Any text you want" },
    ...Object.entries(missingLabels).map(([value, label]) => ({ label, value })),
  ],
};

/** The filters that IndexFilters offers, each changing the address. */
export function productFilters(
  address: URLSearchParams,
  facets: FacetsView,
  onAddress: (next: URLSearchParams) => void,
): FilterInterface[] {
  const facetValues: Partial<Record<FilterName, string[]>> = {
    vendor: facets.vendors,
    type: facets.productTypes,
    tag: facets.tags,
    collection: facets.collections.map(({ id }) => id),
  };
  return order.map((name) => {
    const selected = address.getAll(name);
    const onChange = (values: string[]) => onAddress(withFilter(address, name, values));
    const known = choicesIn(facets, name);
    return {
      key: name,
      label: labels[name],
      pinned: name === "state" || name === "missing",
      filter: known ? (
        <ChoiceList
          title={labels[name]}
          titleHidden
          allowMultiple
          choices={known}
          selected={selected}
          onChange={onChange}
        />
      ) : (
        <FacetFilter
          label={labels[name]}
          values={facetValues[name] ?? []}
          nameOf={name === "collection" ? (id) => collectionTitle(facets, id) : undefined}
          selected={selected}
          onChange={onChange}
        />
      ),
    };
  });
}

/** The chips of what is filtered now, each with a way to take it off. */
export function appliedFilters(
  address: URLSearchParams,
  facets: FacetsView,
  onAddress: (next: URLSearchParams) => void,
): AppliedFilterInterface[] {
  return filterNames.flatMap((name) => {
    const selected = address.getAll(name);
    if (selected.length === 0) return [];
    const words = selected.map((value) =>
      name === "collection"
        ? collectionTitle(facets, value)
        : (choicesIn(facets, name)?.find((choice) => choice.value === value)?.label ?? value),
    );
    return [
      {
        key: name,
        label: `${labels[name]}: ${shorten(words)}`,
        onRemove: () => onAddress(withFilter(address, name, [])),
      },
    ];
  });
}

function choicesIn({ addedTexts = [] }: FacetsView, name: FilterName) {
  const known = choices[name];
  return known && name === "missing" ? [...known, ...addedTexts] : known;
}

/** A link or a view may name a collection that is gone. */
function collectionTitle({ collections }: FacetsView, id: string): string {
  return collections.find((collection) => collection.id === id)?.title ?? "No longer in the shop";
}

/** At most three values are named: a chip must fit a narrow window. */
export function shorten(words: string[]): string {
  return words.length <= 3 ? words.join(", ") : `${words.slice(0, 2).join(", ")} and ${words.length - 2} more`;
}

function choicesOf(looks: Record<string, { label: string }>): { label: string; value: string }[] {
  return Object.entries(looks).map(([value, { label }]) => ({ label, value }));
}
