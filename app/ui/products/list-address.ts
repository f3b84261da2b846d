/** The filters of the products list as the address has them: each a list of alternatives. */
export const filterNames = ["status", "state", "vendor", "type", "tag", "collection", "missing"] as const;
export type FilterName = (typeof filterNames)[number];

/** What of an address is the list's own choice, without order and place. */
const viewNames: readonly string[] = ["q", "gone", ...filterNames];
/** What Shopify's admin needs to find again when the page is reloaded. */
const adminNames: readonly string[] = ["shop", "host", "embedded", "locale"];

export interface View {
  id: string;
  name: string;
  /** URL parameters of its search, filters and order */
  query: string;
  /** how many products it shows, null where they were not counted */
  count?: { value: number; capped: boolean } | null;
}

/** Views every shop has. They cannot be renamed or deleted. */
export const builtInViews: readonly View[] = [
  { id: "all", name: "All", query: "" },
  { id: "missing", name: "Missing content", query: "missing=wanted&status=active&status=draft&status=unlisted" },
  { id: "review", name: "To review", query: "state=needs_review&state=warned&state=blocked" },
  { id: "approved", name: "Approved", query: "state=approved" },
  { id: "conflicts", name: "Conflicts", query: "state=conflict" },
  { id: "published", name: "Published", query: "state=published" },
];

export function isBuiltIn(view: View): boolean {
  return builtInViews.some((builtIn) => builtIn.id === view.id);
}

/** The address with other values for one filter; back on the first page. */
export function withFilter(address: URLSearchParams, name: FilterName, values: readonly string[]): URLSearchParams {
  const next = onFirstPage(address);
  next.delete(name);
  for (const value of values) next.append(name, value);
  return next;
}

export function withSearch(address: URLSearchParams, text: string): URLSearchParams {
  const next = onFirstPage(address);
  if (text.trim() === "") next.delete("q");
  else next.set("q", text);
  return next;
}

/** @param choice as IndexFilters gives it, e.g. `title asc` */
export function withSort(address: URLSearchParams, choice: string): URLSearchParams {
  const next = onFirstPage(address);
  const [sort = "updated", direction = "desc"] = choice.split(" ");
  next.set("sort", sort);
  next.set("dir", direction);
  return next;
}

export function sortOf(address: URLSearchParams): string {
  const sort = address.get("sort") ?? "updated";
  return `${sort} ${address.get("dir") ?? (sort === "updated" ? "desc" : "asc")}`;
}

export function withCursor(address: URLSearchParams, cursor: string): URLSearchParams {
  const next = new URLSearchParams(address);
  next.set("cursor", cursor);
  return next;
}

/** The address that shows a view as it was kept. */
export function atView(address: URLSearchParams, view: View): URLSearchParams {
  const next = keepOnly(address, (name) => adminNames.includes(name));
  for (const [name, value] of new URLSearchParams(view.query)) next.append(name, value);
  if (view.id !== "all") next.set("view", view.id);
  return next;
}

export function withoutFilters(address: URLSearchParams): URLSearchParams {
  return keepOnly(onFirstPage(address), (name) => !viewNames.includes(name));
}

/** The chosen view: the named one, else the one whose filters these are, else all. */
export function viewOf(address: URLSearchParams, views: readonly View[]): View {
  const named = views.find((view) => view.id === address.get("view"));
  const key = filtersKey(address);
  const all = views[0] ?? { id: "all", name: "All", query: "" };
  return named ?? views.find((view) => filtersKey(new URLSearchParams(view.query)) === key) ?? all;
}

/** True when search, filters or order are no longer those of the view. */
export function differsFrom(address: URLSearchParams, view: View): boolean {
  const kept = new URLSearchParams(view.query);
  return filtersKey(address) !== filtersKey(kept) || sortOf(address) !== sortOf(kept);
}

/** What a view keeps: search, filters and order, without the place in the list. */
export function queryToKeep(address: URLSearchParams): string {
  const query = keepOnly(address, (name) => viewNames.includes(name));
  if (sortOf(address) !== sortOf(new URLSearchParams())) {
    const [sort = "", direction = ""] = sortOf(address).split(" ");
    query.set("sort", sort);
    query.set("dir", direction);
  }
  return query.toString();
}

export function isFiltered(address: URLSearchParams): boolean {
  return viewNames.some((name) => address.has(name));
}

function filtersKey(address: URLSearchParams): string {
  const pairs = [...address].filter(([name]) => viewNames.includes(name)).map(([name, value]) => `${name}=${value}`);
  return pairs.sort().join("&");
}

function onFirstPage(address: URLSearchParams): URLSearchParams {
  return keepOnly(address, (name) => name !== "cursor");
}

function keepOnly(address: URLSearchParams, wanted: (name: string) => boolean): URLSearchParams {
  return new URLSearchParams([...address].filter(([name]) => wanted(name)));
}
