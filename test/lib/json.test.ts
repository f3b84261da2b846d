import { describe, expect, it } from "vitest";
import { z } from "zod";
import { boundedList } from "../../app/lib/bounded-list.ts";
import { parseSentJson, refuseJson } from "../../app/lib/json.ts";

describe("JSON of a stranger", () => {
  it("JSON of a stranger is refused when it is nested deeper than anything of ours, whatever it is nested of", () => {
    for (const text of ["[".repeat(33), '{"a":'.repeat(1_000_000), `[${"[".repeat(1e6)}${"]".repeat(1e6)}]`]) {
      expect(refuseJson(text)).toMatchObject({ code: "too_deep" });
      expect(parseSentJson(text)).toBeUndefined();
    }
    expect(refuseJson(`${"[".repeat(32)}${"]".repeat(32)}`)).toBeNull();
  });

  it("JSON of a stranger is refused when it holds more values than any page sends", () => {
    expect(refuseJson(`[${"1,".repeat(60_000)}1]`)).toMatchObject({ code: "too_many_values" });
    expect(refuseJson(JSON.stringify(Array.from({ length: 59_000 }, () => "a, [b")))).toBeNull();
  });

  it("JSON of a stranger is read as it is when brackets and commas are words of a text", () => {
    const value = { text: `${"[{,".repeat(100_000)} \\" "[`, list: ['a\\"[', ""] };
    expect(parseSentJson(JSON.stringify(value))).toEqual(value);
  });
});

it("a list that is too long is refused before its entries are looked at", () => {
  let looked = 0;
  const schema = boundedList(
    z.string().refine(() => ++looked > 0),
    3,
    "At most three.",
  );
  const refused = schema.safeParse(Array(1_000).fill("a"));
  expect([looked, refused.error?.issues.map(({ message }) => message)]).toEqual([0, ["At most three."]]);
  expect(schema.safeParse(["a", 1]).success).toBe(false);
  expect(schema.parse(["a", "b"])).toEqual(["a", "b"]);
});
