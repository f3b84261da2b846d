import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../app/db/open.ts";
import { type PauseReason, pauses, sessions, shops } from "../../app/db/schema/index.ts";
import { type ProbeAccessDeps, probeAccess } from "../../app/tasks/probe-access.ts";
import { installShop, type OpenStore, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const clock = testClock();
let db: Db;
let store: OpenStore;
let deps: ProbeAccessDeps;

beforeEach(async () => {
  db = openTestDatabase();
  store = await openStore({ now: clock.now });
  await installShop({ db, clock }, store);
  const admin = openAdmin({ db, clock, store, sleep: async () => {} });
  deps = { db, clock, admin, logger: silent, config: { SCOPES: store.state.app.scopes } };
  for (const reason of ["reauth", "scope", "billing"] as const)
    await db.orm.insert(pauses).values({ shop, reason, message: "from before", since: clock.now() });
  clock.advance(20 * 60_000);
});

const reasons = async (): Promise<PauseReason[]> =>
  (await db.orm.select().from(pauses).where(eq(pauses.shop, shop))).map(({ reason }) => reason).sort();

describe("work that waits for access although the token works", () => {
  it("is resumed after Shopify answered, and no other work", async () => {
    expect(await probeAccess(deps)).toBe(1);
    expect(await reasons()).toEqual(["billing"]);
    expect(await probeAccess(deps)).toBe(0);
  });

  it.each(["http_403", "http_404", "http_503", "http_401"])("waits on while Shopify answers %s", async (kind) => {
    store.state.faults.set({ rules: [{ kind }] });
    expect(await probeAccess(deps)).toBe(0);
    expect(await reasons()).toEqual(["billing", "reauth", "scope"]);
  });

  it("waits on for a permission that the token is known to lack", async () => {
    await db.orm.update(sessions).set({ scope: "read_products" }).where(eq(sessions.shop, shop));
    expect(await probeAccess(deps)).toBe(1);
    expect(await reasons()).toEqual(["billing", "scope"]);
  });

  it("waits on when it was refused only after Shopify was asked, or a moment ago", async () => {
    const refusedMeanwhile: ProbeAccessDeps["admin"] = (asked) => {
      const api = deps.admin(asked);
      return {
        shop: asked,
        async run(operation, variables) {
          const answer = await api.run(operation, variables);
          await db.orm.update(pauses).set({ since: clock.now() }).where(eq(pauses.shop, shop));
          return answer;
        },
      };
    };
    expect(await probeAccess({ ...deps, admin: refusedMeanwhile })).toBe(1);
    expect(await reasons()).toEqual(["billing", "reauth", "scope"]);
    expect(await probeAccess(deps)).toBe(0);
  });

  it("is not asked about for a shop whose token is dead", async () => {
    await db.orm.update(shops).set({ authState: "needs_reauth" }).where(eq(shops.shop, shop));
    expect(await probeAccess(deps)).toBe(0);
    expect(store.state.log()).toEqual([]);
  });
});
