import type { RequestHandler } from "express";

/**
 * Tells of every answered request how long it took.
 * @param routeOf the pattern of a path's route: an address itself holds ids, and would be a new series each
 */
export function measureRequests(options: {
  routeOf: (path: string) => string;
  observe: (request: { method: string; route: string; status: number; seconds: number }) => void;
}): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const { method, path } = request;
    // `close` and not `finish`: an answer that its reader left half way has taken its time too.
    response.once("close", () => {
      const seconds = (performance.now() - startedAt) / 1_000;
      options.observe({ method, route: options.routeOf(path), status: response.statusCode, seconds });
    });
    next();
  };
}
