import { expect, test } from "vitest";
import { foldCase } from "../../../app/quality/phrases/fold-case.ts";

test("two letters fold to the same exactly where a regular expression takes one for the other", () => {
  const cased: string[] = [];
  for (let code = 0; code < 0x11_0000; code++) {
    const char = String.fromCodePoint(code);
    if (/\p{Changes_When_Casemapped}|\p{Changes_When_Casefolded}/u.test(char)) cased.push(char);
  }
  expect(cased.length).toBeGreaterThan(2_800);
  const all = cased.join("");
  const byFold = Map.groupBy(cased, (char) => foldCase(char.codePointAt(0) ?? 0));
  for (const char of cased) {
    const alike = all.match(new RegExp(char, "giu")) ?? [];
    const folded = byFold.get(foldCase(char.codePointAt(0) ?? 0)) ?? [];
    if (folded.join(" ") !== alike.join(" ")) expect(folded).toEqual(alike);
  }
});
