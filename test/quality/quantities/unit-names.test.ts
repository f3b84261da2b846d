import { describe, expect, it } from "vitest";
import names from "../../../app/quality/quantities/data/unit-names.json" with { type: "json" };
import { measures } from "../../../app/quality/quantities/measures.ts";
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";

/** Every name of every unit in a language: `[id, name]`. */
function namesOf(row: string): [id: string, name: string][] {
  return row.split(";").flatMap((entry) => {
    const [id = "", all = ""] = entry.split("=");
    return all
      .split("|")
      .filter((name) => !/^\d:/.test(name))
      .map((name): [string, string] => [id, name]);
  });
}

/** Names that another unit has as well, or with signs that no text of a shop has. */
const unread: ReadonlySet<string> = new Set([
  "concentr-karat ct",
  "mass-stone 14 पौंड का बट्टा",
  "mass-stone eng. s:n",
  "pressure-pound-force-per-square-inch ֆ./քառ․ դյմ",
  "graphics-pixel-per-inch пкс/“",
  "graphics-dot-per-inch тчк/“",
  "volume-fluid-ounce-imperial Aoxơ chất lỏng theo hệ đo lường Anh",
]);

describe("the names of units that CLDR holds", () => {
  it.each(Object.keys(names))("are read back behind a number in %s", (locale) => {
    const row = Object.entries(names).find(([key]) => key === locale)?.[1] ?? "";
    const lost = namesOf(row).filter(([id, name]) => {
      if (unread.has(`${id} ${name}`)) return false;
      const [statement] = readQuantityStatements(`18 ${name}`, { locale });
      if (statement?.kind === "age") return !id.startsWith("duration-");
      const wanted = measures[id];
      return !statement?.quantity.units.some(
        (unit) => unit?.dimension === wanted?.dimension && unit?.factor === wanted?.factor,
      );
    });
    expect(lost).toEqual([]);
  });
});
