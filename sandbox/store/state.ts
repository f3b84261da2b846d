import { jwtVerify } from "jose";
import { createFaults, type Faults } from "../shared/faults.ts";
import { createRandom } from "../shared/random.ts";
import { bulkRunners } from "./bulk/bulk-runners.ts";
import { type BulkFault, type BulkOperationRecord, bulkFaultKinds, createBulkOperations } from "./bulk/operations.ts";
import { type CollectionDesk, createCollectionDesk } from "./change-collections.ts";
import { createShop } from "./create-shop.ts";
import { type AdminAnswer, type AdminRequest, answerAdmin } from "./execute.ts";
import { type Habits, habitsSchema, usualHabits } from "./habits.ts";
import { countProducts, listProducts, type ProductListArgs } from "./list-products.ts";
import { createMarketDesk, type MarketDesk } from "./markets/market-desk.ts";
import { applyChange, checkChange, type ProductChange, type UserError } from "./mutate/product-mutations.ts";
import { type ProductView, productView } from "./product-view.ts";
import { gid, isoTime, type ProductRecord } from "./records.ts";
import { refusingKinds } from "./refusing-statuses.ts";
import type { Context } from "./resolve/context.ts";
import { defaultApp, defaultShops, type SandboxApp, type SandboxShop } from "./sandbox-app.ts";
import type { ShopState } from "./shop-state.ts";
import { inactiveRefreshToken, tokenFaultKinds } from "./token-refusals.ts";
import type { TokenAnswer } from "./tokens.ts";
import { refusedTranslationKinds } from "./translate/refused-translations.ts";
import { createTextDesk, type TextDesk } from "./translate/text-desk.ts";
import { topicPayload } from "./webhook-payload.ts";
import { createWebhooks, type Delivery, topicName, type Webhooks, webhookFaultKinds } from "./webhooks.ts";

export const storeFaultKinds: readonly string[] = [
  "http_500",
  "http_502",
  "http_503",
  "http_429",
  "http_430",
  "throttled",
  "reset",
  "lost_answer",
  "stall",
  "html_answer",
  "partial_token",
  ...refusingKinds,
  ...tokenFaultKinds,
  ...bulkFaultKinds,
  ...webhookFaultKinds,
  "lag",
  "file_locked",
  "media_processing",
  "node_denied",
  "translation_lost",
  ...refusedTranslationKinds,
];

export interface StoreOptions {
  app?: SandboxApp;
  shops?: SandboxShop[];
  /** Epoch milliseconds; default Date.now. */
  now?: () => number;
  seed?: number;
  faults?: unknown;
  /** What it does to what is written to it; default `usualHabits`. */
  habits?: Partial<Habits> | undefined;
  /** How long a bulk operation takes at least. Default 20 ms. */
  bulkDelayMs?: number;
  /** Lifetime of an access token in seconds. Default 3600. */
  accessTokenSeconds?: number;
  refreshTokenSeconds?: number;
  /** Pauses before the second to the eighth try of a webhook. */
  webhookRetryMs?: readonly number[];
}

export interface LogEntry {
  seq: number;
  at: number;
  shop: string;
  operationName: string;
  rootFields: string[];
  queryHash: string;
  requestedCost: number;
  actualCost: number | null;
  outcome: AdminAnswer["outcome"] | "unauthorized" | `fault:${string}`;
  /** Variables of a mutation, as they came. */
  input?: unknown;
  ms: number;
}

/** The whole store, as tests reach it inside the process. The same things are offered over HTTP under `/__sandbox/`. */
export interface StoreState extends CollectionDesk, MarketDesk, TextDesk {
  readonly app: SandboxApp;
  readonly faults: Faults;
  readonly webhooks: Webhooks;
  readonly habits: Readonly<Habits>;
  /** Changes some of the habits. Throws a ZodError. */
  setHabits(habits: unknown): void;
  now(): number;
  /** Where the store itself answers; set by startStore. */
  url: string;
  setAppUrl(url: string): void;
  shops(): ShopState[];
  /** Throws when there is no such shop. */
  shop(domain: string): ShopState;
  hasShop(domain: string): boolean;
  addShop(options: SandboxShop): ShopState;
  /** Back to the beginning: shops as first given, no faults, log or deliveries. */
  reset(): void;
  /** A token for calls in tests, as after a token exchange. */
  token(domain: string, scopes?: string[]): TokenAnswer;
  /** Verifies a session token (JWT) and gives tokens, or an OAuth error. */
  exchange(domain: string, body: Record<string, unknown>): Promise<{ status: number; body: unknown }>;
  /** One Admin API request without HTTP and token, as the app. */
  graphql(domain: string, query: string, variables?: Record<string, unknown>, scopes?: string[]): AdminAnswer["body"];
  answer(
    domain: string,
    request: AdminRequest,
    options?: { scopes?: readonly string[] | undefined; forceThrottle?: boolean; lagMs?: number | undefined },
  ): AdminAnswer;
  product(domain: string, id: number | string): ProductRecord | undefined;
  listProducts(domain: string, args: ProductListArgs): { products: ProductView[]; total: number };
  view(domain: string, id: number | string): ProductView | undefined;
  /** A person's edit in the admin: checked as productUpdate is, fires products/update. */
  patchProduct(domain: string, id: number | string, change: ProductChange): UserError[];
  /** The merchant grants these access scopes from now on, no others: `app/scopes_update` is fired, tokens stay as they are. */
  grant(domain: string, scopes: readonly string[]): void;
  deleteProduct(domain: string, id: number | string): boolean;
  /** Somebody buys a product: its stock goes down, which touches the product and fires products/update. */
  sellProduct(domain: string, id: number | string): boolean;
  generate(domain: string, count: number, variants?: number, seed?: number): void;
  sendWebhooks(domain: string, input: { topic: string; payload?: unknown; copies?: number; shuffle?: boolean }): void;
  uninstall(domain: string): void;
  log(since?: number): LogEntry[];
  addLog(entry: Omit<LogEntry, "seq">): void;
  deliveries(): Delivery[];
  /** Moves bulk operations on after the injected clock was moved. */
  tick(): void;
  /** Waits until no bulk operation or webhook is under way. */
  settled(): Promise<void>;
  close(): void;
}

const appId = 2_580_001;

export function createStoreState(options: StoreOptions = {}): StoreState {
  const now = options.now ?? Date.now;
  const random = createRandom(options.seed ?? 1);
  const app: SandboxApp = { ...(options.app ?? defaultApp) };
  const firstShops = options.shops ?? defaultShops;
  const faults = createFaults({ random: random.fork("faults"), known: storeFaultKinds });
  if (options.faults !== undefined) faults.set(options.faults);
  const webhooks = createWebhooks({
    now,
    app: () => app,
    secret: () => signingSecret({ app, habits }),
    faults,
    random: random.fork("webhooks"),
    retryMs: options.webhookRetryMs ?? [50, 100, 200, 400, 800, 1600, 3200],
  });
  const firstHabits: Habits = { ...usualHabits, ...options.habits };
  const habits: Habits = { ...firstHabits };
  const shops = new Map<string, ShopState>();
  let log: LogEntry[] = [];
  let seq = 0;

  const subscribed = (topic: string) => app.subscriptions.some((one) => topicName(one.topic) === topic);
  function notify(shop: ShopState, topic: string, payload: () => unknown): void {
    if (!shop.installed) return;
    if (subscribed(topic)) webhooks.send(shop.domain, topic, payload());
    for (const s of shop.subscriptions.values()) {
      if (topicName(s.topic) === topic) webhooks.send(shop.domain, topic, payload(), { url: s.uri });
    }
  }

  function finished(shop: ShopState, o: BulkOperationRecord): void {
    notify(shop, "bulk_operations/finish", () => ({
      admin_graphql_api_id: gid("BulkOperation", o.id),
      completed_at: isoTime(o.completedAt ?? 0),
      created_at: isoTime(o.createdAt),
      error_code: o.errorCode?.toLowerCase() ?? null,
      status: o.status.toLowerCase(),
      type: o.type.toLowerCase(),
    }));
  }

  function addShop(shopOptions: SandboxShop): ShopState {
    const shop = createShop(
      {
        now,
        habits,
        scopes: app.scopes,
        tokenTimes: {
          accessSeconds: options.accessTokenSeconds ?? 3600,
          refreshSeconds: options.refreshTokenSeconds ?? 7_776_000,
        },
        bulkFor: (made) =>
          createBulkOperations({
            now,
            nextId: () => made.nextId(),
            delayMs: options.bulkDelayMs ?? 20,
            fault: (type) => {
              const rule = faults.strike({ operation: `bulk ${type}` }, bulkFaultKinds);
              return rule?.kind as BulkFault;
            },
            countsMore: () => habits.objectCount === "more",
            onFinish: (o) => finished(made, o),
          }),
      },
      shopOptions,
    );
    shops.set(shopOptions.domain, shop);
    return shop;
  }
  for (const shop of firstShops) addShop(shop);

  function find(domain: string): ShopState {
    const shop = shops.get(domain);
    if (!shop) throw new RangeError(`There is no shop ${domain} in the sandbox. Add it with POST /__sandbox/shops.`);
    return shop;
  }

  const numberOf = (id: number | string) => Number(String(id).split("/").at(-1));

  function contextFor(shop: ShopState, scopes: readonly string[]): Context {
    return {
      shop,
      app,
      appId,
      scopes: new Set(scopes),
      storeUrl: state.url,
      bulkRunners,
      strike: (operation, kinds) => faults.strike({ operation }, kinds)?.kind,
      notify: (topic, id) => notify(shop, topic, () => topicPayload(shop, topic, id)),
      tell: (topic, payload) => notify(shop, topic, payload),
      uninstall: () => state.uninstall(shop.domain),
    };
  }

  const state: StoreState = {
    app,
    faults,
    webhooks,
    habits,
    setHabits: (change) => void Object.assign(habits, habitsSchema.parse(change)),
    now,
    url: "http://localhost:3402",
    setAppUrl(url) {
      app.url = url;
    },
    shops: () => [...shops.values()],
    shop: find,
    hasShop: (domain) => shops.has(domain),
    addShop,
    reset() {
      for (const shop of shops.values()) shop.bulk.close();
      shops.clear();
      faults.clear();
      Object.assign(habits, firstHabits);
      webhooks.clear();
      log = [];
      for (const shop of firstShops) addShop(shop);
    },
    token: (domain, scopes) => find(domain).tokens.issue(scopes ?? find(domain).scopes, true),
    async exchange(domain, body) {
      const shop = find(domain);
      const fail = (status: number, error: string, description: string) => ({
        status,
        body: { error, error_description: description },
      });
      if (body.client_id !== app.apiKey || !secretsOf({ app, habits }).includes(String(body.client_secret))) {
        return fail(400, "invalid_client", "The client credentials are not valid.");
      }
      if (body.grant_type === "refresh_token") {
        const refreshed =
          shop.installed && typeof body.refresh_token === "string"
            ? shop.tokens.refresh(body.refresh_token)
            : undefined;
        if (!refreshed) return inactiveRefreshToken;
        return { status: 200, body: refreshed };
      }
      if (body.grant_type !== "urn:ietf:params:oauth:grant-type:token-exchange") {
        return fail(400, "unsupported_grant_type", "Use token exchange or refresh_token.");
      }
      if (body.subject_token_type !== "urn:ietf:params:oauth:token-type:id_token") {
        return fail(400, "invalid_request", "subject_token_type has to be an id_token.");
      }
      if (body.requested_token_type !== "urn:shopify:params:oauth:token-type:offline-access-token") {
        return fail(400, "invalid_request", "The sandbox store gives offline access tokens only.");
      }
      const problem = await sessionTokenProblem(
        String(body.subject_token ?? ""),
        domain,
        { ...app, apiSecret: signingSecret({ app, habits }) },
        now(),
      );
      if (problem) return fail(400, "invalid_subject_token", problem);
      shop.installed = true;
      return { status: 200, body: shop.tokens.issue(shop.scopes, String(body.expiring) === "1") };
    },
    graphql: (domain, query, variables, scopes) =>
      state.answer(domain, { query, variables }, scopes ? { scopes } : {}).body,
    answer(domain, request, answerOptions = {}) {
      const shop = find(domain);
      const { scopes = shop.scopes, lagMs } = answerOptions;
      const context = contextFor(lagMs === undefined ? shop : lagging(shop, now() - lagMs), scopes);
      return answerAdmin(context, request, answerOptions.forceThrottle);
    },
    product: (domain, id) => find(domain).products.get(numberOf(id)),
    listProducts(domain, args) {
      const shop = find(domain);
      const page = listProducts(shop, { first: 50, ...args });
      return {
        products: page.nodes.map((p) => productView(p, state.url, shop)),
        total: countProducts(shop, args.query),
      };
    },
    view(domain, id) {
      const shop = find(domain);
      const record = shop.products.get(numberOf(id));
      return record && productView(record, state.url, shop);
    },
    patchProduct(domain, id, change) {
      const shop = find(domain);
      const before = shop.products.get(numberOf(id));
      if (!before) return [{ field: ["id"], message: "Product does not exist" }];
      const errors = checkChange({ shop }, change, false);
      if (errors.length > 0) return errors;
      shop.products.put(applyChange({ shop }, before, change));
      notify(shop, "products/update", () => topicPayload(shop, "products/update", before.id));
      return [];
    },
    grant(domain, scopes) {
      const shop = find(domain);
      const previous = shop.scopes;
      shop.scopes = [...scopes];
      notify(shop, "app/scopes_update", () => ({
        id: gid("AppInstallation", appId),
        previous,
        current: shop.scopes,
        updated_at: isoTime(now()),
      }));
    },
    deleteProduct(domain, id) {
      const shop = find(domain);
      const deleted = shop.products.delete(numberOf(id));
      if (deleted) notify(shop, "products/delete", () => ({ id: numberOf(id) }));
      return deleted;
    },
    sellProduct(domain, id) {
      const shop = find(domain);
      const before = shop.products.get(numberOf(id));
      if (!before) return false;
      const [first, ...others] = before.variants;
      const variants = first ? [{ ...first, inventory: first.inventory - 1, updatedAt: now() }, ...others] : [];
      shop.products.put({ ...before, variants, updatedAt: now() });
      notify(shop, "products/update", () => topicPayload(shop, "products/update", before.id));
      return true;
    },
    generate(domain, count, variants, seed) {
      const shop = find(domain);
      shop.products.generate({ seed: seed ?? options.seed ?? 1, variants }, count);
    },
    ...createCollectionDesk({ find, notify }),
    ...createMarketDesk({ find, notify }),
    ...createTextDesk({ find }),
    sendWebhooks(domain, input) {
      const shop = find(domain);
      const topic = topicName(input.topic);
      const payload = input.payload ?? topicPayload(shop, topic);
      const copies = input.copies ?? 1;
      if (input.shuffle) {
        const list = Array.isArray(payload) ? payload : [payload];
        webhooks.sendShuffled(list.map((p: unknown) => ({ shop: domain, topic, payload: p, copies })));
      } else {
        webhooks.send(domain, topic, payload, { copies });
      }
    },
    uninstall(domain) {
      const shop = find(domain);
      notify(shop, "app/uninstalled", () => topicPayload(shop, "app/uninstalled"));
      shop.installed = false;
      shop.tokens.revokeAll();
      shop.subscriptions.clear();
    },
    log: (since = 0) => log.filter((entry) => entry.seq > since),
    addLog(entry) {
      seq += 1;
      log.push({ seq, ...entry });
      if (log.length > 100_000) log = log.slice(-50_000);
    },
    deliveries: () => webhooks.deliveries(),
    tick() {
      for (const shop of shops.values()) shop.bulk.tick();
    },
    async settled() {
      await Promise.all([...shops.values()].map((shop) => shop.bulk.settled()));
      await webhooks.settled();
    },
    close() {
      for (const shop of shops.values()) shop.bulk.close();
      webhooks.close();
    },
  };
  return state;
}

/** The shop as a copy shows it that has not heard of later changes. */
function lagging(shop: ShopState, at: number): ShopState {
  return Object.create(shop, { products: { value: shop.products.asOf(at) } }) as ShopState;
}

/** What is known of the app's secrets: the new one, and the one of before while it is not revoked. */
type Secrets = { app: Pick<SandboxApp, "apiSecret">; habits: Pick<Habits, "formerSecret"> };

/** Both get tokens. */
function secretsOf({ app, habits }: Secrets): string[] {
  return [app.apiSecret, ...(habits.formerSecret === null ? [] : [habits.formerSecret])];
}

/** The oldest that is not revoked signs. */
export function signingSecret({ app, habits }: Secrets): string {
  return habits.formerSecret ?? app.apiSecret;
}

async function sessionTokenProblem(token: string, domain: string, app: SandboxApp, now: number) {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(app.apiSecret), {
      algorithms: ["HS256"],
      audience: app.apiKey,
      clockTolerance: 10,
      currentDate: new Date(now),
    });
    if (payload.dest !== `https://${domain}`) return "The session token is for another shop.";
    if (payload.iss !== `https://${domain}/admin`) return "The session token has a wrong issuer.";
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "The session token is not valid.";
  }
}
