import { z } from "zod";
import { bouncedParameter } from "../lib/bounced-parameter.ts";
import { shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { adminAddress, ownAddress } from "./admin-address.ts";

export interface CompleteAnswerDeps {
  clock: Clock;
  logger: Logger;
  config: { SHOPIFY_ADMIN_ORIGIN: string; SHOPIFY_API_KEY: string };
}

const claimsSchema = z.object({ iat: z.number() });

/** What {@link completeAnswer} throws when a new session token was refused as well, or Shopify could not be asked. */
export type OpeningProblem = { problem: "clock" | "token" | "shopify" };

/** A second token refused so soon after the first is not out of date by itself. */
const againSeconds = 60;
/** Shopify's library allows 10 s between the two clocks. */
const tolerableSeconds = 10;

/**
 * Completes what Shopify's library answers in place of a page: the way to sign in keeps the wanted page, the way to the admin
 * leads to the configured one and to that page, and a page that was just sent for a new session token is not sent again. When
 * Shopify's token endpoint does not answer, the library answers 500: it is not our failure, and passes.
 * @param asked.isSigned whether Shopify made the request's session token for this app: what a stranger made up says nothing of clocks
 * @returns the answer to throw
 */
export function completeAnswer(
  deps: CompleteAnswerDeps,
  { request, isSigned }: { request: Request; isSigned: boolean },
  answer: Response,
): Response {
  const location = answer.headers.get("location");
  if (answer.status >= 500) return shopifyIsAway();
  if (location === null) return answer;
  const url = new URL(request.url);
  if (location === "/auth/login") return redirectTo(answer, `/auth/login?back=${encodeURIComponent(ownAddress(url))}`);
  if (location.startsWith("/auth/session-token?")) return bounceOnce(deps, { url, isSigned }, answer, location);
  const shop = shopDomainSchema.safeParse(url.searchParams.get("shop"));
  if (shop.success && location.endsWith(`/apps/${deps.config.SHOPIFY_API_KEY}`)) {
    return redirectTo(answer, adminAddress(deps.config, shop.data, ownAddress(url)));
  }
  return answer;
}

function shopifyIsAway(): Response {
  return Response.json({ problem: "shopify" } satisfies OpeningProblem, {
    status: 503,
    headers: { "Retry-After": "5" },
  });
}

function bounceOnce(
  { clock, logger }: CompleteAnswerDeps,
  { url, isSigned }: { url: URL; isSigned: boolean },
  answer: Response,
  location: string,
): Response {
  const nowSeconds = Math.floor(clock.now() / 1_000);
  const bouncedAt = Number(url.searchParams.get(bouncedParameter) ?? 0);
  if (Math.abs(nowSeconds - bouncedAt) <= againSeconds) {
    const skewSeconds = nowSeconds - issuedAt(url.searchParams.get("id_token"), nowSeconds);
    const problem = isSigned && Math.abs(skewSeconds) > tolerableSeconds ? "clock" : "token";
    if (problem === "clock") {
      const ms = skewSeconds * 1_000;
      logger.error(
        { reason: problem, ms },
        "new session tokens are refused: this machine's clock differs from Shopify's",
      );
    } else {
      // Anybody can send such an address: it alone is no alarm.
      const words =
        "a session token was refused twice: somebody made it up, or SHOPIFY_API_KEY or SHOPIFY_API_SECRET is not the app's";
      logger.warn({ reason: problem }, words);
    }
    return Response.json({ problem } satisfies OpeningProblem, { status: 503 });
  }
  const bounce = new URL(location, url);
  const wanted = new URL(bounce.searchParams.get("shopify-reload") ?? "/app", url);
  wanted.searchParams.set(bouncedParameter, String(nowSeconds));
  bounce.searchParams.set("shopify-reload", wanted.href);
  return redirectTo(answer, `${bounce.pathname}${bounce.search}`);
}

function issuedAt(token: string | null, fallback: number): number {
  try {
    const [, payload = ""] = (token ?? "").split(".");
    return claimsSchema.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).iat;
  } catch {
    return fallback;
  }
}

function redirectTo(answer: Response, location: string): Response {
  const headers = new Headers(answer.headers);
  headers.set("location", location);
  return new Response(null, { status: answer.status, headers });
}
