import { expect, it } from "vitest";
import { csvLine } from "../../app/pages/csv.ts";

it.each(["=1+1", "+1", "-1", "@now", "＝1+1", "＋1", "－1", "＠now", "\t=1", "\n=1"])(
  "a cell that a spreadsheet would calculate is made text: %j",
  (cell) => {
    expect(csvLine([cell]).replace(/^"/, "")[0]).toBe("'");
  },
);

it("other cells stay as they are, quoted where they must be", () => {
  expect(csvLine(["Mug", "1 = 1", 'say "so", twice', "two\nlines", ""])).toBe(
    'Mug,1 = 1,"say ""so"", twice","two\nlines",',
  );
});
