import type { Db } from "../db/open.ts";
import { shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { noteFetch, openAddress } from "./feed-address.ts";
import { openFeedFile } from "./files/open-feed-file.ts";

export interface FetchDeps {
  db: Db;
  clock: Clock;
  feedsFolder: string;
  /** @returns 0, or after how many seconds to come again */
  take(who: string): Promise<number>;
}

const types: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  tsv: "text/tab-separated-values; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  json: "application/json; charset=utf-8",
  gz: "application/gzip",
};

/** What a server calls a file. @param name e.g. `run_01.jsonl.gz` */
export function typeOf(name: string): string {
  return types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}

/** Nothing but the status: who has no address learns neither whether there is a feed nor whose. */
function refuse(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

/**
 * Answers a channel that fetches a feed by its secret address. A file that it has already costs it nothing (ETag, Last-Modified);
 * parts of a file are not given.
 * @param key the address' last part
 */
export async function answerFetch(deps: FetchDeps, key: string, request: Request): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { Allow: "GET, HEAD" });
  // Counted by what is asked for: guesses share one purse, a feed has its own.
  const feed = await deps.db.do(openAddress(key));
  const seconds = await deps.take(feed ? feed.id : "unknown");
  if (seconds > 0) return refuse(429, { "Retry-After": String(seconds) });
  if (!feed) return refuse(404);
  const file = feed.file === null ? null : await openFeedFile(deps.feedsFolder, feed);
  // Its address is right, and it is being made for the first time.
  if (feed.file === null || file === null) return refuse(503, { "Retry-After": "300" });
  await deps.db.transact({ shop: shopDomainSchema.parse(feed.shop) }, () => noteFetch(feed, deps.clock.now()));
  const etag = `"${feed.file.digest.slice(0, 32)}"`;
  const headers = {
    "Cache-Control": "private, no-cache",
    "Content-Type": typeOf(feed.file.name),
    "Last-Modified": new Date(feed.file.madeAt).toUTCString(),
    "Accept-Ranges": "none",
    ETag: etag,
  };
  if (isKnown(request.headers, etag, feed.file.madeAt)) return new Response(null, { status: 304, headers });
  const whole = { ...headers, "Content-Length": String(file.bytes) };
  return new Response(request.method === "HEAD" ? null : file.stream(), { status: 200, headers: whole });
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2 */
function isKnown(headers: Headers, etag: string, madeAt: number): boolean {
  const tags = headers.get("If-None-Match");
  if (tags !== null) {
    return tags === "*" || tags.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
  }
  const since = Date.parse(headers.get("If-Modified-Since") ?? "");
  return !Number.isNaN(since) && Math.floor(madeAt / 1_000) * 1_000 <= since;
}
