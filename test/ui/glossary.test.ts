import { describe, expect, it } from "vitest";
import { rowsOfList } from "../../app/ui/rules/rows-of-list.ts";

describe("a pasted list of words", () => {
  it.each([
    ["one word", "T-shirt", [{ term: "T-shirt", never: "" }]],
    ["spellings behind a colon", "T-shirt: tee shirt, tee", [{ term: "T-shirt", never: "tee shirt, tee" }]],
    ["a row of a spreadsheet", "T-shirt\ttee shirt\ttee", [{ term: "T-shirt", never: "tee shirt, tee" }]],
    ["a row of a CSV file", "T-shirt;tee shirt;tee", [{ term: "T-shirt", never: "tee shirt, tee" }]],
    [
      "a colon inside a word is no divider when one follows",
      "3:1 mix: three to one",
      [{ term: "3:1 mix", never: "three to one" }],
    ],
    [
      "blank lines and Windows line ends",
      "\r\nA\r\n\r\nB\r\n",
      [
        { term: "A", never: "" },
        { term: "B", never: "" },
      ],
    ],
    ["a line without a word", ": tee", []],
  ])("reads %s", (_what, list, rows) => {
    expect(rowsOfList(list)).toEqual(rows);
  });
});
