import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { continueWork } from "../../app/commands/pauses/continue-work.ts";
import { tryNow } from "../../app/commands/pauses/try-now.ts";
import { breakers, jobItems, pauses, sessions } from "../../app/db/schema/index.ts";
import { pauseShop } from "../../app/jobs/pause.ts";
import { shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

it("paused work is resumed when its reason is gone, and other pauses stay", async () => {
  const { deps, db } = await aShop();
  await pauseShop(deps, { shop, reason: "model_key", message: "Enter a key." });
  await db.orm.update(jobItems).set({ status: "paused", pauseReason: "billing" }).where(eq(jobItems.shop, shop));
  const { kind } = await continueWork.run(deps, anna, { reason: "billing" });
  expect(kind).toBe("continued");
  const left = await db.orm.select({ reason: pauses.reason }).from(pauses).where(eq(pauses.shop, shop));
  expect(left).toEqual([{ reason: "model_key" }]);
  expect(await continueWork.run(deps, anna, { reason: "billing" })).toEqual({ kind: "continued", items: 0 });
});

it("of access Shopify is asked: the token's scopes count as unknown, and the pause stays until it answers", async () => {
  const { deps, db } = await aShop();
  await pauseShop(deps, { shop, reason: "scope", message: "Allow it." });
  await db.orm.insert(sessions).values({
    ...{ id: `offline_${shop}`, shop, scope: "read_products", state: "", isOnline: false, updatedAt: 1 },
    ...{ accessToken: "sealed", expiresAt: 1, refreshToken: "sealed", refreshTokenExpiresAt: 1 },
  });
  expect(await continueWork.run(deps, anna, { reason: "scope" })).toEqual({ kind: "asking_shopify" });
  const [session] = await db.orm.select({ scope: sessions.scope }).from(sessions).where(eq(sessions.shop, shop));
  expect(session).toEqual({ scope: null });
  expect(await db.orm.$count(pauses, eq(pauses.shop, shop))).toBe(2);
});

it("the next try of a provider that is away is moved to now, and not again at once", async () => {
  const { deps, db, clock } = await aShop();
  expect(await tryNow.run(deps, anna, {})).toEqual({ kind: "moved" });
  const [breaker] = await db.orm.select().from(breakers).where(eq(breakers.shop, shop));
  expect(breaker?.probeAt).toBe(clock.now());
  expect(await tryNow.run(deps, anna, {})).toEqual({ kind: "soon" });
  await db.orm.delete(breakers).where(eq(breakers.shop, shop));
  expect(await tryNow.run(deps, anna, {})).toEqual({ kind: "answers" });
});
