import { expect, it } from "vitest";
import { knownProductIds } from "../../app/catalog/select-products.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { otherShop, shop, storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

it("of named products those that the shop has are worked on, each once, and never another shop's", async () => {
  const db = openTestDatabase();
  const ids = ["3", "1", "2", "1"].map((id) => productIdSchema.parse(id));
  await storeProduct(db, { id: productIdSchema.parse("1") });
  await storeProduct(db, { id: productIdSchema.parse("3") });
  expect(await db.do(knownProductIds(shop, ids))).toEqual(["3", "1"]);
  expect(await db.do(knownProductIds(otherShop, ids))).toEqual([]);
});
