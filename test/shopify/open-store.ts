import net from "node:net";
import { Session } from "@shopify/shopify-api";
import { Agent, type buildConnector } from "undici";
import { onTestFinished } from "vitest";
import type { Db } from "../../app/db/open.ts";
import { shops } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import type { Clock } from "../../app/lib/clock.ts";
import { createLogger, type Logger } from "../../app/lib/logger.ts";
import { createSealer, type Sealer } from "../../app/lib/seal.ts";
import type { AdminApiFor } from "../../app/shopify/admin-api.ts";
import { createAdminClient } from "../../app/shopify/admin-client.ts";
import { createSessionStorage, offlineSessionId } from "../../app/shopify/session-storage.ts";
import { createTokens, type Tokens, type TokensDeps } from "../../app/shopify/tokens.ts";
import {
  defaultApp,
  type SandboxApp,
  type StoreOptions,
  type StoreState,
  startStore,
} from "../../sandbox/store/start.ts";

export const shop = shopDomainSchema.parse("demo.myshopify.com");
export const silent: Logger = createLogger("test", "silent");
export const sealer: Sealer = createSealer([Buffer.alloc(32, 7).toString("base64")]);

/** A clock that a test moves. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function testClock(start = Date.UTC(2026, 10, 21)): TestClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}

export interface OpenStore {
  state: StoreState;
  /** reaches the store for every `*.myshopify.com` and the host of bulk results, in plain TCP */
  fetch: typeof fetch;
}

const shopsOfTests: StoreOptions["shops"] = [
  {
    domain: "demo.myshopify.com",
    name: "Fern & Field",
    plan: "standard",
    locales: ["en", "de", "fr"],
    catalogue: { generate: 40, seed: 3 },
  },
];

/** Without subscriptions: a test that wants webhooks has an address for them. */
export function appOfTests(change: Partial<SandboxApp> = {}): SandboxApp {
  return { ...defaultApp, scopes: [...defaultApp.scopes], subscriptions: [], ...change };
}

/** A sandbox store of its own for one test, closed when the test ends. */
export async function openStore(options: StoreOptions = {}): Promise<OpenStore> {
  const store = await startStore({ shops: shopsOfTests, app: appOfTests(), ...options });
  const agent = new Agent({
    connect(_options, callback) {
      const socket = net.connect({ port: store.port, host: "127.0.0.1", noDelay: true });
      socket.once("error", (error) => callback(error, null));
      socket.once("connect", () => callback(null, socket));
    },
  } satisfies { connect: buildConnector.connector });
  onTestFinished(async () => {
    await agent.destroy();
    await store.close();
  });
  return {
    state: store.state,
    fetch: (input, init) => fetch(input, { ...init, dispatcher: agent } as RequestInit),
  };
}

/** Stores the shop and a session, as the merchant's first visit does. */
export async function installShop(
  { db, clock }: { db: Db; clock: Clock },
  store: OpenStore,
  options: { primaryLocale?: string; scopes?: string[] } = {},
): Promise<void> {
  await db.orm
    .insert(shops)
    .values({ shop, installedAt: clock.now(), primaryLocale: options.primaryLocale ?? "en", locales: ["en"] })
    .onConflictDoNothing();
  const pair = store.state.token(shop, options.scopes);
  if (!("refresh_token" in pair)) throw new Error("the store gave no expiring token");
  await createSessionStorage({ db, clock, sealer, neededScopes: store.state.app.scopes }).storeSession(
    new Session({
      id: offlineSessionId(shop),
      shop,
      state: "",
      isOnline: false,
      scope: pair.scope,
      accessToken: pair.access_token,
      expires: new Date(clock.now() + Number(pair.expires_in) * 1_000),
      refreshToken: String(pair.refresh_token),
      refreshTokenExpires: new Date(clock.now() + Number(pair.refresh_token_expires_in) * 1_000),
    }),
  );
}

export function openTokens(deps: { db: Db; clock: Clock; store: OpenStore } & Partial<TokensDeps>): Tokens {
  const { store, ...rest } = deps;
  const { apiKey, apiSecret } = store.state.app;
  return createTokens({ fetch: store.fetch, sealer, logger: silent, apiKey, apiSecret, ...rest });
}

export function openAdmin(deps: {
  db: Db;
  clock: Clock;
  store: OpenStore;
  fetch?: typeof fetch;
  timeoutMs?: number;
  maxWaitMs?: number;
  sleep?: (ms: number) => Promise<void>;
  tokens?: Tokens;
}): AdminApiFor {
  const {
    db,
    clock,
    store,
    fetch = store.fetch,
    timeoutMs = 5_000,
    tokens = openTokens({ db, clock, store }),
    ...rest
  } = deps;
  return createAdminClient({ fetch, tokens, clock, logger: silent, apiVersion: "2026-10", timeoutMs, ...rest });
}
