import { describe, expect, it } from "vitest";
import { type CategorisedProduct, indexNeighbours } from "../../../app/classification/shortlist/nearest-products.ts";

const fill = (title: string, categoryId: string, rest: Partial<CategorisedProduct> = {}): CategorisedProduct => ({
  title,
  type: "",
  tags: ["new in"],
  locale: "en",
  categoryId,
  ...rest,
});
const shop = indexNeighbours([
  fill("Solveig Earrings", "ear"),
  fill("Tides Necklace", "neck", { tags: ["new in", "pearl"] }),
  fill("Old Promise Ring", "ring", { type: "Rings" }),
  fill("New Promise", "ring", { type: "Rings" }),
]);
const asked = (title: string, rest: Partial<CategorisedProduct> = {}) => ({
  title,
  type: "",
  tags: [],
  locale: "en",
  ...rest,
});

describe("the shop's nearest products", () => {
  it("bring their category, once, with the product that it comes from", () => {
    expect(shop.of(asked("Quiet Promise", { type: "rings" }))).toEqual([
      { id: "ring", likeness: expect.any(Number), because: "New Promise" },
    ]);
  });

  it("are found by title, type or tag, in other forms of the words", () => {
    expect(shop.of(asked("Moon earring"))[0]?.id).toBe("ear");
    expect(shop.of(asked("Moon", { tags: ["Pearl"] }))[0]?.id).toBe("neck");
  });

  it("are not found by what all products share", () => {
    expect(shop.of(asked("Moon", { tags: ["new in"] }))).toEqual([]);
  });

  it("are as many as asked for, the likest first", () => {
    const mixed = asked("Tides Necklace", { type: "Rings" });
    expect(shop.of(mixed).map(({ id }) => id)).toEqual(["neck", "ring"]);
    expect(shop.of(mixed, 1).map(({ id }) => id)).toEqual(["neck"]);
  });

  it("are none in a shop without categories", () => {
    expect(indexNeighbours([]).of(asked("Ring"))).toEqual([]);
  });
});
