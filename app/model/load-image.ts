import { createSafeFetch } from "../lib/safe-fetch.ts";

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

/** @param deps.origins of the operator's own network, which need not be public */
export function createLoadImage(deps: { fetch: typeof fetch; origins: readonly string[] }): LoadImage {
  const safeFetch = createSafeFetch({ timeoutMs, maxBytes });
  return async (address, signal) => {
    const url = URL.parse(smallerAddress(address));
    if (!url) return null;
    const trusted = deps.origins.includes(url.origin);
    try {
      const bound = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const answer = await (trusted ? deps.fetch : safeFetch)(url, { signal: bound, redirect: "error" });
      if (!answer.ok) return null;
      const bytes = Buffer.from(await answer.arrayBuffer());
      const type = bytes.length > maxBytes ? null : typeOf(bytes);
      return type && `data:${type};base64,${bytes.toString("base64")}`;
    } catch (error) {
      if (signal.aborted) throw error;
      return null;
    }
  };
}

/** By the first bytes: what a server says of a file is not to be relied on. */
function typeOf(bytes: Buffer): string | null {
  const starts = (text: string, at = 0) => bytes.toString("latin1", at, at + text.length) === text;
  if (starts("\x89PNG\r\n\x1a\n")) return "image/png";
  if (starts("\xff\xd8\xff")) return "image/jpeg";
  if (starts("GIF87a") || starts("GIF89a")) return "image/gif";
  return starts("RIFF") && starts("WEBP", 8) ? "image/webp" : null;
}
