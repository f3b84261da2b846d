import { IndexFilters, IndexFiltersMode, type TabProps, useSetIndexFiltersMode } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../use-formats.ts";
import {
  atView,
  differsFrom,
  isBuiltIn,
  isFiltered,
  queryToKeep,
  sortOf,
  type View,
  viewOf,
  withoutFilters,
  withSearch,
  withSort,
} from "./list-address.ts";
import { appliedFilters, productFilters } from "./product-filters.tsx";
import type { FacetsView } from "./product-view.ts";
import { searchAsked } from "./use-list-keys.ts";
import { useRoomForCounts } from "./use-room-for-counts.ts";

/** What a shop's people do with the views they keep. Resolves to true when it is done. */
export interface ViewChanges {
  create(name: string, query: string): Promise<boolean>;
  save(view: View, query: string): Promise<boolean>;
  rename(view: View, name: string): Promise<boolean>;
  remove(view: View): Promise<boolean>;
}

export interface ProductsIndexFiltersProps {
  address: URLSearchParams;
  onAddress(next: URLSearchParams, options?: { replace: boolean }): void;
  views: View[];
  changes: ViewChanges;
  facets: FacetsView;
  loading: boolean;
}

/** Typing is sent on when it has paused for so long. */
const pauseMs = 300;

/** Views, search, filters and order of the products list; all of them live in the address. */
export function ProductsIndexFilters(props: ProductsIndexFiltersProps) {
  const { address, onAddress, views, changes, facets, loading } = props;
  const { t } = useTranslation("products");
  const { t: states } = useTranslation("states");
  const { t: marks } = useTranslation("marks");
  const { count } = useFormats();
  const view = viewOf(address, views);
  // A page that opens with filters shows them, but leaves the focus where it was.
  const [opensFiltered] = useState(hasHiddenFilters(address) && differsFrom(address, view));
  const { mode, setMode } = useSetIndexFiltersMode(
    opensFiltered ? IndexFiltersMode.Filtering : IndexFiltersMode.Default,
  );
  const [text, setText] = useTypedSearch(address, onAddress);
  useRoomForCounts(views, view.id);
  useEffect(() => {
    const open = () => {
      setMode(IndexFiltersMode.Filtering);
      document.querySelector<HTMLInputElement>("[data-list-filters] input")?.focus();
    };
    document.addEventListener(searchAsked, open);
    return () => document.removeEventListener(searchAsked, open);
  }, [setMode]);
  const changed = differsFrom(address, view);
  const names = views.map((each) => nameOfView(t, each));
  const sort = (by: "updated" | "title" | "vendor", dir: "asc" | "desc", directionLabel: string) => ({
    label: t(`sort.${by}`),
    value: `${by} ${dir}` as const,
    directionLabel,
  });
  // Ascending first: Polaris marks the first of two as the one that is.
  const sortOptions = [
    sort("updated", "asc", t("sort.oldest")),
    sort("updated", "desc", t("sort.newest")),
    sort("title", "asc", t("sort.az")),
    sort("title", "desc", t("sort.za")),
    sort("vendor", "asc", t("sort.az")),
    sort("vendor", "desc", t("sort.za")),
  ];
  const finish = async (done: Promise<boolean>) => {
    const ok = await done;
    if (ok) setMode(IndexFiltersMode.Default);
    return ok;
  };
  return (
    <IndexFilters
      tabs={views.map((each) => tabOf(each, { t, format: count, names, changes }))}
      selected={Math.max(
        0,
        views.findIndex(({ id }) => id === view.id),
      )}
      onSelect={(index) => {
        const chosen = views[index];
        if (chosen) onAddress(atView(address, chosen));
        setMode(IndexFiltersMode.Default);
      }}
      canCreateNewView
      onCreateNewView={(name) => finish(changes.create(name, queryToKeep(address)))}
      primaryAction={
        isBuiltIn(view)
          ? {
              type: "save-as",
              onAction: (name) => finish(changes.create(name, queryToKeep(address))),
              disabled: !changed,
            }
          : { type: "save", onAction: () => finish(changes.save(view, queryToKeep(address))), disabled: !changed }
      }
      cancelAction={{
        onAction: () => {
          setText("");
          onAddress(atView(address, view));
        },
      }}
      mode={mode}
      setMode={setMode}
      queryValue={text}
      queryPlaceholder={t("search")}
      onQueryChange={setText}
      onQueryClear={() => setText("")}
      filters={productFilters({ t, states, marks }, address, facets, onAddress)}
      appliedFilters={appliedFilters({ t, states, marks }, address, facets, onAddress)}
      onClearAll={() => {
        setText("");
        onAddress(withoutFilters(address));
      }}
      sortOptions={sortOptions}
      sortSelected={[sortOf(address)]}
      onSort={([choice]) => choice && onAddress(withSort(address, choice))}
      loading={loading}
      // Its Escape, meant for a popover or the search, would take off all filters.
      disableKeyboardShortcuts
      autoFocusSearchField={!opensFiltered}
    />
  );
}

/** The search field's text: typed at once, sent on after a pause, and following the address when that changes elsewhere. */
function useTypedSearch(address: URLSearchParams, onAddress: ProductsIndexFiltersProps["onAddress"]) {
  const sent = address.get("q") ?? "";
  const [text, setText] = useState(sent);
  const [known, setKnown] = useState(sent);
  useEffect(() => {
    if (sent !== known) {
      setKnown(sent);
      setText(sent);
      return;
    }
    if (text.trim() === sent) return;
    const timer = setTimeout(() => {
      setKnown(text.trim());
      onAddress(withSearch(address, text.trim()), { replace: true });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, sent, known, address, onAddress]);
  return [text, setText] as const;
}

interface TabWords {
  t: TFunction<"products">;
  format(count: number): string;
  names: string[];
  changes: ViewChanges;
}

function tabOf(view: View, { t, format, names, changes }: TabWords): TabProps {
  const tab: TabProps = { id: `view-${view.id}`, content: nameOfView(t, view), viewNames: names };
  if (view.count) {
    tab.badge = `${format(view.count.value)}${view.count.capped ? "+" : ""}`;
  }
  if (isBuiltIn(view)) return { ...tab, isLocked: true, actions: [] };
  return {
    ...tab,
    actions: [
      { type: "rename", onPrimaryAction: (name) => changes.rename(view, name) },
      { type: "delete", onPrimaryAction: () => changes.remove(view) },
    ],
  };
}

const builtIn = ["all", "review", "approved", "conflicts", "new", "outdated"] as const;

function nameOfView(t: TFunction<"products">, { id, name }: View): string {
  const known = builtIn.find((one) => one === id);
  return known ? t(`views.${known}`) : name;
}

/** Filters that nothing else on the page shows: the line of what is missing shows its own. */
function hasHiddenFilters(address: URLSearchParams): boolean {
  const rest = new URLSearchParams(address);
  for (const shown of ["gap", "sale"]) rest.delete(shown);
  return isFiltered(rest);
}
