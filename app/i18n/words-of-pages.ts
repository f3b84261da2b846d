import type { PageNamespace } from "./catalog.ts";

const all: Record<PageNamespace, true> = {
  ...{
    feeds: true,
    home: true,
    languages: true,
    log: true,
    product: true,
    products: true,
    review: true,
    reviews: true,
    rules: true,
    runs: true,
    settings: true,
  },
};

export const pageNamespaces = Object.keys(all) as readonly PageNamespace[];

/** What a route exports as its `handle`: the words that its page needs beside those of every page. */
export interface PageHandle {
  words: readonly PageNamespace[];
}

/** The words of the pages that are shown. @param handles of the routes from the root down, whatever they are */
export function wordsOfHandles(handles: readonly unknown[]): PageNamespace[] {
  const named = handles.flatMap((handle) => (isPageHandle(handle) ? handle.words : []));
  return pageNamespaces.filter((name) => named.includes(name));
}

function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === "object" && handle !== null && "words" in handle && Array.isArray(handle.words);
}
