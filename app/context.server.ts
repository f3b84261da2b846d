import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import type { Config } from "./config.ts";
import { applyGrant } from "./credits/apply-grant.ts";
import { type Db, openDatabase } from "./db/open.ts";
import { startTally, type Tally } from "./db/tally.ts";
import { hiddenKinds, unseenKinds } from "./jobs/hidden-kinds.ts";
import { type Clock, systemClock } from "./lib/clock.ts";
import { createLogger, describeError, type Logger } from "./lib/logger.ts";
import { type LoopLag, startLoopLag } from "./lib/loop-lag.ts";
import { createOncePer } from "./lib/once-per.ts";
import { createRateLimits, type RateLimits } from "./lib/rate-limits.ts";
import { requestMark } from "./lib/request-mark.ts";
import { createSealer, type Sealer } from "./lib/seal.ts";
import { createLive, type Live } from "./live-events/create-live.ts";
import { createModels, type Models } from "./model/model-for-shop.ts";
import { createHeavyChecks, type HeavyChecks } from "./quality/heavy/heavy-checks.ts";
import type { AdminApiFor } from "./shopify/admin-api.ts";
import { createAdminClient } from "./shopify/admin-client.ts";
import { type AuthenticateAdmin, createAuthenticateAdmin } from "./shopify/authenticate-admin.ts";
import { type ClockWatch, createClockWatch, watchAnswers } from "./shopify/clock-watch.ts";
import { createSessionStorage } from "./shopify/session-storage.ts";
import { createTokens, type Tokens } from "./shopify/tokens.ts";
import { createBucketWatch } from "./shopify/watch-buckets.ts";
import { countAnswers } from "./watch/count-answers.ts";
import { createWatch, type Watch } from "./watch/create-watch.ts";
import { readVitals, type Vitals } from "./watch/vitals.ts";

/** Everything a process of the app holds; made once, closed once. Functions take the part of it they need. */
export interface AppContext {
  config: Config;
  db: Db;
  clock: Clock;
  logger: Logger;
  fetch: typeof fetch;
  sealer: Sealer;
  tokens: Tokens;
  admin: AdminApiFor;
  models: Models;
  /** who asks: for loaders and actions under `/app` */
  authenticate: AuthenticateAdmin;
  clockWatch: ClockWatch;
  /** checks of texts that would hold the event loop */
  heavy: HeavyChecks;
  /** how often a person and a shop may ask for what costs */
  rates: RateLimits;
  /** where the files of feeds are, beside the database */
  feedsFolder: string;
  /** tells open pages of changes */
  live: Live;
  /** counts of this process that belong to no transaction */
  tally: Tally;
  /** how this process is */
  vitals: () => Vitals;
  /** what operators are shown: metrics and health */
  watch: Watch;
  /** how long this process's event loop is held */
  loopLag: LoopLag;
  close(): Promise<void>;
}

export interface ContextOptions {
  config: Config;
  /** names the log lines, and decides which process copies the write-ahead log */
  role: "web" | "worker";
  clock?: Clock;
  fetch?: typeof fetch;
  logger?: Logger;
}

/** Builds the context. @throws when the database cannot be opened or migrated */
export function createContext(options: ContextOptions): AppContext {
  const { config, role, clock = systemClock, fetch = globalThis.fetch } = options;
  const logger = options.logger ?? createLogger(role, config.LOG_LEVEL);
  const db = openDatabase({
    file: config.DATABASE_FILE,
    busyTimeoutMs: 1_000,
    checkpoints: role === "worker" ? "thread" : "late",
    onMigrated: ({ applied: count, backup }) =>
      logger.info({ count, ...(backup ? { path: backup } : {}) }, describeMigration(backup)),
  });
  const sealer = createSealer(config.ENCRYPTION_KEYS);
  const {
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: [apiSecret],
  } = config;
  const clockWatch = createClockWatch({ clock, logger });
  const fetchShopify = watchAnswers(fetch, { clock, watch: clockWatch });
  const tokens = createTokens({ db, clock, fetch: fetchShopify, sealer, apiKey, apiSecret, logger });
  const tally = startTally(db);
  const buckets = createBucketWatch(clock);
  const admin = createAdminClient({
    fetch: fetchShopify,
    onAnswer: countAnswers({ tally, buckets }),
    tokens,
    clock,
    logger,
    apiVersion: config.SHOPIFY_ADMIN_API_VERSION,
    timeoutMs: config.ADMIN_TIMEOUT_MS,
  });
  const models = createModels({ db, sealer, fetch, config });
  const sessionStorage = createSessionStorage({ db, clock, sealer, neededScopes: config.SCOPES });
  const knowUser = createAuthenticateAdmin({ db, clock, logger, config, sessionStorage, clockWatch });
  const rates = createRateLimits();
  const takeOnce = createOncePer<number>();
  const authenticate: AuthenticateAdmin = async (request) => {
    const user = await knowUser(request);
    await applyGrant({ db, clock }, { shop: user.shop, grant: config.CREDITS_GRANT });
    // What an action costs is counted by what it asks for.
    const isSearch = request.method !== "POST" && (new URL(request.url).searchParams.get("q") ?? "") !== "";
    // All loaders of a page ask who is there.
    const mark = request.headers.get(requestMark) ?? randomUUID();
    const seconds = isSearch ? await takeOnce(mark, () => rates.take("search", user)) : 0;
    if (seconds > 0) throw tooOften(seconds);
    return user;
  };
  const heavy = createHeavyChecks();
  const live = createLive({ db, clock, logger, hidden: unseenKinds });
  const loopLag = startLoopLag();
  const startedAt = clock.now();
  const vitals = () => readVitals({ startedAt, loopLag, buckets });
  const watch = createWatch({
    db,
    clock,
    logger,
    tally,
    vitals,
    skewSeconds: clockWatch.skewSeconds,
    hiddenKinds: new Set(hiddenKinds),
    operatorsModels: new Set([config.MODEL_V1, config.MODEL_V2, ...Object.keys(config.MODEL_PRICES)]),
    minFreeBytes: config.DISK_MIN_FREE_MB * 1024 * 1024,
    version: packageJson.version,
  });
  const close = async () => {
    loopLag.stop();
    live.end();
    heavy.close().catch((error: unknown) => logger.warn({ error: describeError(error) }, "a thread did not end"));
    await tally.stop();
    db.close();
  };
  return {
    config,
    db,
    clock,
    logger,
    fetch,
    sealer,
    tokens,
    admin,
    models,
    authenticate,
    clockWatch,
    heavy,
    rates,
    feedsFolder: join(dirname(config.DATABASE_FILE), "feeds"),
    live,
    tally,
    vitals,
    watch,
    loopLag,
    close,
  };
}

/** The page that is shown stays as it is, with a notice. */
function tooOften(seconds: number): Response {
  return Response.json({ problem: "often" }, { status: 429, headers: { "Retry-After": String(seconds) } });
}

function describeMigration(backup: string | null): string {
  return backup ? "the database was copied and brought to this version" : "a new database was made";
}
