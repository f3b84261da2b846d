import type { LanguageView, ListedKind } from "./languages-view.ts";

const views: readonly LanguageView[] = ["all", "todo", "outdated", "review", "conflicts"];

/** What the list of an address shows. */
export function viewOfAddress(address: URLSearchParams): LanguageView {
  return views.find((view) => view === address.get("view")) ?? "all";
}

export const languageViews = views;

const kinds: readonly ListedKind[] = [
  "product",
  "collection",
  "page",
  "blog",
  "article",
  "policy",
  "menu",
  "metaobject",
  "filter",
  "shop",
];

/** What the list of an address is about. */
export function kindOfAddress(address: URLSearchParams): ListedKind {
  return kinds.find((kind) => kind === address.get("kind")) ?? "product";
}

/** The address of the list with another choice, on its first page; what Shopify's admin needs stays. */
export function listAddress(address: URLSearchParams, change: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete("cursor");
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === "" || (name === "view" && value === "all")) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** The list that an editor belongs to, as the person left it: its kind, view and search, and the market that is looked at. */
export function listUrl({ kind, market }: { kind: ListedKind; market: string }, address: URLSearchParams): string {
  const asked = new URLSearchParams();
  for (const name of ["view", "q", "sale"]) {
    const value = address.get(name);
    if (value) asked.set(name, value);
  }
  if (kind !== "product") asked.set("kind", kind);
  if (market) asked.set("market", market);
  return asked.size === 0 ? "/app/languages" : `/app/languages?${asked}`;
}

/** The editor of a product in a language, and in a market of it; it goes on to other products of the same list. */
export function editorUrl(
  place: { locale: string; productId: string; market?: string },
  address: URLSearchParams,
): string {
  const kept = new URLSearchParams();
  for (const name of ["view", "q", "sale", "kind"]) {
    const value = address.get(name);
    if (value) kept.set(name, value);
  }
  if (place.market) kept.set("market", place.market);
  const query = kept.size === 0 ? "" : `?${kept}`;
  return `/app/languages/${encodeURIComponent(place.locale)}/${encodeURIComponent(place.productId)}${query}`;
}
