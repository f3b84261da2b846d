import type { RequestHandler } from "express";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";

/** One line a request: method, path without its query (that holds session tokens), status and time in ms. */
export function logRequests(logger: Logger, clock: Clock): RequestHandler {
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
      if (response.statusCode >= 500) logger.error(fields, "request failed");
      else logger.debug(fields, "request");
    });
    next();
  };
}
