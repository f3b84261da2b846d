import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "../../app/db/open.ts";
import { pauses, sessions, shops } from "../../app/db/schema/index.ts";
import { markScopesUnknown } from "../../app/shopify/auth-state.ts";
import { tokenPlace } from "../../app/shopify/token-place.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";
import {
  installShop,
  type OpenStore,
  openStore,
  openTokens,
  sealer,
  shop,
  type TestClock,
  testClock,
} from "./open-store.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface World {
  db: Db;
  clock: TestClock;
  store: OpenStore;
  /** how often the token endpoint was asked */
  asked(): number;
}

async function setUp(db: Db = openTestDatabase()): Promise<World> {
  const clock = testClock();
  const inner = await openStore({ now: clock.now });
  let count = 0;
  const store: OpenStore = {
    ...inner,
    fetch: (input, init) => {
      if (String(input).endsWith("/admin/oauth/access_token")) count += 1;
      return inner.fetch(input, init);
    },
  };
  await installShop({ db, clock }, store);
  return { db, clock, store, asked: () => count };
}

async function row(db: Db) {
  const [found] = await db.orm.select().from(sessions).where(eq(sessions.shop, shop));
  if (!found) throw new Error("there is no session");
  return found;
}

async function authState(db: Db) {
  const [found] = await db.orm.select().from(shops).where(eq(shops.shop, shop));
  return found?.authState;
}

describe("an access token", () => {
  test("an access token that is alive is given without asking Shopify", async () => {
    const world = await setUp();
    const token = await openTokens(world).accessToken(shop);
    expect(token).toBe(sealer.open((await row(world.db)).accessToken, tokenPlace.access(shop)));
    expect(world.asked()).toBe(0);
  });

  test("an access token that expires within five minutes is refreshed first, and the new pair is what is stored", async () => {
    const world = await setUp();
    const before = await row(world.db);
    world.clock.advance(hourMs - 4 * 60_000);
    const token = await openTokens(world).accessToken(shop);
    const after = await row(world.db);
    expect(world.asked()).toBe(1);
    expect(token).toBe(sealer.open(after.accessToken, tokenPlace.access(shop)));
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(after).toMatchObject({ expiresAt: world.clock.now() + hourMs, refreshLease: null, refreshLeaseUntil: null });
    expect(world.store.state.shop(shop).tokens.isValid(token)).toBe(true);
  });

  test("a refreshed access token shows nothing about scopes that may have changed: only a visit of the merchant brings new ones", async () => {
    const world = await setUp();
    world.store.state.grant(shop, ["read_products"]);
    await world.db.transact({ shop }, (tx) => markScopesUnknown(tx, shop));
    world.clock.advance(2 * hourMs);
    const token = await openTokens(world).accessToken(shop);
    expect(world.store.state.shop(shop).tokens.scopesOf(token)).toEqual(world.store.state.app.scopes);
    expect((await row(world.db)).scope).toBeNull();
  });

  test("an access token asked for ten times at once when it has expired is refreshed once, and nobody polls for it", async () => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    const sleep = () => Promise.reject(new Error("it polled"));
    const tokens = openTokens({ ...world, sleep });
    const given = await Promise.all(Array.from({ length: 10 }, () => tokens.accessToken(shop)));
    expect(new Set(given).size).toBe(1);
    expect(world.asked()).toBe(1);
  });

  test("an access token asked for by three processes at once is refreshed once: the others wait for the new pair", async () => {
    const file = testDatabaseFile();
    const world = await setUp(file.open());
    world.clock.advance(2 * hourMs);
    const processes = [world.db, file.open(), file.open()].map((db) => openTokens({ ...world, db }));
    const given = await Promise.all(
      processes.flatMap((tokens) => [tokens.accessToken(shop), tokens.accessToken(shop)]),
    );
    expect(new Set(given).size).toBe(1);
    expect(world.asked()).toBe(1);
  });

  test("an access token that another process refreshed a moment ago is not refreshed with the used refresh token", async () => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    const other = openTokens(world);
    let theirs: string | undefined;
    // Between our reading of the row and our taking of its lease.
    const db: Db = {
      ...world.db,
      async transact(...given) {
        theirs ??= await other.accessToken(shop);
        return world.db.transact(...given);
      },
    };
    expect(await openTokens({ ...world, db }).accessToken(shop)).toBe(theirs);
    expect(world.asked()).toBe(1);
  });

  test("an access token is refreshed by another process after the lease of one that died", async () => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    const dead = { refreshLease: "lease_dead", refreshLeaseUntil: world.clock.now() + 30_000 };
    await world.db.orm.update(sessions).set(dead).where(eq(sessions.shop, shop));
    let waits = 0;
    const tokens = openTokens({
      ...world,
      sleep: async () => {
        waits += 1;
        world.clock.advance(1_000);
      },
    });
    expect(await tokens.accessToken(shop)).toMatch(/^shpat_/);
    expect(waits).toBeGreaterThanOrEqual(30);
    expect(world.asked()).toBe(1);
  });

  test("an access token whose refresh answer was lost is refreshed again with the same refresh token", async () => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    world.store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind: "lost_answer", times: 1 }] });
    const tokens = openTokens(world);
    await expect(tokens.accessToken(shop)).rejects.toMatchObject({ code: "shopify_unavailable", retryable: true });
    expect(await row(world.db)).toMatchObject({ refreshLease: null });
    const token = await tokens.accessToken(shop);
    expect(world.store.state.shop(shop).tokens.isValid(token)).toBe(true);
    expect(await authState(world.db)).toBe("ok");
  });

  test("an access token still alive for some minutes is used when the token endpoint is down", async () => {
    const world = await setUp();
    const old = await openTokens(world).accessToken(shop);
    world.clock.advance(hourMs - 3 * 60_000);
    world.store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind: "http_503" }] });
    expect(await openTokens(world).accessToken(shop)).toBe(old);
    expect(world.asked()).toBe(1);
  });

  test("an access token of a session that was replaced during the refresh is the newer session's", async () => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    const tokens = openTokens({
      ...world,
      store: {
        ...world.store,
        fetch: async (input, init) => {
          const response = await world.store.fetch(input, init);
          await installShop(world, world.store);
          return response;
        },
      },
    });
    const token = await tokens.accessToken(shop);
    expect(token).toBe(sealer.open((await row(world.db)).accessToken, tokenPlace.access(shop)));
    expect(world.store.state.shop(shop).tokens.isValid(token)).toBe(true);
  });
});

describe("an incomplete token answer", () => {
  test("an incomplete token answer is refused: the stored pair stays and can be refreshed afterwards", async () => {
    const world = await setUp();
    const before = await row(world.db);
    world.clock.advance(2 * hourMs);
    world.store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind: "partial_token", times: 1 }] });
    const tokens = openTokens(world);
    await expect(tokens.accessToken(shop)).rejects.toMatchObject({ code: "shopify_bad_answer", retryable: true });
    expect(await row(world.db)).toMatchObject({
      accessToken: before.accessToken,
      refreshToken: before.refreshToken,
      refreshLease: null,
    });
    expect(await authState(world.db)).toBe("ok");
    expect(world.store.state.shop(shop).tokens.isValid(await tokens.accessToken(shop))).toBe(true);
  });
});

describe("a refusal of the token endpoint", () => {
  const refusedBy = async (kind: string) => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    world.store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind, times: 1 }] });
    const tokens = openTokens(world);
    const error: unknown = await tokens.accessToken(shop).catch((caught: unknown) => caught);
    return { world, tokens, error };
  };

  test.each(["invalid_grant", "inactive_refresh_token", "invalid_subject_token"])(
    "the refusal %s of the token endpoint means that only a visit of the merchant helps",
    async (kind) => {
      const { world, error } = await refusedBy(kind);
      expect(error).toMatchObject({ code: "shopify_needs_reauth", retryable: false });
      expect(await authState(world.db)).toBe("needs_reauth");
      expect(await world.db.orm.$count(pauses, eq(pauses.shop, shop))).toBe(1);
    },
  );

  test("invalid_client is the operator's fault: no shop has to do anything, and work waits instead of failing", async () => {
    const { world, tokens, error } = await refusedBy("invalid_client");
    expect(error).toMatchObject({ code: "shopify_app_credentials", retryable: true, retryAfterMs: 300_000 });
    expect(await authState(world.db)).toBe("ok");
    expect(await world.db.orm.$count(pauses, eq(pauses.shop, shop))).toBe(0);
    expect(await tokens.accessToken(shop)).toMatch(/^shpat_/);
  });

  test("a 520 in the middle of a rotation orphans the token: tried again, then the merchant is asked", async () => {
    const { world, tokens, error } = await refusedBy("rotation_lost");
    expect(error).toMatchObject({ code: "shopify_unavailable", retryable: true });
    expect(await authState(world.db)).toBe("ok");
    await expect(tokens.accessToken(shop)).rejects.toMatchObject({ code: "shopify_needs_reauth" });
    expect(await authState(world.db)).toBe("needs_reauth");
    await installShop(world, world.store);
    expect(await tokens.accessToken(shop)).toMatch(/^shpat_/);
  });

  test.each([
    [400, "<html><body>Bad Request</body></html>"],
    [401, "error code: 1020"],
    [403, ""],
    [404, ""],
    [404, '{"errors":"Not Found"}'],
    [502, "<html>"],
    [200, "<html><h1>Something went wrong</h1></html>"],
  ])("status %i with a page of some proxy (%s) means nothing for the token", async (status, text) => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    const tokens = openTokens({ ...world, fetch: async () => new Response(text, { status }) });
    await expect(tokens.accessToken(shop)).rejects.toMatchObject({ retryable: true });
    expect(await authState(world.db)).toBe("ok");
  });
});

describe("a refresh token that Shopify no longer knows", () => {
  test("a refresh token that Shopify no longer knows makes the shop need the merchant: state, pause and an expired session, and no further calls", async () => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    world.store.state.shop(shop).tokens.revokeRefresh();
    const tokens = openTokens(world);
    await expect(tokens.accessToken(shop)).rejects.toMatchObject({ code: "shopify_needs_reauth", retryable: false });
    expect(await authState(world.db)).toBe("needs_reauth");
    expect(await world.db.orm.select().from(pauses).where(eq(pauses.shop, shop))).toMatchObject([
      { reason: "reauth", message: expect.stringContaining("Open Shelfwright") },
    ]);
    expect((await row(world.db)).expiresAt).toBe(0);
    await expect(tokens.accessToken(shop)).rejects.toMatchObject({ code: "shopify_needs_reauth" });
    expect(world.asked()).toBe(1);
  });

  test("a refresh token that Shopify no longer knows works again after the merchant opened the app", async () => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    world.store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind: "invalid_grant", times: 1 }] });
    const tokens = openTokens(world);
    await expect(tokens.accessToken(shop)).rejects.toMatchObject({ code: "shopify_needs_reauth" });
    await installShop(world, world.store);
    expect(world.store.state.shop(shop).tokens.isValid(await tokens.accessToken(shop))).toBe(true);
    expect(await world.db.orm.select().from(pauses).where(eq(pauses.shop, shop))).toEqual([]);
  });

  test("a refresh token that Shopify no longer knows does not mark a shop whose session was replaced meanwhile", async () => {
    const world = await setUp();
    world.clock.advance(2 * hourMs);
    world.store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind: "invalid_grant", times: 1 }] });
    const tokens = openTokens({
      ...world,
      store: {
        ...world.store,
        fetch: async (input, init) => {
          const response = await world.store.fetch(input, init);
          await installShop(world, world.store);
          return response;
        },
      },
    });
    expect(world.store.state.shop(shop).tokens.isValid(await tokens.accessToken(shop))).toBe(true);
    expect(await authState(world.db)).toBe("ok");
  });
});

test("a shop without a session needs the merchant; a shop that left stays uninstalled", async () => {
  const world = await setUp();
  await world.db.orm.delete(sessions).where(eq(sessions.shop, shop));
  await expect(openTokens(world).accessToken(shop)).rejects.toMatchObject({ code: "shopify_needs_reauth" });
  expect(await authState(world.db)).toBe("needs_reauth");
  await world.db.orm.update(shops).set({ authState: "uninstalled" }).where(eq(shops.shop, shop));
  await expect(openTokens(world).accessToken(shop)).rejects.toMatchObject({ code: "shopify_needs_reauth" });
  expect(await authState(world.db)).toBe("uninstalled");
});

describe("a shop that nobody visits", () => {
  test("a shop that nobody visits has its refresh token renewed after 75 days, before it dies on day 90", async () => {
    const world = await setUp();
    const tokens = openTokens(world);
    world.clock.advance(74 * dayMs);
    expect(await tokens.refreshIdle()).toBe(0);
    world.clock.advance(1.5 * dayMs);
    expect(await tokens.refreshIdle()).toBe(1);
    expect((await row(world.db)).refreshTokenExpiresAt).toBe(world.clock.now() + 90 * dayMs);
    expect(await tokens.refreshIdle()).toBe(0);
    expect(world.asked()).toBe(1);
  });

  test("a shop that nobody visits has a refresh token that was got in a clock years ahead renewed as soon as the clock is right", async () => {
    const world = await setUp();
    const tokens = openTokens(world);
    const ahead = { refreshTokenExpiresAt: world.clock.now() + 3 * 365 * dayMs };
    await world.db.orm.update(sessions).set(ahead).where(eq(sessions.shop, shop));
    expect(await tokens.refreshIdle()).toBe(1);
    expect((await row(world.db)).refreshTokenExpiresAt).toBe(world.clock.now() + 90 * dayMs);
    expect(await tokens.refreshIdle()).toBe(0);
  });

  test("a shop that nobody visits whose refresh fails does not stop the others and is tried again", async () => {
    const world = await setUp();
    world.clock.advance(80 * dayMs);
    world.store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind: "http_500", times: 1 }] });
    const tokens = openTokens(world);
    expect(await tokens.refreshIdle()).toBe(0);
    expect(await tokens.refreshIdle()).toBe(1);
  });
});

test("no secret of a token is in a log line or an error", async () => {
  const world = await setUp();
  const lines: string[] = [];
  const log = (fields: unknown, message: string) => void lines.push(JSON.stringify(fields) + message);
  const logger = { info: log, warn: log, error: log, debug: log };
  world.clock.advance(2 * hourMs);
  world.store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind: "partial_token", times: 1 }] });
  const tokens = openTokens({ ...world, logger });
  const error: unknown = await tokens.accessToken(shop).catch((caught: unknown) => caught);
  await tokens.accessToken(shop);
  const said = lines.join("\n") + String(error) + JSON.stringify(error);
  expect(lines.length).toBeGreaterThan(0);
  expect(said).not.toMatch(/shp(at|rt)_/);
  expect(said).not.toContain(world.store.state.app.apiSecret);
});
