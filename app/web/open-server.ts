import { createServer, type RequestListener, type Server } from "node:http";

export interface ConnectionLimits {
  /** for a request's head, counted from the connection or from the first byte that follows an answer */
  headersMs?: number;
  /** for a whole request: the last resort behind `readBodies` */
  requestMs?: number;
  /** how often those two are looked at */
  lookMs?: number;
  /** longer than a proxy keeps its own, so that it never sends into one that we are closing: Cloudflare's keeps 900 s */
  idleMs?: number;
  maxConnections?: number;
}

/** An `id_token`, in the address or a header, has about 800 bytes; Node's own default is as much. */
const maxHeaderBytes = 16_384;

/**
 * A web server that a slow or greedy sender cannot hold: heads and bodies have a time and a size, connections a number.
 * When most of that number is used, those that wait for nothing are closed. Node answers by itself with 408, 431 or 400.
 * @see https://nodejs.org/api/http.html#servertimeout and the three before it
 */
export function openServer(listener: RequestListener, limits: ConnectionLimits = {}): Server {
  const { headersMs = 10_000, requestMs = 240_000, lookMs = 1_000, idleMs = 910_000, maxConnections = 2_000 } = limits;
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: lookMs,
      keepAliveTimeout: idleMs,
    },
    listener,
  );
  server.maxConnections = maxConnections;
  const crowdedFrom = maxConnections * 0.8;
  let open = 0;
  server.on("connection", (socket) => {
    open += 1;
    socket.once("close", () => {
      open -= 1;
    });
    if (open > crowdedFrom) server.closeIdleConnections();
  });
  // Without a listener Node itself asks for the body; `readBodies` does when it wants it.
  server.on("checkContinue", listener);
  return server;
}
