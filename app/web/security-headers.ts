import { randomBytes } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { shopDomainSchema } from "../lib/brand.ts";

export interface SecurityHeaderOptions {
  /** who may show the app in a frame besides the shop itself */
  adminOrigin: string;
  /** another App Bridge script than Shopify's */
  appBridgeUrl: string | undefined;
  /** whether the app's public address is one of https: browsers then never ask for it in the clear again */
  https: boolean;
  /** development: Vite's own inline scripts and socket need a wider policy */
  dev: boolean;
}

declare module "express-serve-static-core" {
  interface Locals {
    nonce: string;
  }
}

const yearSeconds = 31_536_000;

/**
 * A content security policy on every answer, errors included. Only the shop's own admin may frame the app; with no shop
 * known, nobody may, except for the pages that lead back to the admin.
 * @see https://shopify.dev/docs/apps/build/security/set-up-iframe-protection
 */
export function securityHeaders(options: SecurityHeaderOptions): RequestHandler {
  const bridge = options.appBridgeUrl ? ` ${new URL(options.appBridgeUrl).origin}` : "";
  return (request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    const ancestors = frameAncestors(request, options.adminOrigin);
    const policy = options.dev
      ? [ancestors]
      : [
          "default-src 'self'",
          `script-src 'self' 'nonce-${nonce}' https://cdn.shopify.com${bridge}`,
          "style-src 'self' 'unsafe-inline' https://cdn.shopify.com",
          "font-src 'self' https://cdn.shopify.com",
          "img-src * data: blob:",
          `connect-src 'self' https://*.shopify.com https://*.shopifycloud.com https://*.shopifysvc.com${bridge}`,
          "object-src 'none'",
          "base-uri 'none'",
          // Held against every hop of a redirect too: a form that leads elsewhere answers a page that goes there.
          "form-action 'self'",
          ancestors,
        ];
    response.setHeader("Content-Security-Policy", `${policy.join("; ")};`);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    if (options.https) response.setHeader("Strict-Transport-Security", `max-age=${yearSeconds}`);
    next();
  };
}

/** A frame that lost its shop has to find back: the pages for that hold nobody's data, and the admin may show them. */
function frameAncestors(request: Request, adminOrigin: string): string {
  const known = shopDomainSchema.safeParse(request.query.shop);
  if (known.success) return `frame-ancestors https://${known.data} ${adminOrigin}`;
  return request.path.startsWith("/auth/") ? `frame-ancestors ${adminOrigin}` : "frame-ancestors 'none'";
}
