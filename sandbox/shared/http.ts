import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { ZodError } from "zod";

/** An answer other than 200, thrown from a handler: sent as `{"errors": message}` unless `body` is given. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, message: string, body?: unknown) {
    super(message);
    this.status = status;
    this.body = body ?? { errors: message };
  }
}

export interface HttpRequest {
  req: IncomingMessage;
  res: ServerResponse;
  /** Absolute; its host is the Host header, which names the shop when the request was routed here. */
  url: URL;
  /** Host header without the port, lower case. */
  host: string;
  /** Values of `:name` parts of the route, decoded. */
  params: Record<string, string>;
}

type Handler = (request: HttpRequest) => Promise<void> | void;

export interface Router {
  /** Pattern parts: `/fixed`, `/:name`, and a last `/*` (as `params.rest`). First match wins. */
  on(method: string, pattern: string, handler: Handler): void;
  /** True when a route answered (errors included). */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
}

/** A route table on node:http. A thrown HttpError, ZodError or RangeError is answered; anything else is a 500 with its message. */
export function createRouter(): Router {
  const routes: { method: string; pattern: RegExp; names: string[]; handler: Handler }[] = [];
  return {
    on(method, pattern, handler) {
      const names: string[] = [];
      const source = pattern
        .split("/")
        .map((part) => {
          if (part === "*") names.push("rest");
          if (part.startsWith(":")) names.push(part.slice(1));
          if (part === "*") return "(.*)";
          return part.startsWith(":") ? "([^/]+)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        })
        .join("/");
      routes.push({ method, pattern: new RegExp(`^${source}$`), names, handler });
    },
    async handle(req, res) {
      const host = (req.headers.host ?? "localhost").toLowerCase();
      const url = new URL(req.url ?? "/", `http://${host}`);
      for (const route of routes) {
        const match = route.method === req.method ? route.pattern.exec(url.pathname) : null;
        if (!match) continue;
        const params = Object.fromEntries(
          route.names.map((name, i) => [name, decodeURIComponent(match[i + 1] as string)]),
        );
        try {
          await route.handler({ req, res, url, host: host.replace(/:\d+$/, ""), params });
        } catch (error) {
          sendError(res, error);
        }
        return true;
      }
      return false;
    },
  };
}

function sendError(res: ServerResponse, error: unknown): void {
  if (res.headersSent || res.destroyed) {
    res.destroy();
  } else if (error instanceof HttpError) {
    sendJson(res, error.status, error.body);
  } else if (error instanceof ZodError) {
    sendJson(res, 400, { errors: error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ") });
  } else if (error instanceof RangeError) {
    sendJson(res, 400, { errors: error.message });
  } else {
    sendJson(res, 500, { errors: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = Buffer.from(JSON.stringify(body));
  res.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": text.byteLength,
    ...headers,
  });
  res.end(text);
}

export function sendText(
  res: ServerResponse,
  status: number,
  text: string,
  contentType = "text/html; charset=utf-8",
): void {
  res.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(text) });
  res.end(text);
}

/** The whole body. Throws HttpError 413 past `limitBytes`. */
export async function readBody(req: IncomingMessage, limitBytes = 10_000_000): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > limitBytes) throw new HttpError(413, `The body is larger than ${limitBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The body as JSON; an empty body is `undefined`. Throws HttpError 400 when it is not JSON. */
export async function readJson(req: IncomingMessage, limitBytes?: number): Promise<unknown> {
  const text = (await readBody(req, limitBytes)).toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, "The body is not JSON.");
  }
}

export interface RunningServer {
  port: number;
  /** `http://localhost:<port>` */
  url: string;
  /** Cuts open connections: a browser's keep-alive must not hold a test open. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. Port 0 takes a free one. */
export function listen(
  handler: (req: IncomingMessage, res: ServerResponse) => Promise<unknown> | unknown,
  port = 0,
): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  const server = createServer((req, res) => {
    Promise.resolve()
      .then(() => handler(req, res))
      .catch((error: unknown) => sendError(res, error));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const bound = (server.address() as AddressInfo).port;
      resolve({
        port: bound,
        url: `http://localhost:${bound}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            for (const socket of sockets) socket.destroy();
          }),
      });
    });
  });
}
