import type { RequestHandler } from "express";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";

/** Their 503 is an answer, which whoever asks acts on: each failing check has a line of its own. */
const healthPath = /^\/(healthz|readyz|workz)$/;

/** Requests that were told to come back are told of together: in an overload a line each would be one more load. */
const shedEveryMs = 60_000;

/**
 * One line a request: method, path without its query (that holds session tokens), status and time in ms. Those that found no
 * room (`response.locals.shed`) are counted, and told in one warning a minute.
 */
export function logRequests(logger: Logger, clock: Clock, tellEveryMs = shedEveryMs): RequestHandler {
  const noteShed = countShed(logger, tellEveryMs);
  return (request, response, next) => {
    const startedAt = clock.now();
    response.on("finish", () => {
      if (request.path.startsWith("/assets/")) return;
      const fields = {
        method: request.method,
        path: request.path,
        status: response.statusCode,
        ms: clock.now() - startedAt,
        requestId: response.locals.requestId,
      };
      if (response.locals.shed) noteShed(request.path.endsWith(".data"));
      else if (response.statusCode >= 500 && !healthPath.test(request.path)) logger.error(fields, "request failed");
      else logger.debug(fields, "request");
    });
    next();
  };
}

function countShed(logger: Logger, everyMs: number): (isData: boolean) => void {
  const counts = { pages: 0, data: 0 };
  const tell = () => {
    const { pages, data } = counts;
    counts.pages = 0;
    counts.data = 0;
    const reason = `${pages} pages and ${data} requests for data`;
    logger.warn({ status: 503, count: pages + data, ms: everyMs, reason }, "overload: requests were told to come back");
  };
  return (isData) => {
    if (counts.pages + counts.data === 0) setTimeout(tell, everyMs).unref();
    counts[isData ? "data" : "pages"]++;
  };
}
