import { describe, expect, it } from "vitest";
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";
import { readings } from "../../support/quantities/readings.ts";

describe("the quantities that a text states", () => {
  // biome-ignore format: a table
  it.each([
    ["30x40x50 cm", ["30 length", "40 length", "50 length"]],
    ["30 × 40 × 50 cm", ["30 length", "40 length", "50 length"]],
    ["30×40 cm", ["30 length", "40 length"]],
    ["30X40 cm", ["30 length", "40 length"]],
    ["5mx3m", ["5 length", "3 length"]],
    ['12"x18"', ["12 length", "18 length"]],
    ["L30cm", ["30 length"]],
    ["Ø8mm", ["8 length"]],
    ["ca20cm", ["20 length"]],
    ["4x250ml", ["250 volume"]],
    ["6x330 ml", ["330 volume"]],
    ["3x1,5V", ["1.5 voltage"]],
    ['3/4"', ["0.75 length"]],
    ["¾ inch", ["0.75 length"]],
    ["0.75 in", ["0.75 length"]],
    ["⅝ inch", ["0.625 length"]],
    ["1 1/2 inches", ["1.5 length"]],
    ["1 ½ inches", ["1.5 length"]],
    ["2½ inches", ["2.5 length"]],
    ["2–3 kg", ["2–3 mass"]],
    ["20 to 40 °C", ["20–40 temperature"]],
    ["from −20 °C to 60 °C", ["-20–60 temperature"]],
    ["down to −20 °C", ["-20 temperature"]],
    ["-20 to 60 °C", ["-20–60 temperature"]],
    ["3 Nm", ["3 torque"]],
    ["10 sq ft", ["10 area"]],
    ["5 square metres", ["5 area"]],
    ["5 m²", ["5 area"]],
    ["12 V", ["12 voltage"]],
    ["1.234,56 €", ["1234.56 money"]],
    ["1,00,000", ["100000 count"]],
  ])("of %s are read", (text, expected) => {
    expect(readings(text, "en")).toEqual(expected);
  });

  // biome-ignore format: a table
  it.each([
    ["de", "fünf Stunden"], ["ja", "5時間"], ["ja", "五時間"], ["ar", "٥ ساعات"], ["th", "ห้าชั่วโมง"], ["ko", "다섯 시간"], ["ru", "пять часов"],
    ["fr", "cinq heures"], ["es", "cinco horas"], ["it", "cinque ore"], ["pl", "pięć godzin"], ["fi", "viisi tuntia"], ["et", "viis tundi"],
    ["bg", "пет часа"], ["sk", "päť hodín"], ["sl", "pet ur"], ["tr", "beş saat"], ["hu", "öt óra"], ["zh", "5小时"], ["en", "5 h"],
  ])("in %s are the same five hours in %s", (locale, text) => {
    expect(readings(text, locale)).toEqual(["5 time"]);
  });

  it.each([
    "one of a kind",
    "a two-in-one tool",
    "open 24/7",
    "a 2-in-1 tool",
    "a thousand thanks",
    "zero waste",
    "1st place",
    "at 10:30",
    "call 123-456-7890",
    "call +49 30 123456",
    "in the '90s",
    "at 5 a.m.",
    "at five o'clock",
  ])("are none in %s", (text) => {
    expect(readQuantityStatements(text, { locale: "en" })).toEqual([]);
  });

  // biome-ignore format: a table
  it.each([
    ["de", "im 21. Jahrhundert"], ["de", "auf dem 1. Platz"], ["fr", "ouvert 24h/24"], ["ja", "一年中"], ["es", "dos en uno"], ["fr", "une fois"],
    ["it", "un giorno"], ["de", "um 10 Uhr"],
  ])("in %s are none in %s", (locale, text) => {
    expect(readQuantityStatements(text, { locale })).toEqual([]);
  });

  it.each(["2024-11-05", "11/05/2024", "24.12.2026"])(
    "are none in the date %s, which is compared as written",
    (text) => {
      expect(readings(text, "en")).toEqual([`code ${text}`]);
    },
  );

  it("are read before a word that is a time of day in another language", () => {
    expect(readings("2 am Tag", "de")).toEqual(["2 count"]);
  });
});
