import { Session } from "@shopify/shopify-api";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { SqliteDb } from "../../app/db/open.ts";
import { pauses, sessions, shops } from "../../app/db/schema/index.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { markScopesUnknown } from "../../app/shopify/auth-state.ts";
import { createSessionStorage } from "../../app/shopify/session-storage.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { sealer, shop, testClock } from "./open-store.ts";

const other = "second.myshopify.com";
const neededScopes = ["read_products", "read_locales"];

function offline(change: Partial<ConstructorParameters<typeof Session>[0]> = {}): Session {
  return new Session({
    id: `offline_${shop}`,
    shop,
    state: "",
    isOnline: false,
    scope: "write_products,read_locales",
    accessToken: "shpat_secret_access",
    expires: new Date(1_800_000_000_000),
    refreshToken: "shprt_secret_refresh",
    refreshTokenExpires: new Date(1_900_000_000_000),
    ...change,
  });
}

function setUp(db: SqliteDb = openTestDatabase()) {
  const clock = testClock();
  return { db, clock, storage: createSessionStorage({ db, clock, sealer, neededScopes }) };
}

describe("a stored session", () => {
  test("a stored session comes back as it was, tokens included", async () => {
    const { storage } = setUp();
    await storage.storeSession(offline());
    const loaded = await storage.loadSession(`offline_${shop}`);
    expect(loaded?.toObject()).toEqual(offline().toObject());
    expect(await storage.findSessionsByShop(shop)).toHaveLength(1);
  });

  test("a stored session keeps both tokens sealed, bound to the shop's row and column", async () => {
    const { db, storage } = setUp();
    await storage.storeSession(offline());
    const row = db.raw.prepare("SELECT * FROM sessions WHERE shop = ?").get(shop);
    expect(JSON.stringify(row)).not.toContain("secret");
    const sealed = row as { access_token: string; refresh_token: string };
    expect(sealer.open(sealed.access_token, `sessions.access_token:${shop}`)).toBe("shpat_secret_access");
    expect(sealer.open(sealed.access_token, `sessions.access_token:${other}`)).toBeNull();
    expect(sealer.open(sealed.access_token, `sessions.refresh_token:${shop}`)).toBeNull();
  });

  test("a stored session of a key that is gone reads as none, so that a new one is asked for", async () => {
    const { db, clock, storage } = setUp();
    await storage.storeSession(offline());
    const rotated = createSealer([Buffer.alloc(32, 9).toString("base64")]);
    expect(
      await createSessionStorage({ db, clock, sealer: rotated, neededScopes }).loadSession(`offline_${shop}`),
    ).toBeUndefined();
  });

  test("a stored session replaces the shop's earlier one and takes the lease from a refresh under way", async () => {
    const { db, storage } = setUp();
    await storage.storeSession(offline());
    await db.orm
      .update(sessions)
      .set({ refreshLease: "lease_1", refreshLeaseUntil: 9e15 })
      .where(eq(sessions.shop, shop));
    await storage.storeSession(offline({ accessToken: "shpat_second" }));
    const rows = await db.orm.select().from(sessions).where(eq(sessions.shop, shop));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ refreshLease: null, refreshLeaseUntil: null });
    expect((await storage.loadSession(`offline_${shop}`))?.accessToken).toBe("shpat_second");
  });

  test("a stored session is gone after it was deleted", async () => {
    const { storage } = setUp();
    await storage.storeSession(offline());
    await storage.deleteSessions([`offline_${shop}`]);
    expect(await storage.loadSession(`offline_${shop}`)).toBeUndefined();
  });
});

describe("a session is refused", () => {
  test.each([
    ["without expiry", { expires: undefined }, /without expiry or refresh token/],
    ["without refresh token", { refreshToken: undefined }, /without expiry or refresh token/],
    ["without the refresh token's expiry", { refreshTokenExpires: undefined }, /without expiry or refresh token/],
    ["of a single person", { isOnline: true }, /only a shop's offline session/],
    ["under another name", { id: "something" }, /only a shop's offline session/],
    ["of something that is no shop", { shop: "evil.example.com", id: "offline_evil.example.com" }, /myshopify/],
  ])("a session is refused: %s", async (_what, change, message) => {
    const { db, storage } = setUp();
    await expect(storage.storeSession(offline(change))).rejects.toThrow(message);
    expect(await db.orm.select().from(sessions).where(eq(sessions.shop, shop))).toEqual([]);
  });

  test("a session that comes without its access token expires the stored one, which the next visit replaces", async () => {
    const { db, clock, storage } = setUp();
    const tokenAt = clock.now();
    await storage.storeSession(offline());
    clock.advance(60_000);
    await storage.storeSession(offline({ accessToken: undefined }));
    expect((await storage.loadSession(`offline_${shop}`))?.isActive(undefined)).toBe(false);
    // Its refusal is no sign that Shopify gave us a token.
    const [row] = await db.orm.select().from(sessions).where(eq(sessions.shop, shop));
    expect(row?.updatedAt).toBe(tokenAt);
  });
});

test("a new session makes the shop authorised and lifts its pause, and no other shop's", async () => {
  const { db, clock, storage } = setUp();
  for (const name of [shop, other]) {
    await db.orm.insert(shops).values({ shop: name, installedAt: 1, authState: "needs_reauth" });
    await db.orm.insert(pauses).values({ shop: name, reason: "reauth", message: "open the app", since: clock.now() });
  }
  await db.orm.insert(pauses).values({ shop, reason: "scope", message: "accept", since: clock.now() });
  await db.orm.insert(pauses).values({ shop, reason: "billing", message: "pay", since: clock.now() });
  await storage.storeSession(offline());
  const states = await db.orm.select({ shop: shops.shop, authState: shops.authState }).from(shops).orderBy(shops.shop);
  expect(states).toEqual([
    { shop, authState: "ok" },
    { shop: other, authState: "needs_reauth" },
  ]);
  const left = await db.orm.select({ shop: pauses.shop, reason: pauses.reason }).from(pauses).orderBy(pauses.shop);
  expect(left).toEqual([
    { shop, reason: "billing" },
    { shop: other, reason: "reauth" },
  ]);
});

describe("a session whose scopes", () => {
  const isHandedOut = async ({ storage }: ReturnType<typeof setUp>) =>
    (await storage.loadSession(`offline_${shop}`))?.isActive(undefined) ?? false;

  test("a session whose scopes may have changed is handed out as expired until a new one is stored, whatever was refreshed meanwhile", async () => {
    const world = setUp();
    await world.storage.storeSession(offline());
    expect(await isHandedOut(world)).toBe(true);
    await world.db.transact({ shop }, (tx) => markScopesUnknown(tx, shop));
    expect(await isHandedOut(world)).toBe(false);
    await world.storage.storeSession(offline());
    expect(await isHandedOut(world)).toBe(true);
  });

  test("a session whose scopes lack a needed one is handed out as expired, once a minute: the merchant may not have granted it yet", async () => {
    const world = setUp();
    await world.storage.storeSession(offline({ scope: "write_products" }));
    expect(await isHandedOut(world)).toBe(true);
    world.clock.advance(60_000);
    expect(await isHandedOut(world)).toBe(false);
    await world.storage.storeSession(offline({ scope: "write_products" }));
    expect(await isHandedOut(world)).toBe(true);
    await world.storage.storeSession(offline({ scope: "read_products,read_locales" }));
    world.clock.advance(60_000);
    expect(await isHandedOut(world)).toBe(true);
  });

  test("a session whose scopes lack a needed one leaves work that waits for it paused", async () => {
    const { db, clock, storage } = setUp();
    const reasons = async () =>
      (await db.orm.select().from(pauses).where(eq(pauses.shop, shop))).map((row) => row.reason);
    await db.orm.insert(shops).values({ shop, installedAt: 1 });
    for (const reason of ["reauth", "scope"] as const) {
      await db.orm.insert(pauses).values({ shop, reason, message: "accept", since: clock.now() });
    }
    await storage.storeSession(offline({ scope: "write_products" }));
    expect(await reasons()).toEqual(["scope"]);
    await storage.storeSession(offline());
    expect(await reasons()).toEqual([]);
  });

  test.each(["reauth", "scope"] as const)(
    "the scopes of a session are exchanged anew, at most once a minute, while the shop's work waits for %s, which ends that",
    async (reason) => {
      const world = setUp();
      const { db, clock, storage } = world;
      await db.orm.insert(shops).values({ shop, installedAt: 1 });
      await storage.storeSession(offline());
      await db.orm.insert(pauses).values({ shop, reason, message: "a 403", since: clock.now() });
      expect(await isHandedOut(world)).toBe(true);
      clock.advance(60_000);
      expect(await isHandedOut(world)).toBe(false);
      await storage.storeSession(offline());
      clock.advance(60_000);
      expect(await isHandedOut(world)).toBe(true);
      expect(await db.orm.$count(pauses, eq(pauses.shop, shop))).toBe(0);
    },
  );
});
