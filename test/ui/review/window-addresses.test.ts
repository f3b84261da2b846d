import { describe, expect, it } from "vitest";
import { searchAbove, searchBelow } from "../../../app/ui/review/window-addresses.ts";

const admin = { embedded: "1", shop: "a.myshopify.com", host: "h", locale: "de", id_token: "new" };

describe("the addresses of the review in the whole window", () => {
  it("open the window where the page is, signed for this opening only", () => {
    const search = "?lane=blocked&sort=oldest&vendor=Fern&product=1&id_token=old&hmac=x&timestamp=1&session=s";
    const params = searchAbove({ search, product: "2" }, { name: "w", admin });
    expect(Object.fromEntries(params)).toEqual({
      ...{ lane: "blocked", sort: "oldest", vendor: "Fern", product: "2", whole: "w" },
      ...admin,
    });
  });

  it("lead the page below to the window's lane, order and product, with the filter", () => {
    const search = `?lane=warnings&sort=findings&vendor=Fern&whole=w&${new URLSearchParams(admin)}`;
    const params = searchBelow("?lane=blocked&vendor=Fern&product=1", { search, product: "7" });
    expect(Object.fromEntries(params)).toEqual({ lane: "warnings", sort: "findings", vendor: "Fern", product: "7" });
  });

  it("leave the page below what the admin gave it, and name no product at the end of a queue", () => {
    const place = { search: "?whole=w&product=7&locale=de&shop=other", product: null };
    const params = searchBelow("?lane=blocked&shop=a.myshopify.com&embedded=1&id_token=old", place);
    expect(Object.fromEntries(params)).toEqual({ shop: "a.myshopify.com", embedded: "1" });
  });
});
