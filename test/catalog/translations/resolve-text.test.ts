import { expect, it } from "vitest";
import { resolveText } from "../../../app/catalog/translations/resolve-text.ts";

const text = (value: string) => ({ title: { value, outdated: true, updatedAt: null } });
const germany = { id: "3", parents: ["2", "1"] };
const all = {
  held: new Map([
    ["3", text("Germany")],
    ["2", text("Europe")],
    ["1", text("World")],
    ["", text("German")],
  ]),
  source: "English",
};
const without = (...gone: string[]) => ({ ...all, held: new Map([...all.held].filter(([id]) => !gone.includes(id))) });

it("a shopper reads the market's own text before all others, outdated or not", () => {
  expect(resolveText("title", germany, all)).toEqual({ value: "Germany", from: "market", market: "3" });
});

it("where the market has none, the nearest market that it inherits from", () => {
  expect(resolveText("title", germany, without("3"))).toEqual({ value: "Europe", from: "parent", market: "2" });
  expect(resolveText("title", germany, without("3", "2"))).toEqual({ value: "World", from: "parent", market: "1" });
});

it("where no market has one, the language's text for everywhere, and never another market's", () => {
  expect(resolveText("title", germany, without("3", "2", "1"))).toEqual({
    value: "German",
    from: "locale",
    market: "",
  });
  expect(resolveText("title", { id: "9", parents: [] }, all)).toMatchObject({ from: "locale" });
  expect(resolveText("title", null, all)).toMatchObject({ from: "locale" });
});

it("where the language has none, the source", () => {
  expect(resolveText("title", germany, without("3", "2", "1", ""))).toEqual({
    ...{ value: "English", from: "source", market: "" },
  });
  expect(resolveText("desc", germany, all)?.from).toBe("source");
});

it("where there is no source either, nothing", () => {
  expect(resolveText("desc", germany, { ...all, source: null })).toBeNull();
});
