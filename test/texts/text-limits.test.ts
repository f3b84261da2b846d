import { describe, expect, it } from "vitest";
import { limitsOfRules } from "../../app/catalog/translations/limits-of-rules.ts";
import { breachesOf, ownLimitsOf, stricterOf } from "../../app/texts/text-limits.ts";

const kinds = (...asked: Parameters<typeof breachesOf>) => breachesOf(...asked).map(({ kind }) => kind);

describe("what a definition's rules leave to a text", () => {
  it("is read by Shopify's names, and what says nothing of texts is left out", () => {
    const rules = [
      { name: "max", value: "20" },
      { name: "min", value: "3" },
      { name: "regex", value: "^[A-Z]" },
      { name: "choices", value: '["Red","Green"]' },
      { name: "list.max", value: "5" },
      { name: "list.min", value: "1" },
    ];
    expect(limitsOfRules(rules)).toEqual({
      ...{ max: 20, min: 3, pattern: "^[A-Z]", choices: ["Red", "Green"], most: 5, least: 1 },
    });
    const others = [
      { name: "allowed_domains", value: '["a.example"]' },
      { name: "max", value: "" },
      { name: "max", value: "12.5" },
      { name: "choices", value: "Red" },
      { name: "min", value: null },
    ];
    expect(limitsOfRules(others)).toBeUndefined();
    expect(limitsOfRules(null)).toBeUndefined();
  });
});

describe("a text outside of its place's limits", () => {
  it("is too long or too short by characters, not by halves of them, each entry of a list by itself", () => {
    expect(breachesOf({ max: 20 }, ["Mit feuchtem Tuch abwischen"])).toEqual([
      { kind: "too_long", chars: 27, limit: 20, part: 0 },
    ]);
    expect(kinds({ max: 2 }, ["🧵🧶"])).toEqual([]);
    expect(breachesOf({ min: 3 }, ["Wolle", "Ja"])).toEqual([{ kind: "too_short", chars: 2, limit: 3, part: 1 }]);
  });

  it("has too many or too few entries", () => {
    expect(kinds({ most: 1 }, ["a", "b"])).toEqual(["too_many"]);
    expect(kinds({ least: 2 }, ["a"])).toEqual(["too_few"]);
  });

  it("is none of the choices, and told so alone", () => {
    expect(kinds({ choices: ["Red"], max: 2 }, ["Rot", "Red"])).toEqual(["not_a_choice", "too_long"]);
  });

  it("does not have the pattern, which may stand anywhere in it", () => {
    expect(kinds({ pattern: "[0-9]{2}°" }, ["Bei 30° waschen", "Kalt"])).toEqual(["not_of_pattern"]);
  });

  it.each([
    ...["^(a+)+$", "(?i)red", "a*b*c*d*e*", "([", ".*.*.*x", "\\w+\\w*\\w*!$", "a*a*x"],
    ...["(a|[ab])".repeat(22), `${"a?".repeat(30)}${"a".repeat(30)}`, "^[^\\s]+$", "^\\d+\\s\\w+$"],
  ])("is left to Shopify by the pattern %s", (pattern) => {
    expect(kinds({ pattern }, [`${"a".repeat(800)}!`])).toEqual([]);
  });
});

it("options and titles of what is no product have Shopify's own limit, and the stricter limit holds", () => {
  expect(ownLimitsOf("ProductOption/7.name")).toEqual({ max: 255 });
  expect(ownLimitsOf("Page/7.title")).toEqual({ max: 255 });
  expect(ownLimitsOf("Page/7.body_html")).toBeNull();
  expect(ownLimitsOf("title")).toBeNull();
  expect([stricterOf(null, undefined), stricterOf(120, 20), stricterOf(null, 20)]).toEqual([null, 20, 20]);
});
