import { createSafeFetch, type SafeFetchOptions } from "../lib/safe-fetch.ts";

/** Wide enough to see what a picture shows. */
const shownWidthPx = 512;
const maxBytes = 4 * 1024 * 1024;
const timeoutMs = 10_000;

/** Reads a picture. @returns it as a `data:` URL; null when it cannot be had or is no picture that models take */
export type LoadImage = (url: string, signal: AbortSignal) => Promise<string | null>;

/** The address of a smaller copy where Shopify's CDN serves it, from its own host or a shop's. Others stay as they are. */
export function smallerAddress(address: string): string {
  const url = URL.parse(address);
  if (!url || (url.hostname !== "cdn.shopify.com" && !url.pathname.startsWith("/cdn/"))) return address;
  url.searchParams.set("width", String(shownWidthPx));
  return url.href;
}

/** A `fetch` for pictures, at whatever address a product names. @param options.origins of the operator's own network */
export function createImageFetch({
  origins,
  ...network
}: { origins: readonly string[] } & Pick<SafeFetchOptions, "connect">): typeof fetch {
  return createSafeFetch({ timeoutMs, maxBytes, privateOrigins: origins, ...network });
}

/** @param deps.fetch bounded, and refusing what is not public: see {@link createImageFetch} */
export function createLoadImage(deps: { fetch: typeof fetch }): LoadImage {
  return async (address, signal) => {
    const url = URL.parse(smallerAddress(address));
    if (!url) return null;
    try {
      const answer = await deps.fetch(url, { signal });
      if (!answer.ok) return null;
      const bytes = Buffer.from(await answer.arrayBuffer());
      const type = typeOf(bytes);
      return type && `data:${type};base64,${bytes.toString("base64")}`;
    } catch (error) {
      if (signal.aborted) throw error;
      return null;
    }
  };
}

/** By the first bytes: the content type that a server sends cannot be relied on. */
function typeOf(bytes: Buffer): string | null {
  const starts = (text: string, at = 0) => bytes.toString("latin1", at, at + text.length) === text;
  if (starts("\x89PNG\r\n\x1a\n")) return "image/png";
  if (starts("\xff\xd8\xff")) return "image/jpeg";
  if (starts("GIF87a") || starts("GIF89a")) return "image/gif";
  return starts("RIFF") && starts("WEBP", 8) ? "image/webp" : null;
}
