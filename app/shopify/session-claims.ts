import { z } from "zod";
import { shopDomainSchema } from "../lib/brand.ts";
import { parseSentJson } from "../lib/json.ts";

/** The claims of a session token, once it is known to have all that are required. Times in seconds since 1970. */
export interface SessionClaims {
  /** `example.myshopify.com` */
  shop: string;
  notBefore: number;
  expiresAt: number;
}

/** Shopify's live for a minute; one that lives longer than this was not made by the admin. */
const longestLifeSeconds = 10 * 60;

const headerSchema = z.object({ alg: z.literal("HS256") });
const url = z.url({ protocol: /^https$/ }).transform((text) => new URL(text));
const claimsSchema = z.object({
  iss: url,
  dest: url,
  aud: z.string().min(1),
  sub: z.string().min(1),
  exp: z.number().int().positive(),
  nbf: z.number().int().positive(),
});

/**
 * Reads a session token and checks that it has all claims of Shopify's: by whom, for which app and shop, of which person, from
 * when and until when. The library verifies the signature, and of these claims those that are there: without `exp` it takes
 * a token for ever.
 * The signature is not checked: it can only refuse.
 * @returns null for a token that is none of Shopify's
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/id-tokens
 */
export function readSessionClaims(token: string, apiKey: string): SessionClaims | null {
  const [header = "", payload = ""] = token.split(".");
  if (!headerSchema.safeParse(decode(header)).success) return null;
  const claims = claimsSchema.safeParse(decode(payload));
  if (!claims.success) return null;
  const { iss, dest, aud, exp, nbf } = claims.data;
  const isOneShop = iss.hostname === dest.hostname && shopDomainSchema.safeParse(dest.hostname).success;
  if (!isOneShop || aud !== apiKey || exp <= nbf || exp - nbf > longestLifeSeconds) return null;
  return { shop: dest.hostname, notBefore: nbf, expiresAt: exp };
}

function decode(part: string): unknown {
  return parseSentJson(Buffer.from(part, "base64url").toString("utf8"));
}
