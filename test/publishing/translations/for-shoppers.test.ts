import { expect, it } from "vitest";
import { serveShoppers } from "../../support/serve-shoppers.ts";

it("translations of a whole shop are made, approved, published and undone in bulk, and shoppers read what was approved", async () => {
  expect(await serveShoppers({ locales: ["de", "ja"], products: 3 })).toBeGreaterThan(3 * 2);
});
