import { expect, it } from "vitest";
import { serveShoppers } from "../support/serve-shoppers.ts";

const locales = ["de", "fr", "ja", "ar", "pt-BR", "zh-TW"];
const products = 60;

it("sixty products are translated into six languages, and shoppers of two markets read what was approved, until it is undone", {
  timeout: 20 * 60_000,
}, async () => {
  expect(await serveShoppers({ locales, products })).toBeGreaterThan(products * locales.length);
});
