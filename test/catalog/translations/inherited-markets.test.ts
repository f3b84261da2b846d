import { expect, it } from "vitest";
import { parentsOf } from "../../../app/catalog/translations/inherited-markets.ts";

const market = (id: string, countries: string[], active = true) => ({ id, active, countries });

it("a market inherits from all that hold its countries and more, the smallest first", () => {
  const germany = market("1", ["DE"]);
  const all = [market("3", ["DE", "FR", "IT", "US"]), germany, market("2", ["AT", "DE"]), market("4", ["FR", "IT"])];
  expect(parentsOf(germany, all)).toEqual(["2", "3"]);
});

it("a market inherits neither from a draft, nor from one of the same countries, nor without countries of its own", () => {
  const germany = market("1", ["DE"]);
  expect(parentsOf(germany, [germany, market("2", ["AT", "DE"], false), market("3", ["DE"])])).toEqual([]);
  expect(parentsOf(market("9", []), [germany])).toEqual([]);
});
