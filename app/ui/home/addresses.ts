import type { TextState } from "./home-view.ts";

/** The products on sale with a text in a state: the list that a count on Home is of. */
export function listOfTexts(text: string, state: TextState): string {
  return state === "missing" ? `/app/products?gap=${text}` : `/app/products?texts=${state}.${text}`;
}

/** The products on sale of which any text is in a state. */
export function listOfAny(texts: readonly { text: string }[], state: TextState): string {
  const params = texts.map(({ text }) => (state === "missing" ? `gap=${text}` : `texts=${state}.${text}`));
  return `/app/products?${params.join("&")}`;
}

/** The same list with the dialog open that writes what is missing in it. */
export function writeMissing(text: string): string {
  return `/app/products?gap=${text}&write=1`;
}

export const reviewUrl = "/app/review";
export const conflictsUrl = "/app/review?lane=conflicts";
export const approvedUrl = "/app/products?view=approved&state=approved";
export const newUrl = "/app/products?view=new&new=week&gap=description";
export const failedUrl = "/app/activity/failed";
export const activityUrl = "/app/activity";
export const settingsUrl = "/app/settings";
