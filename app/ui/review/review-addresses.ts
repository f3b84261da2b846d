import type { ReviewLane } from "./review-view.ts";

/** In the address of the review over the whole admin: names the window, so that the page below hears of it. */
export const wholeParameter = "whole";

/** What of an address stays when another lane or order is opened: the language, and the window. */
function withKept(params: URLSearchParams, search: string): URLSearchParams {
  const here = new URLSearchParams(search);
  for (const name of ["locale", wholeParameter]) {
    const value = here.get(name);
    if (value !== null) params.set(name, value);
  }
  return params;
}

/** The address of a lane. @param query the queue's filter @param search what the page was opened with */
export function laneHref(lane: ReviewLane | null, { query, search }: { query: string; search: string }): string {
  const params = new URLSearchParams(query);
  if (lane) params.set("lane", lane);
  const asked = withKept(params, search).toString();
  return asked === "" ? "/app/review" : `/app/review?${asked}`;
}

/** The address of the same queue in another order. */
export function sortHref(query: string, { sort, search }: { sort: string; search: string }): string {
  const params = new URLSearchParams(query);
  params.set("sort", sort);
  return `/app/review?${withKept(params, search)}`;
}

/** The address that begins a queue of the same filter and order anew; it leads to the queue's own address. */
export function anewHref({ query, sort, search }: { query: string; sort: string; search: string }): string {
  const params = new URLSearchParams(query);
  params.set("sort", sort);
  params.set("anew", "1");
  return `/app/review?${withKept(params, search)}`;
}
