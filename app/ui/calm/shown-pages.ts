/** So many pages are kept, the least recently shown one goes first. */
const keptPages = 20;

/** What pages were last shown with, by address: what is shown when an answer does not come. */
const shown = new Map<string, unknown>();
let current: string | null = null;

/** @param href path and search */
export function keepShown(href: string, data: unknown): void {
  shown.delete(href);
  shown.set(href, data);
  current = href;
  const [oldest] = shown.keys();
  if (shown.size > keptPages && oldest !== undefined) shown.delete(oldest);
}

export function hasShown(href: string): boolean {
  return shown.has(href);
}

export function shownAs(href: string): unknown {
  return shown.get(href);
}

/** The address of the page that is in front of the person; null before the first one. */
export function currentPage(): string | null {
  return current;
}

/** Path and search as the address bar has them: Remix marks a request to an index route with `index`. */
export function hrefOf(url: string): string {
  const { pathname, search } = new URL(url);
  const kept = search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && part !== "index");
  return kept.length === 0 ? pathname : `${pathname}?${kept.join("&")}`;
}
