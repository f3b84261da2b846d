import type { Request, RequestHandler } from "express";
import { type BodyBudget, createBodyBudget } from "./body-budget.ts";
import { bodyRuleOf } from "./body-rules.ts";
import { tooLarge } from "./check-head.ts";
import { type Refusal, refuse } from "./refuse.ts";

export interface ReadBodiesOptions {
  budget?: BodyBudget;
  /** for all that a sender's network may do before its rate counts; Shopify gives a delivery 5 s in all */
  graceMs?: number;
  /** the slowest that a sender may be on the whole: a poor mobile line has some times as much */
  bytesPerSecond?: number;
}

/** Twenty of the largest bodies at once; our own pages and Shopify never come near. */
const allBodiesBytes = 64_000_000;

declare module "express-serve-static-core" {
  interface Locals {
    /** all of the body, as it was sent */
    body: Buffer<ArrayBuffer> | undefined;
  }
}

/**
 * Reads a request's body before anybody else may: within its path's limit, within a budget of all bodies, and no slower
 * than the slowest line. What reads `response.locals.body` can neither be flooded nor kept waiting.
 */
export function readBodies(options: ReadBodiesOptions = {}): RequestHandler {
  const { budget = createBodyBudget(allBodiesBytes), graceMs = 10_000, bytesPerSecond = 20_000 } = options;
  return (request, response, next) => {
    if (request.method !== "POST") return next();
    const { maxBytes } = bodyRuleOf(request.path);
    const chunks: Buffer[] = [];
    let received = 0;
    const startedAt = performance.now();
    const mayLastMs = () => graceMs + (received * 1_000) / bytesPerSecond;
    const lookAgain = () => {
      const leftMs = startedAt + mayLastMs() - performance.now();
      if (leftMs <= 0) return finish(tooSlow);
      timer = setTimeout(lookAgain, leftMs);
    };
    let timer = setTimeout(lookAgain, graceMs);
    let held = 0;
    response.once("close", () => budget.give(held));

    const take = (chunk: Buffer) => {
      received += chunk.length;
      if (received > maxBytes) return finish(tooLarge(maxBytes));
      if (!budget.take(chunk.length)) return finish(tooBusy);
      held += chunk.length;
      chunks.push(chunk);
    };
    const end = () => finish(null);
    const leave = () => finish("gone");
    function finish(outcome: Refusal | "gone" | null): void {
      clearTimeout(timer);
      request.off("data", take).off("end", end).off("close", leave).off("error", leave);
      if (outcome === "gone") return;
      if (outcome) {
        chunks.length = 0;
        refuse(request, response, outcome);
        return;
      }
      response.locals.body = Buffer.concat(chunks);
      next();
    }
    request.on("data", take).on("end", end).on("close", leave).on("error", leave);
    if (expectsContinue(request)) response.writeContinue();
  };
}

const tooSlow: Refusal = {
  status: 408,
  code: "body_too_slow",
  message: "The request came too slowly. Check your connection and try again.",
};

const tooBusy: Refusal = {
  status: 503,
  code: "too_many_bodies",
  message: "Too much is being sent at once. Try again in a moment.",
  headers: { "Retry-After": "2" },
};

/** The sender waits for a word before it sends. @see https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1 */
function expectsContinue(request: Request): boolean {
  return request.headers.expect?.toLowerCase() === "100-continue";
}
