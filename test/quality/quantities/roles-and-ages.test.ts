import { describe, expect, it } from "vitest";
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";
import { readings } from "../../support/quantities/readings.ts";

const rolesOf = (text: string, locale: string, name?: string) =>
  readQuantityStatements(text, { locale, name }).map((one) =>
    one.kind === "quantity" ? [one.part, one.role].filter((word) => word).join(" ") : "age",
  );

describe("what a quantity measures", () => {
  // biome-ignore format: a table
  it.each([
    ["en", "It weighs 240 g", ["weight"]], ["de", "wiegt 240 g", ["weight"]], ["fr", "pèse 240 g", ["weight"]], ["es", "pesa 240 g", ["weight"]],
    ["it", "pesa 240 g", ["weight"]], ["nl", "weegt 240 g", ["weight"]], ["pt", "pesa 240 g", ["weight"]], ["pl", "waży 240 g", ["weight"]],
    ["sv", "väger 240 g", ["weight"]], ["da", "vejer 240 g", ["weight"]], ["ja", "重さは240gです", ["weight"]], ["zh", "重量240克", ["weight"]],
    ["ko", "무게 240g", ["weight"]], ["en", "30 cm wide and 40 cm high", ["width", "height"]], ["de", "30 cm breit, 40 cm hoch", ["width", "height"]],
    ["fr", "30 cm de large et 40 cm de haut", ["width", "height"]], ["es", "30 cm de ancho y 40 cm de alto", ["width", "height"]],
    ["de", "Sitzhöhe 45 cm", ["sitz height"]], ["en", "seat height of 45 cm", ["seat height"]], ["en", "W60 x D40 x H80 cm", ["width", "depth", "height"]],
    ["en", "18 g of protein and 3 g of sugar", ["protein", "sugar"]], ["en", "Protein 18 g Sugar 3 g", ["protein", "sugar"]],
    ["de", "18 g Eiweiß, davon 3 g Zucker", ["protein", "sugar"]], ["en", "30 hours of battery life", ["battery life"]],
    ["fr", "30 heures d'autonomie", ["battery life"]], ["de", "2 Jahre Garantie", ["warranty"]], ["en", "95% cotton", ["share of cotton"]],
    ["en", "5 kg", [""]], ["en", "72 % with salt", [""]],
  ])("in %s is said by the words near it: %s", (locale, text, roles) => {
    expect(rolesOf(text, locale)).toEqual(roles);
  });

  it("is said by the name of its fact where no word is near it", () => {
    expect(rolesOf("240 g", "en", "Weight")).toEqual(["weight"]);
    expect(rolesOf("60 x 40 x 80 cm", "en", "Dimensions (W x D x H)")).toEqual(["width", "depth", "height"]);
    expect(rolesOf("20 cm", "ru", "Длина клинка")).toEqual(["клинка length"]);
  });
});

describe("ages", () => {
  // biome-ignore format: a table
  it.each([
    ["de", "ab 3 Jahren", "36–"], ["en", "ages 3 and up", "36–"], ["ja", "3歳から", "36–"], ["en", "for 0–6 months", "0–6"], ["es", "desde los 3 años", "36–"],
    ["fr", "dès 3 ans", "36–"], ["it", "dai 3 ai 6 anni", "36–72"], ["nl", "vanaf 3 jaar", "36–"], ["pl", "od 3 lat", "36–"], ["sv", "från 3 år", "36–"],
    ["en", "for children aged 4 to 8 years", "48–96"], ["ko", "3세 이상", "36–"], ["zh", "3岁以上", "36–"],
  ])("in %s are read of %s", (locale, text, age) => {
    expect(readings(text, locale)).toEqual([`age ${age}`]);
  });

  it.each(["a 3 year warranty from 2 years on", "aged for two years in barrels", "100-year-old cedar"])(
    "are none of %s",
    (text) => {
      expect(readings(text, "en").filter((one) => one.startsWith("age"))).toEqual([]);
    },
  );
});

describe("codes", () => {
  // biome-ignore format: a table
  it.each([
    ["IP67", "ip67"], ["IP 67", "ip67"], ["USB 3.0", "usb3.0"], ["USB3.0", "usb3.0"], ["BT5.3", "bt5.3"], ["Bluetooth 5.3", "bt5.3"], ["M8", "m8"],
    ["4K", "4k"], ["4 K", "4k"], ["MX500", "mx500"], ["iPhone 15", "iphone15"], ["16:9", "16:9"], ["1.2.3", "1.2.3"], ["EN 71-3", "en713"],
    ["1920x1080", "1920x1080"], ["4K-HDMI", "4k"], ["SPF 50+", "spf50+"],
  ])("%s is %s", (text, code) => {
    expect(readings(text, "en")).toEqual([`code ${code}`]);
  });

  it.each([
    ["US 6", "6 count"],
    ["2700 K", "2700 temperature"],
    ["18k gold", "18 fineness"],
    ["0-6 kg", "0–6 mass"],
    ["64-140cm", "64–140 length"],
  ])("%s is none but %s", (text, reading) => {
    expect(readings(text, "en")).toEqual([reading]);
  });
});

describe("words that bound or deny a number", () => {
  it.each([
    ["en", "up to 30 hours", "up_to"], ["de", "bis zu 30 Stunden", "up_to"], ["en", "at least 5 kg", "at_least"], ["fr", "moins de 2 kg", "below"],
    ["es", "más de 5 kg", "above"], ["ja", "約250g", "about"], ["ja", "200g足らず", "about"], ["en", "not more than 5 kg", "up_to"],
  ])("in %s bound it: %s", (locale, text, bound) => {
    const [statement] = readQuantityStatements(text, { locale });
    expect(statement?.kind === "quantity" && [statement.quantity.bound, statement.polarity]).toEqual([bound, "affirmed"]);
  }); // biome-ignore format: a table

  it("deny it", () => {
    expect(readQuantityStatements("not 12 kg", { locale: "en" }).map(({ polarity }) => polarity)).toEqual(["denied"]);
    expect(readQuantityStatements("ohne 12-V-Adapter", { locale: "de" }).map(({ polarity }) => polarity)).toEqual([
      "denied",
    ]);
  });
});
