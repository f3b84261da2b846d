import { IndexFilters, IndexFiltersMode, type TabProps, useSetIndexFiltersMode } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { formatCount } from "../numbers.ts";
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

/** Ascending first: Polaris marks the first of two as the one that is. */
const sortOptions = [
  { label: "Updated", value: "updated asc", directionLabel: "Oldest first" },
  { label: "Updated", value: "updated desc", directionLabel: "Newest first" },
  { label: "Title", value: "title asc", directionLabel: "A–Z" },
  { label: "Title", value: "title desc", directionLabel: "Z–A" },
  { label: "Vendor", value: "vendor asc", directionLabel: "A–Z" },
  { label: "Vendor", value: "vendor desc", directionLabel: "Z–A" },
] as const;

/** Typing is sent on when it has paused for so long. */
const pauseMs = 300;

/** Views, search, filters and order of the products list; all of them live in the address. */
export function ProductsIndexFilters(props: ProductsIndexFiltersProps) {
  const { address, onAddress, views, changes, facets, loading } = props;
  const view = viewOf(address, views);
  // A page that opens with filters shows them, but leaves the focus where it was.
  const [opensFiltered] = useState(isFiltered(address) && differsFrom(address, view));
  const { mode, setMode } = useSetIndexFiltersMode(
    opensFiltered ? IndexFiltersMode.Filtering : IndexFiltersMode.Default,
  );
  const [text, setText] = useTypedSearch(address, onAddress);
  useRoomForCounts(views, view.id);
  const changed = differsFrom(address, view);
  const names = views.map(({ name }) => name);
  const finish = async (done: Promise<boolean>) => {
    const ok = await done;
    if (ok) setMode(IndexFiltersMode.Default);
    return ok;
  };
  return (
    <IndexFilters
      tabs={views.map((each) => tabOf(each, names, changes))}
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
      queryPlaceholder="Search title, vendor, tag, SKU or barcode"
      onQueryChange={setText}
      onQueryClear={() => setText("")}
      filters={productFilters(address, facets, onAddress)}
      appliedFilters={appliedFilters(address, facets, onAddress)}
      onClearAll={() => {
        setText("");
        onAddress(withoutFilters(address));
      }}
      sortOptions={[...sortOptions]}
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

function tabOf(view: View, viewNames: string[], changes: ViewChanges): TabProps {
  const tab: TabProps = { id: `view-${view.id}`, content: view.name, viewNames };
  if (view.count) tab.badge = `${formatCount(view.count.value)}${view.count.capped ? "+" : ""}`;
  if (isBuiltIn(view)) return { ...tab, isLocked: true, actions: [] };
  return {
    ...tab,
    actions: [
      { type: "rename", onPrimaryAction: (name) => changes.rename(view, name) },
      { type: "delete", onPrimaryAction: () => changes.remove(view) },
    ],
  };
}
