import { describe, expect, it } from "vitest";
import words from "../../../app/quality/quantities/data/number-words.json" with { type: "json" };
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";

/** Written before a unit that every language knows: `pięć kg`. */
function unread(locale: string, row: string): string[] {
  return row.split(";").flatMap((entry) => {
    const [value = "", names = ""] = entry.split("=");
    if (Number(value) < 2) return [];
    return names
      .split("|")
      .filter((name) => name !== "")
      .filter((name) => {
        const [statement] = readQuantityStatements(`${name} kg`, { locale });
        return !(statement?.kind === "quantity" && statement.quantity.values.includes(Number(value)));
      });
  });
}

describe("the words of numbers", () => {
  it.each(Object.keys(words))("are read before a unit in %s", (locale) => {
    const row = Object.entries(words).find(([key]) => key === locale)?.[1] ?? "";
    expect(unread(locale, row)).toEqual([]);
  });
});
