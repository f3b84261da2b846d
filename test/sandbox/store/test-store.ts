import { SignJWT } from "jose";
import { defaultApp, type RunningStore, type StoreOptions, startStore } from "../../../sandbox/store/start.ts";

export const domain = "a.myshopify.com";

/** A store with one shop and a clock that tests move. */
export interface TestStore extends RunningStore {
  clock: { at: number };
  /** A POST as the app sends it: to the store's port, with the shop in the Host header. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, host?: string): Promise<Response>;
  control(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  /** An Admin API call over HTTP with a valid token. */
  admin(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

export interface Answer {
  data?: Record<string, unknown>;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
  extensions?: {
    cost: {
      requestedQueryCost: number;
      actualQueryCost: number | null;
      throttleStatus: { currentlyAvailable: number; maximumAvailable: number; restoreRate: number };
    };
  };
}

/** A root field of an answer, which has to be there. */
export function rootField<T>(answer: Answer, name: string): T {
  const value = answer.data?.[name];
  if (value === undefined) throw new Error(`no ${name} in ${JSON.stringify(answer)}`);
  return value as T;
}

export async function startTestStore(
  options: Partial<StoreOptions> & { catalogue?: "sample" | "empty" | { generate: number; variants?: number } } = {},
): Promise<TestStore> {
  const clock = { at: Date.parse("2026-11-01T12:00:00Z") };
  const { catalogue = "empty", ...rest } = options;
  const store = await startStore({
    now: () => clock.at,
    shops: [{ domain, name: "A", plan: "standard", locales: ["en", "de"], catalogue }],
    app: { ...defaultApp, subscriptions: [] },
    bulkDelayMs: 0,
    webhookRetryMs: [1, 1, 1, 1, 1, 1, 1],
    ...rest,
  });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(
      store.port,
      "POST",
      path,
      { host: domain, "content-type": "application/json", ...headers },
      JSON.stringify(body),
    );
  let token = "";
  return {
    ...store,
    clock,
    post,
    get: (path, host = domain) => send(store.port, "GET", path, { host }),
    async control(method, path, body) {
      const answer = await fetch(`${store.url}/__sandbox${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    async admin(query, variables) {
      token ||= store.state.token(domain).access_token;
      const answer = await post(
        "/admin/api/2026-10/graphql.json",
        { query, variables },
        { "x-shopify-access-token": token },
      );
      return (await answer.json()) as Answer;
    },
  };
}

/** fetch does not let the Host header be set; node:http does. */
export async function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Buffer,
): Promise<Response> {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) => {
    const req = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("error", reject);
      res.on("aborted", () => reject(new Error("aborted")));
      res.on("end", () =>
        resolve(
          new Response(Buffer.concat(chunks), {
            status: res.statusCode ?? 0,
            headers: res.headers as Record<string, string>,
          }),
        ),
      );
    });
    req.on("error", reject);
    req.end(body);
  });
}

export function sessionToken(claims: {
  shop?: string;
  secret?: string;
  audience?: string;
  issuedAt: number;
}): Promise<string> {
  const shop = claims.shop ?? domain;
  return new SignJWT({ dest: `https://${shop}`, sid: "s", jti: "j" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(`https://${shop}/admin`)
    .setAudience(claims.audience ?? defaultApp.apiKey)
    .setSubject("1")
    .setIssuedAt(Math.floor(claims.issuedAt / 1000))
    .setExpirationTime(Math.floor(claims.issuedAt / 1000) + 60)
    .sign(new TextEncoder().encode(claims.secret ?? defaultApp.apiSecret));
}

export const exchangeBody = (subjectToken: string, expiring = "1") => ({
  client_id: defaultApp.apiKey,
  client_secret: defaultApp.apiSecret,
  grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
  subject_token: subjectToken,
  subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
  requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  expiring,
});

/** Waits for a condition by turns of the event loop. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  // Long, because the machine may be busy with other tests: only a failure waits for it.
  const end = Date.now() + 25_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
