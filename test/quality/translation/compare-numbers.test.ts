import { describe, expect, it } from "vitest";
import { compareNumbers } from "../../../app/quality/translation/compare-numbers.ts";

function differences(source: string, target: string, locale: string, from = "en") {
  return compareNumbers({ text: source, locale: from }, { text: target, locale }).map((one) =>
    one.kind === "changed"
      ? `${one.source.quote} → ${one.target.quote}`
      : one.kind === "missing"
        ? `- ${one.source.quote}`
        : `+ ${one.target.quote}`,
  );
}

describe("a translation that says the same numbers", () => {
  it.each([
    ["de", "Holds 1.5 l, weighs 1,234.5 g", "Fasst 1,5 l, wiegt 1.234,5 g"],
    ["fr", "Holds 1.5 L and 25% more", "Contient 1,5 L et 25 % de plus"],
    ["fr", "Weighs 1,234.5 g", "Pèse 1\u202f234,5 g"],
    ["tr", "25% wool", "%25 yün"],
    ["ar", "Weighs 240 g", "يزن ٢٤٠ غ"],
    ["fa", "Weighs 240 g", "وزن ۲۴۰ گرم"],
    ["ja", "Weighs 2.5 kg, 30 × 40 cm", "重さ2.5kg、30×40cm"],
    ["zh-TW", "Up to 30 hours of battery", "電池續航力長達30小時"],
    ["ru", "Weighs 2.5 kg", "Вес 2,5 кг"],
    ["el", "Weighs 2.5 kg", "Βάρος 2,5 κιλά"],
    ["pt-BR", "2 pockets, 100% cotton, 30 °C", "2 bolsos, 100% algodão, 30 °C"],
    ["de", "Two pockets and a zip", "Zwei Taschen und ein Reißverschluss"],
    ["de", "Two pockets", "2 Taschen"],
    ["fr", "1 pocket", "Une poche"],
    ["de", "Open 24/7", "Rund um die Uhr geöffnet"],
    ["de", "Made since 03/14/2019", "Hergestellt seit 03/14/2019"],
    ["de", "The MX-500 has USB 3.0", "Die MX-500 hat USB 3.0"],
    ["de", "A 3-in-1 tool for $20", "Ein 3-in-1-Werkzeug für 20 $"],
    ["es", "The 2nd generation, 10,000 mAh", "La 2.ª generación, 10.000 mAh"],
    ["de", "10×20 cm", "10 cm × 20 cm"],
    ["it", "12-month warranty", "12 mesi di garanzia"],
    ["ja", "5-year warranty, 2–3 people", "5年保証、2〜3人用"],
    ["ko", "Weighs 1.2 kg and lasts 3 days", "무게 1.2kg, 3일 지속"],
    ["nl", "½ litre", "0,5 liter"],
    ["sv", "1,000 lumens", "1 000 lumen"],
    ["de", "Temperatures of -10 °C", "Temperaturen von −10 °C"],
    ["ja", "FW-1020\nFrom -5 to 40 °C", "FW-1020\n-5〜40℃"],
    ["de", "Made in 2024\nFrom -5 to 40 °C", "Hergestellt 2024\n-5 bis 40 °C"],
    ["fr", "Washes at 30 °C\nKeeps at -18 °C", "Lavage à 30 °C\n-18 °C au congélateur"],
    ["de", "Order by 12/24", "Bestellung bis 24.12."],
    ["fr", "Lasts 8 h", "Tient 8 h"],
    ["fr", "Open until 8 PM", "Ouvert jusqu’à 20 h"],
  ])("%s: %s = %s", (locale, source, target) => {
    expect(differences(source, target, locale)).toEqual([]);
  });
});

describe("said otherwise", () => {
  it.each([
    ["de", "For ages 6 to 12.", "Für Kinder von 6 bis 12 Jahren."],
    ["ar", "For ages 6 to 12.", "للأعمار من 6 إلى 12 سنة."],
    ["zh-TW", "Ages: 6-12", "適合6至12歲"],
    ["ja", "A 14 ct gold case", "14金のケース"],
    ["zh-TW", "A 14 carat yellow gold case", "14K金錶殼"],
    ["ar", "A 14 ct gold case", "علبة من الذهب عيار 14"],
    ["ja", "Solid 585 gold", "無垢の14金（585）"],
    ["de", "18k gold", "750er Gold"],
    ["ar", "A 504 Wh battery", "بطارية بسعة 504 واط ساعة"],
    ["zh-TW", "Less than 20 dB", "低於20分貝"],
    ["ko", "20 dB", "20데시벨"],
    ["ar", "9 AM to 5 PM", "من 9 صباحًا إلى 5 مساءً"],
  ])("%s: %s = %s", (locale, source, target) => {
    expect(differences(source, target, locale)).toEqual([]);
  });

  it.each([
    ["de", "For ages 6 to 12.", "Für Kinder von 6 bis 14 Jahren."],
    ["ja", "Solid 750 gold", "無垢の14金"],
    ["ja", "A 750 ml bottle", "18金のボトル"],
    ["ja", "A 14 ct diamond", "14金のダイヤ"],
    ["zh-TW", "20 min", "20分貝"],
    ["ar", "A 504 Wh battery", "بطارية بسعة 504 واط"],
    ["ar", "9 AM to 4 PM", "من 9 صباحًا إلى 5 مساءً"],
  ])("%s: %s ≠ %s", (locale, source, target) => {
    expect(differences(source, target, locale)).not.toEqual([]);
  });
});

describe("a number that differs", () => {
  it.each([
    ["de", "Weighs 240 g", "Wiegt 250 g", ["240 g → 250 g"]],
    ["de", "Weighs 240 g", "Wiegt 240 kg", ["240 g → 240 kg"]],
    ["de", "Holds 1.5 l", "Fasst 15 l", ["1.5 l → 15 l"]],
    ["ja", "Weighs 2.5 kg", "重さ25kg", ["2.5 kg → 25kg"]],
    ["ar", "Weighs 240 g", "يزن ٢٥٠ غ", ["240 g → ٢٥٠"]],
    ["de", "Weighs 240 g", "Wiegt wenig", ["- 240 g"]],
    ["de", "Light", "Leicht, nur 240 g", ["+ 240 g"]],
    ["fr", "25% more", "35 % de plus", ["25% → 35 %"]],
    ["de", "The MX-500 lamp", "Die MX-600-Lampe", 1],
    ["de", "For $20", "Für 20 €", 1],
    ["de", "Since 1987", "Seit 1978", ["1987 → 1978"]],
    ["de", "Made on 03/14/2019", "Hergestellt am 03/15/2019", 1],
    ["zh-TW", "Up to 30 hours", "長達20小時", 1],
    ["de", "30 × 40 cm", "30 × 60 cm", 1],
    ["de", "Weighs 240 g.", "Wiegt 240.", 1],
    ["de", "10 inch", "25,4 cm", 1],
    ["pt-BR", "2 pockets and 3 straps", "2 bolsos e 4 alças", 1],
    ["de", "Keeps drinks cold for 24 h", "Hält Getränke 12 h kalt", 1],
    ["fr", "Lasts 8 h", "Tient 20 h", 1],
    ["de", "Width 5 cm, height 10 cm", "Breite 10 cm, Höhe 5 cm", 2],
    ["de", "Cold for 24 h, hot for 12 h", "Kalt für 12 h, heiß für 24 h", 2],
    ["de", "12/24 cm", "12 cm und 24 kg", 2],
  ] as const)("%s: %s ≠ %s", (locale, source, target, expected) => {
    const found = differences(source, target, locale);
    if (typeof expected === "number") expect(found, found.join("; ")).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });
});
