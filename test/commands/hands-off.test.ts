import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listHandsOff } from "../../app/catalog/hands-off.ts";
import { generateTexts } from "../../app/commands/products/generate-texts.ts";
import { planWriting } from "../../app/commands/products/plan-writing.ts";
import { regenerateTexts } from "../../app/commands/texts/regenerate-texts.ts";
import { setProductHandsOff } from "../../app/commands/texts/set-hands-off.ts";
import { jobs } from "../../app/db/schema/index.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { otherShop, productId, shop, storeProduct } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const named = (...ids: string[]) => ({ selection: { ids } });
const run = {
  ...{ contentTypes: ["desc"], agentModel: "v1" as const, lane: "direct" as const },
  ...{ onlyMissing: false, allImages: false, skipGrouping: false },
};
const again = {
  productId,
  contentTypes: ["desc"],
  agentModel: "v1" as const,
  allImages: false,
  given: [],
  fieldNotes: {},
};

it("a product that somebody took their hands off is left out by every way to have texts written, until it is given back", async () => {
  const { deps } = await aShop();
  const second = productIdSchema.parse("1004");
  await storeProduct(deps.db, { id: second });
  const set = (off: boolean) => setProductHandsOff.run(deps, anna, { productId, off });
  expect(await set(true)).toEqual({ kind: "saved" });
  expect(await set(true)).toEqual({ kind: "saved" });
  expect(await deps.db.do(listHandsOff(shop, 10))).toMatchObject([{ id: productId, setBy: anna.by }]);
  expect(await deps.db.do(listHandsOff(otherShop, 10))).toEqual([]);

  const before = await deps.db.orm.$count(jobs, eq(jobs.shop, shop));
  expect(await generateTexts.run(deps, anna, { ...run, ...named(productId) })).toEqual({
    kind: "hands_off",
    products: 1,
  });
  expect(await regenerateTexts.run(deps, anna, again)).toEqual({ kind: "invalid", problems: [{ code: "hands_off" }] });
  expect(await deps.db.orm.$count(jobs, eq(jobs.shop, shop))).toBe(before);
  const { plan } = await planWriting.run(deps, anna, named(productId, second));
  expect(plan).toMatchObject({ handsOff: 1, groups: [{ count: 1 }] });
  expect(await generateTexts.run(deps, anna, { ...run, ...named(productId, second) })).toMatchObject({
    ...{ kind: "started", productIds: [second], handsOff: 1, leftOut: 0 },
  });
  // What a person writes themselves is theirs.
  const given = { ...again, given: ["desc"], fieldNotes: { desc: "Of linen." } };
  expect(await regenerateTexts.run(deps, anna, given)).toEqual({ kind: "saved" });

  expect(await set(false)).toEqual({ kind: "saved" });
  expect(await regenerateTexts.run(deps, anna, again)).toMatchObject({ kind: "started" });
});

it("a product that the shop does not have is no product to take one's hands off", async () => {
  const { deps } = await aShop();
  const unknown = productIdSchema.parse("404");
  expect(await setProductHandsOff.run(deps, anna, { productId: unknown, off: true })).toEqual({ kind: "not_found" });
  expect(await setProductHandsOff.run(deps, { ...anna, shop: otherShop }, { productId, off: true })).toEqual({
    kind: "not_found",
  });
});
