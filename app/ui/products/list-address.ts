/** The filters of the products list as the address has them: each a list of alternatives. */
export const filterNames = ["status", "state", "vendor", "type", "tag", "collection", "missing"] as const;
export type FilterName = (typeof filterNames)[number];

/** What of an address is the list's own choice, without order and place. */
const viewNames: readonly string[] = [
  "q",
  "gone",
  "gap",
  "texts",
  "new",
  "outdated",
  "findings",
  "job",
  "sale",
  ...filterNames,
];
/** Who asks for these wants all of them, whether they are sold now or not: what waits for a person is not hidden. */
const wholeNames: readonly string[] = ["status", "state", "outdated", "findings", "job", "sale"];
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

/** Views every shop has; pages show them by other words, in the reader's language. They cannot be renamed or deleted. */
export const builtInViews: readonly View[] = [
  { id: "all", name: "All", query: "" },
  { id: "review", name: "To review", query: "state=needs_review&state=warned&state=blocked" },
  { id: "approved", name: "Approved", query: "state=approved" },
  { id: "conflicts", name: "Conflicts", query: "state=conflict" },
  { id: "new", name: "New this week", query: "new=week" },
  { id: "outdated", name: "Outdated", query: "outdated=1" },
];

export function isBuiltIn(view: View): boolean {
  return builtInViews.some((builtIn) => builtIn.id === view.id);
}

/** What the list of an address holds: without another word only products on sale. */
export function listQueryOf(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(address);
  if (!wholeNames.some((name) => address.has(name))) query.set("sale", "on");
  return query;
}

/** Whether the list holds products on sale only. */
export function isOnSaleOnly(address: URLSearchParams): boolean {
  return listQueryOf(address).get("sale") === "on";
}

/** The address with the switch for products on sale set. */
export function withOnSaleOnly(address: URLSearchParams, onSaleOnly: boolean): URLSearchParams {
  const next = onFirstPage(address);
  next.delete("sale");
  if (!onSaleOnly) next.set("sale", "all");
  // Whoever asks for products of one status would see none else.
  if (onSaleOnly) next.delete("status");
  return next;
}

/** The list of products that lack a text which nobody wrote yet; of the same order and shop, and none of the other filters. */
export function withGap(address: URLSearchParams, gap: string | null): URLSearchParams {
  const next = keepOnly(address, (name) => adminNames.includes(name) || name === "sale");
  if (gap !== null) next.set("gap", gap);
  return next;
}

/** The address with other values for one filter; back on the first page. */
export function withFilter(address: URLSearchParams, name: FilterName, values: readonly string[]): URLSearchParams {
  const next = onFirstPage(address);
  next.delete(name);
  for (const value of values) next.append(name, value);
  return next;
}

/** The address without one of its words; back on the first page. */
export function withoutName(address: URLSearchParams, name: string): URLSearchParams {
  const next = onFirstPage(address);
  next.delete(name);
  return next;
}

interface Check {
  code: string;
  bit: number;
}

/** The checks that the address asks for: it has the sum of their bits. */
export function checksOf(address: URLSearchParams, checks: readonly Check[]): string[] {
  const asked = Number(address.get("findings") ?? 0);
  return checks.filter(({ bit }) => (asked & bit) !== 0).map(({ code }) => code);
}

export function withChecks(
  address: URLSearchParams,
  checks: readonly Check[],
  codes: readonly string[],
): URLSearchParams {
  const next = withoutName(address, "findings");
  const asked = checks.reduce((sum, { code, bit }) => (codes.includes(code) ? sum | bit : sum), 0);
  if (asked !== 0) next.set("findings", String(asked));
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
export function viewOf(address: URLSearchParams, views: readonly View[] = builtInViews): View {
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
