import { redirect } from "@remix-run/node";

/** Where pages are that had another address, by the beginning of their path; the first that fits holds. */
const moved: readonly [from: string, to: string][] = [
  ["/app/configs/rules", "/app/rules/assignments"],
  ["/app/configs", "/app/rules"],
  ["/app/content-types", "/app/rules/texts"],
  ["/app/acceptance", "/app/rules/results"],
];

/** The address that a page has now, with its search; null when it has not moved. */
export function movedAddress(url: URL): string | null {
  const path = url.pathname;
  const move = moved.find(([from]) => path === from || path.startsWith(`${from}/`));
  return move ? move[1] + path.slice(move[0].length) + url.search : null;
}

/** Bookmarks and links of before go on working. Nobody needs to be known: nothing is shown. */
export function sendToMoved({ request }: { request: Request }): Response {
  return redirect(movedAddress(new URL(request.url)) ?? "/app", 301);
}
