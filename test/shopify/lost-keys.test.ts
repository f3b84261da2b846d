import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pauses, sessions, shops } from "../../app/db/schema/index.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createSessionStorage, offlineSessionId } from "../../app/shopify/session-storage.ts";
import { tokenPlace } from "../../app/shopify/token-place.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { installShop, openStore, openTokens, sealer, shop, testClock } from "./open-store.ts";

const hourMs = 3_600_000;
const another = createSealer([Buffer.alloc(32, 9).toString("base64")]);

/** An installed shop, and its tokens as seen by a process that has other keys. */
async function setUp() {
  const [db, clock] = [openTestDatabase(), testClock()];
  const store = await openStore({ now: clock.now });
  await installShop({ db, clock }, store);
  const seal = (column: "accessToken" | "refreshToken") =>
    db.orm
      .update(sessions)
      .set({ [column]: another.seal("shpat_of_before", tokenPlace.access(shop)) })
      .where(eq(sessions.shop, shop));
  const standing = async () => {
    const [row] = await db.orm.select({ state: shops.authState }).from(shops).where(eq(shops.shop, shop));
    const reasons = await db.orm.select({ reason: pauses.reason }).from(pauses).where(eq(pauses.shop, shop));
    return [row?.state, reasons.map(({ reason }) => reason)];
  };
  const load = () =>
    createSessionStorage({ db, clock, sealer, neededScopes: store.state.app.scopes }).loadSession(
      offlineSessionId(shop),
    );
  return { db, clock, store, seal, standing, load, tokens: openTokens({ db, clock, store }) };
}

test("tokens that no key opens wait for the next visit, and the shop does not count as lost", async () => {
  const { db, clock, store, seal, standing, load, tokens } = await setUp();
  await seal("accessToken");
  await seal("refreshToken");
  for (const ask of [() => tokens.accessToken(shop), () => tokens.replaceRejected(shop, "shpat_rejected")]) {
    await expect(ask()).rejects.toMatchObject({ code: "shopify_token_unreadable", retryable: false });
  }
  expect(await standing()).toEqual(["ok", ["reauth"]]);
  expect(await load()).toBeUndefined();
  await installShop({ db, clock }, store);
  expect(await tokens.accessToken(shop)).toMatch(/^shpat_/);
  expect(await standing()).toEqual(["ok", []]);
});

test("an access token that no key opens is refreshed like one that has expired", async () => {
  const { store, seal, standing, tokens } = await setUp();
  await seal("accessToken");
  const token = await tokens.accessToken(shop);
  expect(store.state.shop(shop).tokens.isValid(token)).toBe(true);
  expect(await standing()).toEqual(["ok", []]);
});

test("a refresh token that no key opens stops nothing while the access token lives; afterwards the next visit is asked for", async () => {
  const { clock, seal, standing, tokens } = await setUp();
  await seal("refreshToken");
  expect(await tokens.accessToken(shop)).toMatch(/^shpat_/);
  clock.advance(2 * hourMs);
  await expect(tokens.accessToken(shop)).rejects.toMatchObject({ code: "shopify_token_unreadable" });
  expect(await standing()).toEqual(["ok", ["reauth"]]);
});

test("a key that the operator brings back opens the tokens again", async () => {
  const { db, clock, store, tokens } = await setUp();
  const withoutKey = openTokens({ db, clock, store, sealer: another });
  await expect(withoutKey.accessToken(shop)).rejects.toMatchObject({ code: "shopify_token_unreadable" });
  const token = await tokens.accessToken(shop);
  expect(store.state.shop(shop).tokens.isValid(token)).toBe(true);
});
