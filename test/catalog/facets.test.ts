import { expect, it } from "vitest";
import type { ProductRecord } from "../../app/catalog/assemble-product.ts";
import { createWrittenFacets } from "../../app/catalog/facets.ts";

const product = (vendor: string, tags: string[] = []) =>
  ({ vendor, productType: "", facts: { tags } }) as unknown as ProductRecord;

it("a value of a filter is new to an import until its transaction is over, and once for all products that have it", () => {
  const facets = createWrittenFacets();
  const batch = [product("Fern", ["new", "Fern"]), product("Fern", ["new"])];
  const fresh = [
    { kind: "vendor", value: "Fern" },
    { kind: "tag", value: "new" },
    { kind: "tag", value: "Fern" },
  ];
  expect(facets.newOf(batch)).toEqual(fresh);
  expect(facets.newOf(batch)).toEqual(fresh);
  facets.add(facets.newOf(batch));
  expect(facets.newOf(batch)).toEqual([]);
  expect(facets.newOf([product("Moss", ["new"])])).toEqual([{ kind: "vendor", value: "Moss" }]);
});

it("an import remembers a bounded number of values, and writes one that it forgot again", () => {
  const facets = createWrittenFacets();
  const many = product(
    "",
    Array.from({ length: 20_000 }, (_, n) => `tag ${n}`),
  );
  facets.add(facets.newOf([many]));
  expect(facets.newOf([many])).toEqual([]);
  facets.add(facets.newOf([product("", ["one more"])]));
  expect(facets.newOf([many])).toHaveLength(20_000);
});
