import { describe, expect, it } from "vitest";
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";

function read(locale: string, text: string, name?: string): string[] {
  return readQuantityStatements(text, { locale, name }).map((one) => {
    if (one.kind === "age") return `age ${one.fromMonths}`;
    const { values, to, units, times } = one.quantity;
    const unit = units[0] ? ` ${units[0].dimension} ×${Number(units[0].factor.toPrecision(4))}` : "";
    return `${values[0]}${to ? `–${to[0]}` : ""}${unit}${times ? ` of ${times}` : ""}`;
  });
}

describe("a number in words with its half or quarters", () => {
  // biome-ignore format: a table
  it.each([
    ["en", "two and a half hours", "2.5 time ×3600"],
    ["en", "three quarters of an hour", "0.75 time ×3600"],
    ["de", "anderthalb Liter", "1.5 volume ×1000"],
    ["de", "zweieinhalb Stunden", "2.5 time ×3600"],
    ["fr", "deux heures et demie", "2.5 time ×3600"],
    ["es", "quince kilos y medio", "15.5 mass ×1000"],
    ["es", "tres cuartos de hora", "0.75 time ×3600"],
    ["it", "due ore e mezza", "2.5 time ×3600"],
    ["pt", "dois litros e meio", "2.5 volume ×1000"],
    ["nl", "tweeënhalf uur", "2.5 time ×3600"],
    ["sv", "två och en halv timme", "2.5 time ×3600"],
    ["da", "halvanden time", "1.5 time ×3600"],
    ["pl", "dwa i pół kilograma", "2.5 mass ×1000"],
    ["ru", "два с половиной часа", "2.5 time ×3600"],
    ["ja", "2時間半", "2.5 time ×3600"],
    ["zh-CN", "两个半小时", "2.5 time ×3600"],
    ["ko", "2시간 반 동안", "2.5 time ×3600"],
  ])("of %s, %s, is %s", (locale, text, expected) => {
    expect(read(locale, text)).toEqual([expected]);
  });

  it("is no more than itself before words that only begin alike", () => {
    expect(read("en", "two hours and a hallway")).toEqual(["2 time ×3600"]);
    expect(read("es", "dos kilos y mediana calidad")).toEqual(["2 mass ×1000"]);
    expect(read("fr", "trois quartiers de Paris")).toEqual(["3"]);
    expect(read("zh-CN", "两米半价")).toEqual(["2 length ×1000"]);
  });
});

describe("hundreds and their rest in words", () => {
  // biome-ignore format: a table
  it.each([
    ["es", "ciento veinte kilos", "120 mass ×1000"],
    ["pt", "cento e vinte gramas", "120 mass ×1"],
    ["it", "centoventi grammi", "120 mass ×1"],
    ["de", "zweihundertfünfzig Gramm", "250 mass ×1"],
    ["nl", "honderdtwintig gram", "120 mass ×1"],
    ["sv", "hundratjugo gram", "120 mass ×1"],
    ["fr", "trois cent cinquante grammes", "350 mass ×1"],
  ])("of %s, %s, are %s", (locale, text, expected) => {
    expect(read(locale, text)).toEqual([expected]);
  });

  it("are none inside another word", () => {
    expect(read("de", "Jahrhundertwende und Hundertschaft")).toEqual([]);
    expect(read("it", "un centometrista, un centodecimo")).toEqual([]);
  });
});

describe("notations of labels", () => {
  it("know a wash in degrees and months after opening by what their field is about", () => {
    expect(read("pl", "30C, no tumble dry", "Wash")).toEqual(["30 temperature ×1"]);
    expect(read("fr", "12 M", "Période après ouverture")).toEqual(["12 time ×2630000"]);
    expect(read("en", "75C", "Size")).not.toContain("75 temperature ×1");
    expect(read("en", "12 M", "Thread")).not.toContain("12 time ×2630000");
  });

  it("say how many there are of an amount, before it and behind it", () => {
    expect(read("ja", "100g×3袋")).toEqual(["100 mass ×1 of 3", "3"]);
    expect(read("ko", "5g x 16봉")).toEqual(["5 mass ×1 of 16", "16"]);
    expect(read("en", "40 cm x 60")).not.toContain("40 length ×10 of 60");
  });

  it("make no range of a weight and a smaller one", () => {
    expect(read("pl", "pies 20 kg - 240 g dziennie")).toEqual(["20 mass ×1000", "240 mass ×1"]);
    expect(read("en", "500 g - 2 kg")).toEqual(["500–2 mass ×1000"]);
  });

  it("name metres above the sea, turns of a motor and parts of money", () => {
    expect(read("en", "1,650-1,900 masl")[0]).toContain("length ×1000");
    expect(read("de", "450 min-1")).toEqual(["450 rotation ×1"]);
    expect(read("de", "in 30 min")).toEqual(["30 time ×60"]);
    expect(read("de", "fünfzig Cent Pfand")).toEqual(["50 money ×0.01"]);
    expect(read("en", "20 per cent")).toEqual(["20 percent ×1"]);
  });

  it("tell an age by its field in more languages", () => {
    expect(read("fi", "2+", "Ikäsuositus")).toEqual(["age 24"]);
    expect(read("cs", "3+", "Doporučený věk")).toEqual(["age 36"]);
    expect(read("ru", "6+", "Возраст")).toEqual(["age 72"]);
    expect(read("fi", "2+", "Koko")).toEqual(["2"]);
  });
});
