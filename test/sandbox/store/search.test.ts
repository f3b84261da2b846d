import { describe, expect, it } from "vitest";
import { buildProduct } from "../../../sandbox/store/build-product.ts";
import { listProducts } from "../../../sandbox/store/list-products.ts";
import { createStoreState } from "../../../sandbox/store/state.ts";
import { domain } from "./test-store.ts";

const now = Date.parse("2026-11-01T00:00:00Z");
const day = 86_400_000;
const base = { html: "", price: 1 };

function shopWithFour() {
  const state = createStoreState({
    now: () => now,
    shops: [{ domain, name: "A", plan: "standard", locales: ["en"], catalogue: "empty" }],
  });
  const shop = state.shop(domain);
  const sources = [
    { ...base, title: "Linen Shirt", vendor: "Fern & Field", type: "Shirts", tags: ["summer", "linen"], sku: "LS" },
    {
      ...base,
      title: "Wool Shirt-Jacket",
      vendor: "Ridge Line",
      type: "Jackets",
      tags: ["winter"],
      sku: "WJ",
      status: "DRAFT" as const,
    },
    { ...base, title: "Foo Fighter Mug", vendor: "Clay", type: "Mugs", tags: ["summer sale"], sku: "FM" },
    { ...base, title: "Football", vendor: "Clay", type: "Toys", tags: [], sku: null, status: "ARCHIVED" as const },
  ];
  sources.forEach((source, slot) => {
    const at = now - (10 - slot) * day;
    shop.products.put(buildProduct(source, { family: "created", slot, createdAt: at, updatedAt: at + day / 2 }));
  });
  return { shop, state };
}

describe("the search syntax of products", () => {
  const { shop, state } = shopWithFour();
  const first = 10_000_000_000_000;
  const found = (query: string) => listProducts(shop, { first: 50, query }).nodes.map((p) => p.id - first);

  it.each<[string, number[]]>([
    ["", [0, 1, 2, 3]],
    ["status:active", [0, 2]],
    ["status:ACTIVE,DRAFT", [0, 1, 2]],
    ["NOT status:active", [1, 3]],
    ["-status:active", [1, 3]],
    ['vendor:"Fern & Field"', [0]],
    ["vendor:'Ridge Line'", [1]],
    ["vendor:clay", [2, 3]],
    ["vendor:Cl*", [2, 3]],
    ["product_type:Shirts", [0]],
    ["tag:summer", [0]],
    ['tag:"summer sale"', [2]],
    ["tag_not:summer", [1, 2, 3]],
    ["title:foo*", [2, 3]],
    ["title:foo", [2]],
    ["title:shirt", [0, 1]],
    ["sku:FM-01", [2]],
    [`id:${first + 1}`, [1]],
    [`id:>${first + 1}`, [2, 3]],
    [`id:${first} OR id:${first + 3}`, [0, 3]],
    ["updated_at:>'2026-10-25T00:00:00Z'", [3]],
    ["updated_at:>='2026-10-24T12:00:00Z'", [2, 3]],
    ["updated_at:>'2026-10-24T12:00:00Z'", [3]],
    ["updated_at:<2026-10-23", [0]],
    ["created_at:<='2026-10-23T00:00:00Z'", [0, 1]],
    ["shirt", [0, 1]],
    ["clay mug", [2]],
    ["linen OR football", [0, 3]],
    ["(linen OR football) AND status:active", [0]],
    ["vendor:clay status:archived", [3]],
    ["vendor:clay AND NOT title:football", [2]],
    ["nothing-like-this", []],
    ["unknown_field:x", [0, 1, 2, 3]],
    ['"shirt', [0, 1]],
    ["(status:active", [0, 2]],
  ])("%s", (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it("pages by any sort key, forwards and backwards", () => {
    const titles = (args: Parameters<typeof listProducts>[1]) => {
      const page = listProducts(shop, args);
      return { titles: page.nodes.map((p) => p.title), ...page.pageInfo };
    };
    const one = titles({ first: 2, sortKey: "TITLE" });
    expect(one).toMatchObject({ titles: ["Foo Fighter Mug", "Football"], hasNextPage: true, hasPreviousPage: false });
    const two = titles({ first: 2, sortKey: "TITLE", after: one.endCursor });
    expect(two).toMatchObject({
      titles: ["Linen Shirt", "Wool Shirt-Jacket"],
      hasNextPage: false,
      hasPreviousPage: true,
    });
    expect(titles({ last: 1, sortKey: "TITLE", before: two.startCursor }).titles).toEqual(["Football"]);
    expect(titles({ first: 1, reverse: true }).titles).toEqual(["Football"]);
    expect(titles({ last: 1 })).toMatchObject({ titles: ["Football"], hasPreviousPage: true });
    expect(() => listProducts(shop, { first: 1, after: "nonsense" })).toThrow("Invalid cursor");
  });

  it("counts what it finds, and stops at a limit", () => {
    const count = (args: string) => state.graphql(domain, `{ productsCount${args} { count precision } }`).data;
    expect(count('(query: "status:active")')).toEqual({ productsCount: { count: 2, precision: "EXACT" } });
    expect(count("(limit: 3)")).toEqual({ productsCount: { count: 3, precision: "AT_LEAST" } });
  });
});
