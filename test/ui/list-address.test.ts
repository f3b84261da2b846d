import { describe, expect, it } from "vitest";
import {
  atView,
  builtInViews,
  differsFrom,
  isFiltered,
  queryToKeep,
  sortOf,
  viewOf,
  withFilter,
  withoutFilters,
  withSearch,
  withSort,
} from "../../app/ui/products/list-address.ts";

const at = (query: string) => new URLSearchParams(query);
const view = (id: string) => builtInViews.find((each) => each.id === id) ?? { id: "", name: "", query: "" };

describe("the address of the products list", () => {
  it("goes back to the first page when something else is asked for", () => {
    const address = at("q=linen&cursor=abc&vendor=A");
    expect(withFilter(address, "vendor", ["B", "C"]).toString()).toBe("q=linen&vendor=B&vendor=C");
    expect(withSearch(address, "flax").has("cursor")).toBe(false);
    expect(withSort(address, "title asc").has("cursor")).toBe(false);
    expect(withoutFilters(address).toString()).toBe("");
  });

  it("forgets a search that was emptied", () => {
    expect(withSearch(at("q=linen&vendor=A"), "  ").toString()).toBe("vendor=A");
  });

  it("knows the order that holds when none is given", () => {
    expect(sortOf(at(""))).toBe("updated desc");
    expect(sortOf(at("sort=title"))).toBe("title asc");
    expect(sortOf(at("sort=vendor&dir=desc"))).toBe("vendor desc");
  });

  it("opens a view with its filters and what the admin needs, and nothing else", () => {
    const address = at("shop=one.myshopify.com&host=abc&id_token=secret&q=linen&cursor=x");
    expect(atView(address, view("conflicts")).toString()).toBe(
      "shop=one.myshopify.com&host=abc&state=conflict&view=conflicts",
    );
    expect(atView(address, view("all")).toString()).toBe("shop=one.myshopify.com&host=abc");
  });

  it("recognises a view by its filters, in any order", () => {
    expect(viewOf(at("state=blocked&state=warned&state=needs_review"), builtInViews).id).toBe("review");
    expect(viewOf(at(""), builtInViews).id).toBe("all");
    expect(viewOf(at("q=linen"), builtInViews).id).toBe("all");
  });

  it("stays in a named view while its filters are changed, and marks it as changed", () => {
    const address = at("view=review&state=blocked");
    expect(viewOf(address, builtInViews).id).toBe("review");
    expect(differsFrom(address, view("review"))).toBe(true);
    expect(differsFrom(at("view=review&state=needs_review&state=warned&state=blocked"), view("review"))).toBe(false);
    expect(differsFrom(at("sort=title&dir=asc"), view("all"))).toBe(true);
  });

  it("keeps search, filters and order as a view, not the place in the list", () => {
    expect(queryToKeep(at("shop=x&q=linen&state=blocked&cursor=abc&view=all&sort=title&dir=asc"))).toBe(
      "q=linen&state=blocked&sort=title&dir=asc",
    );
    expect(queryToKeep(at("sort=updated&dir=desc&tag=new"))).toBe("tag=new");
  });

  it("tells a filtered list from a whole one", () => {
    expect(isFiltered(at("shop=x&sort=title&cursor=1"))).toBe(false);
    expect(isFiltered(at("missing=desc"))).toBe(true);
  });
});
