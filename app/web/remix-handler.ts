import { randomUUID } from "node:crypto";
import {
  type AppLoadContext,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import { requestMark } from "../lib/request-mark.ts";

export interface RemixHandlerOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: "development" | "production";
  /** the app's public address: the host that a request names decides nothing */
  appUrl: string;
  loadContext(response: ExpressResponse): AppLoadContext;
}

/**
 * Hands a request to Remix. Unlike `@remix-run/express` it passes the body that `readBodies` read, so that no route meets a
 * stream without limits, and takes the request's origin from the settings: neither `Host` nor `X-Forwarded-Host` can change
 * an address that the app makes, or the comparison with `Origin` that Remix makes of every action.
 */
export function remixHandler({ build, mode, appUrl, loadContext }: RemixHandlerOptions): RequestHandler {
  const handle = createRequestHandler(build, mode);
  return async (request, response, next) => {
    try {
      const answer = await handle(toWebRequest(request, response, appUrl), loadContext(response));
      await send(answer, response);
    } catch (error) {
      // Who has gone needs no answer.
      if (!response.destroyed) next(error);
    }
  };
}

function toWebRequest(request: ExpressRequest, response: ExpressResponse, appUrl: string): Request {
  const { method, originalUrl } = request;
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return new Request(`${appUrl}${originalUrl}`, {
    method,
    headers: headersOf(request, appUrl),
    signal: controller.signal,
    ...(method === "POST" ? { body: response.locals.body ?? Buffer.alloc(0) } : {}),
  });
}

/** `Origin` was compared before (`checkHead`): what is here is the app's own. */
function headersOf(request: ExpressRequest, appUrl: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const { host, origin } = new URL(appUrl);
  headers.set("host", host);
  headers.delete("x-forwarded-host");
  headers.set(requestMark, randomUUID());
  if (headers.has("origin")) headers.set("origin", origin);
  return headers;
}

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status);
  const added = ["set-cookie", "vary", "link"];
  for (const [name, value] of answer.headers) {
    if (added.includes(name)) response.append(name, value);
    else response.setHeader(name, value);
  }
  if (answer.status === 405 && !answer.headers.has("allow")) response.setHeader("Allow", "GET, HEAD, OPTIONS");
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}
