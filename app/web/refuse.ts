import type { Request, Response } from "express";

export interface Refusal {
  status: 400 | 401 | 403 | 405 | 408 | 413 | 414 | 415 | 431 | 503;
  /** stable, for programs */
  code: string;
  /** for a person: what was wrong and what to do */
  message: string;
  headers?: Record<string, string>;
}

/** How long, and how much, a sender who is still sending is listened to so that it reads the answer. */
const lingerMs = 2_000;
const lingerBytes = 4_000_000;

/**
 * Answers a request whose body nobody will read, and closes its connection: what is still under way would be taken for the
 * next request. Closed at once, the answer is lost to a sender that does not look before it has sent everything, so what
 * comes is thrown away for a moment first.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
export function refuse(request: Request, response: Response, refusal: Refusal): void {
  if (response.headersSent || response.destroyed) return;
  const { status, code, message, headers = {} } = refusal;
  const body = JSON.stringify({ status: "error", code, message });
  response.writeHead(status, {
    ...headers,
    "Cache-Control": "no-store",
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  });
  // Who was too slow gets no more time.
  const waits = request.headers.expect !== undefined || status === 408;
  if (request.complete || waits || request.method === "HEAD") {
    response.end(body);
    return;
  }
  let more = 0;
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, lingerMs).unref();
  request.once("end", end).once("close", end);
  request.on("data", (chunk: Buffer) => {
    more += chunk.length;
    if (more > lingerBytes) end();
  });
  response.write(body);
}
