import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { sandboxApp } from "../../sandbox/defaults.ts";

const app = sandboxApp();
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

export interface Asked {
  status: number;
  ms: number;
}

/** Asks the app for a page's data, or for what its forms ask, as a merchant's browser does. The answer is read whole. */
export async function askAs(
  { url, shop, user }: { url: string; shop: string; user: number },
  path: string,
  body?: URLSearchParams | object,
): Promise<Asked> {
  const token = await new SignJWT({ dest: `https://${shop}`, sid: "bench" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(`https://${shop}/admin`)
    .setAudience(app.apiKey)
    .setSubject(String(user))
    .setJti(randomUUID())
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("60s")
    .sign(new TextEncoder().encode(app.apiSecret));
  const isForm = body instanceof URLSearchParams;
  const headers = {
    "User-Agent": browser,
    Authorization: `Bearer ${token}`,
    ...(body && !isForm ? { "Content-Type": "application/json" } : {}),
  };
  const startedAt = performance.now();
  const answer = await fetch(`${url}${path}`, {
    headers,
    ...(body ? { method: "POST", body: isForm ? body : JSON.stringify(body) } : {}),
  });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - startedAt };
}
