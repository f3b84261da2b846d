import { expect, it } from "vitest";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { adminAddress, ownAddress, safePath } from "../../app/shopify/admin-address.ts";

it("the app's page in the admin is named by store, client id and the app's own path", () => {
  const config = { SHOPIFY_ADMIN_ORIGIN: "https://admin.shopify.com", SHOPIFY_API_KEY: "key" };
  expect(adminAddress(config, shopDomainSchema.parse("my-shop.myshopify.com"), "/app/jobs?page=2")).toBe(
    "https://admin.shopify.com/store/my-shop/apps/key/app/jobs?page=2",
  );
});

it.each([
  [
    "/app/jobs?page=2&shop=a.myshopify.com&host=x&embedded=1&id_token=t&hmac=h&timestamp=1&bounced=1",
    "/app/jobs?page=2",
  ],
  ["/app/jobs.data?_routes=routes%2Fapp&id_token=t", "/app/jobs"],
  ["/app", "/app"],
])("the app's own part of the address %s is %s", (address, own) => {
  expect(ownAddress(new URL(address, "https://app.example.com"))).toBe(own);
});

it.each([
  "https://evil.example.com/app",
  "//evil.example.com/app",
  "/appendix",
  "/app/../admin",
  "/auth/login",
  "javascript:alert(1)",
  "",
  null,
])("%s is no page to go back to", (wanted) => {
  expect(safePath(wanted)).toBe("");
});

it("a page of the app is one to go back to", () => {
  expect([safePath("/app"), safePath("/app/products?q=linen")]).toEqual(["/app", "/app/products?q=linen"]);
});
