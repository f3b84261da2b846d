import { SignJWT } from "jose";
import type { SandboxApp } from "../../sandbox/start.ts";

/** A session token as the admin signs it, with the longest life that the app takes. */
export function sessionToken(app: Pick<SandboxApp, "apiKey" | "apiSecret">, shop: string): Promise<string> {
  return new SignJWT({ dest: `https://${shop}`, sid: "bench" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(`https://${shop}/admin`)
    .setAudience(app.apiKey)
    .setSubject("7")
    .setJti("bench")
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("9m")
    .sign(new TextEncoder().encode(app.apiSecret));
}
