import type { Request, RequestHandler, Response } from "express";
import { type BodyBudget, type BodyLane, createBodyBudget } from "./body-budget.ts";
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

/** How long who is not known by a token may hold room with an unfinished body. */
const strangersLongestMs = 30_000;
/** Above any webhook that we subscribe to. */
const smallWebhookBytes = 64_000;
/** One form field, from somebody who is not known yet. */
const strangersBytes = 16_000;

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
  const { budget = createBodyBudget(), graceMs = 10_000, bytesPerSecond = 20_000 } = options;
  return (request, response, next) => {
    if (request.method !== "POST") return next();
    const rule = bodyRuleOf(request.path);
    const lane = laneOf(request, response);
    const sender = response.locals.shop ?? "";
    // Who may send much is known by a header, before anything is read.
    const maxBytes = lane === "strangers" ? Math.min(rule.maxBytes, strangersBytes) : rule.maxBytes;
    const tooMuch = maxBytes < rule.maxBytes ? notKnown : tooLarge(maxBytes);
    if (Number(request.get("content-length") ?? 0) > maxBytes) return refuse(request, response, tooMuch);
    const chunks: Buffer[] = [];
    let received = 0;
    const startedAt = performance.now();
    const longestMs = lane === "pages" ? Number.POSITIVE_INFINITY : strangersLongestMs;
    const mayLastMs = () => Math.min(longestMs, graceMs + (received * 1_000) / bytesPerSecond);
    const lookAgain = () => {
      const leftMs = startedAt + mayLastMs() - performance.now();
      if (leftMs <= 0) return finish(tooSlow);
      timer = setTimeout(lookAgain, leftMs);
    };
    let timer = setTimeout(lookAgain, graceMs);
    let held = 0;
    response.once("close", () => budget.give(lane, sender, held));

    const take = (chunk: Buffer) => {
      received += chunk.length;
      if (received > maxBytes) return finish(tooMuch);
      if (!budget.take(lane, sender, chunk.length)) return finish(tooBusy);
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

function laneOf(request: Request, response: Response): BodyLane {
  if (request.path !== "/webhooks") return response.locals.signedHeader ? "pages" : "strangers";
  const bytes = Number(request.get("content-length") ?? Number.NaN);
  return bytes <= smallWebhookBytes ? "webhooks" : "largeWebhooks";
}

/** App Bridge fetches a new token and sends once more. @see https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens */
const notKnown: Refusal = {
  status: 401,
  code: "not_signed_in",
  message: "Shopify's confirmation of who you are is missing. Open Shelfwright again from your Shopify admin.",
  headers: { "X-Shopify-Retry-Invalid-Session-Request": "1" },
};

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
