import { expect, it } from "vitest";
import { parentsByPlaces } from "../../../app/catalog/translations/inherited-markets.ts";

const market = (id: string, countries: string[], more: object = {}) => ({
  ...{ id, active: true, type: "REGION", countries, subdivisions: [], everywhere: false },
  ...more,
});

it("a market inherits from all that hold its countries and more, the smallest first", () => {
  const germany = market("1", ["DE"]);
  const all = [market("3", ["DE", "FR", "IT", "US"]), germany, market("2", ["AT", "DE"]), market("4", ["FR", "IT"])];
  expect(parentsByPlaces(germany, all)).toEqual(["2", "3"]);
});

it("a market inherits neither from a draft, nor from one of the same countries, nor without countries of its own", () => {
  const germany = market("1", ["DE"]);
  const others = [market("2", ["AT", "DE"], { active: false }), market("3", ["DE"])];
  expect(parentsByPlaces(germany, [germany, ...others])).toEqual([]);
  expect(parentsByPlaces(market("9", []), [germany])).toEqual([]);
});

it("a part of a country is below the country, and a market with more than the country is not below it", () => {
  const california = market("1", [], { subdivisions: ["US-CA"] });
  const coasts = market("2", [], { subdivisions: ["US-CA", "US-NY"] });
  const usa = market("3", ["US"]);
  const mixed = market("4", ["US"], { subdivisions: ["CA-QC"] });
  const all = [mixed, usa, coasts, california];
  expect(parentsByPlaces(california, all)).toEqual(["2", "3", "4"]);
  expect(parentsByPlaces(usa, all)).toEqual(["4"]);
  expect(parentsByPlaces(mixed, all)).toEqual([]);
});

it("a market of all regions is above every other, and below none", () => {
  const [world, usa] = [market("1", [], { everywhere: true }), market("2", ["US"])];
  expect(parentsByPlaces(usa, [world, usa])).toEqual(["1"]);
  expect(parentsByPlaces(world, [world, usa, market("3", [], { everywhere: true })])).toEqual([]);
});

it("of markets for companies, locations and channels nothing is guessed, neither above nor below", () => {
  const company = market("1", ["US"], { type: "COMPANY_LOCATION" });
  const companies = market("2", ["US", "CA"], { type: "COMPANY_LOCATION" });
  const all = [company, companies, market("3", ["US", "CA", "MX"]), market("4", ["US"])];
  expect(parentsByPlaces(company, all)).toEqual([]);
  expect(parentsByPlaces(market("4", ["US"]), all)).toEqual(["3"]);
});
