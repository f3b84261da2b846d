import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

declare module "express-serve-static-core" {
  interface Locals {
    requestId: string;
  }
}

/** Signs that nobody mistakes for others when a reference is read out. */
const letters = "23456789abcdefghjkmnpqrstuvwxyz";

/**
 * Names each request in the log and in the answer's `X-Request-Id`. Always our own: what a caller sends could be another
 * request's. Also in `Server-Timing`, the one header that a page's script can read of every request that it made.
 */
export function requestIds(): RequestHandler {
  return (_request, response, next) => {
    response.locals.requestId = Array.from(randomBytes(10), (byte) => letters[byte % letters.length]).join("");
    response.setHeader("X-Request-Id", response.locals.requestId);
    response.setHeader("Server-Timing", `request;desc="${response.locals.requestId}"`);
    next();
  };
}
