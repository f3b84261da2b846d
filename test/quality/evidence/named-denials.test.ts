import { expect, it } from "vitest";
import { namedDenialIn, namedSupportOf } from "../../../app/quality/evidence/named-denials.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";
import { misjudged } from "../../support/content/hold-to-facts.ts";

type Case = readonly [locale: string, name: string, value: string, sentence: string];

/** The name of the field that the sentence contradicts; null: of none. */
function denialOf([locale, name, value, sentence]: Case): string | null {
  const book = readFacts({ ...someFacts({ attributes: [{ name, value }] }), locale });
  return namedDenialIn(book, sentence, locale)?.name ?? null;
}

it("a sentence that asserts what a field denies by its name contradicts it, in every language of the table", () => {
  const cases: Case[] = [
    ["en", "Pre-shrunk", "false", "It is pre-shrunk, so order your usual size."],
    ["en", "Charging", "USB-C; wireless charging: No", "Drop it on a pad for wireless charging."],
    ["de", "Verlängerbar", "Nein", "Der Tisch ist verlängerbar."],
    ["de", "Rücktritt", "Ohne", "Die Rücktrittbremse greift weich."],
    ["de", "Kölner Liste®", "nein", "Auf der Kölner Liste geführt."],
    ["fr", "Mode nuit", "non", "Un mode nuit tamise la lumière."],
    ["es", "Modo solitario", "no", "Incluye un modo solitario."],
    ["it", "Sensore usura", "senza", "Con sensore di usura integrato."],
    ["nl", "Knipperstand", "nee", "Met een knipperstand voor de stad."],
    ["pt-BR", "Modo viagem", "não", "Tem modo viagem."],
    ["pl", "Tryb nocny", "nie", "Ma tryb nocny."],
    ["sv", "Dimbar ljuskälla", "nej", "En dimbar ljuskälla lyser varmt."],
    ["da", "Kan nedsænkes", "nej", "Posen kan nedsænkes på dybt vand."],
    ["nb", "Justerbar stropp", "nei", "Justerbar stropp i lær."],
    ["fi", "Irrotettava huppu", "ei", "Takissa on irrotettava huppu."],
    ["cs", "Odnímatelná kapuce", "ne", "Bunda má odnímatelnou kapuci."],
    ["tr", "Bulaşık makinesi", "uygun değil", "Bulaşık makinesinde yıkayabilirsiniz."],
    ["ru", "Посудомоечная машина", "нельзя", "Спокойно переносит посудомоечную машину."],
    ["ja", "IH対応", "不可", "IHにも対応しています。"],
    ["zh-CN", "内置麦克风", "无", "内置麦克风,随时接听来电。"],
    ["ko", "식기세척기", "불가", "식기세척기에 넣어도 됩니다."],
    ["sl", "Snemljiva kapuca", "ne", "Jakna ima snemljivo kapuco."],
    ["he", "שלט רחוק", "לא", "שלט רחוק לבחירת הצבע."],
    ["hi", "ब्लूटूथ कनेक्शन", "नहीं", "ब्लूटूथ कनेक्शन से गाने सुनें।"],
    ["id", "Lapisan dalam", "tidak", "Lapisan dalam yang lembut."],
    ["th", "ซิปด้านข้าง", "ไม่มี", "มีซิปด้านข้างใช้ง่าย"],
    ["vi", "Ngăn laptop", "không", "Ngăn laptop rộng rãi."],
    ["sk", "Odnímateľná kapucňa", "nie", "Bunda má odnímateľnú kapucňu."],
    ["hr", "Skidiva kapuljača", "ne", "Jakna ima skidivu kapuljaču."],
    ["hu", "Levehető kapucni", "nem", "Levehető kapucni esős napokra."],
    ["ro", "Glugă detașabilă", "nu", "Are glugă detașabilă."],
    ["bg", "Подвижна качулка", "не", "Яке с подвижна качулка."],
    ["el", "Αποσπώμενη κουκούλα", "όχι", "Έχει αποσπώμενη κουκούλα."],
    ["uk", "Знімний капюшон", "ні", "Куртка має знімний капюшон."],
    ["ar", "غطاء رأس قابل للفك", "لا", "مع غطاء رأس قابل للفك."],
  ];
  for (const one of cases) expect(denialOf(one), one.join(" | ")).toBe(one[1]);
});

it("a sentence that says so as well, limits it, asks or only mentions a part of the name contradicts nothing", () => {
  const cases: Case[] = [
    ["en", "Pre-shrunk", "false", "It isn't pre-shrunk, so order one size up."],
    ["en", "Facing out", "no", "It is not made for carrying baby facing out."],
    ["en", "Alcohol added", "0%", "Nothing alcoholic is added."],
    ["en", "Case", "no", "Take it along in case of rain."],
    ["en", "Wireless charging", "No", "Wireless charging?"],
    ["en", "Wireless charging", "No", "A wireless speaker for the garden."],
    ["en", "Pre-shrunk", "true", "It is pre-shrunk."],
    ["de", "Schlagfunktion", "nein", "Ohne Schlagfunktion bleibt er leise."],
    ["fr", "Mode nuit", "non", "Il n’a pas de mode nuit."],
    ["es", "Modo solitario", "no", "Sin modo solitario."],
    ["it", "Sensore usura", "senza", "Il sensore di usura non è presente."],
    ["nl", "Knipperstand", "nee", "Zonder knipperstand."],
    ["pl", "Tryb nocny", "nie", "Nie ma trybu nocnego."],
    ["sv", "Plast i förpackningen", "nej", "Förpackningen är fri från plast."],
    ["da", "Kan nedsænkes", "nej", "Den er ikke lavet til at blive nedsænket."],
    ["tr", "Bulaşık makinesi", "uygun değil", "Elde yıkayın, bulaşık makinesi uygun değil."],
    ["ja", "IH対応", "不可", "IHには対応していません。"],
    ["zh-CN", "内置麦克风", "无", "没有内置麦克风。"],
    ["ko", "식기세척기", "불가", "식기세척기는 피해 주세요."],
    ["sl", "Snemljiva kapuca", "ne", "Snemljive kapuce nima."],
    ["he", "שלט רחוק", "לא", "בלי שלט רחוק."],
    ["hi", "ब्लूटूथ कनेक्शन", "नहीं", "ब्लूटूथ कनेक्शन के बिना।"],
    ["id", "Lapisan dalam", "tidak", "Tanpa lapisan dalam."],
    ["th", "ซิปด้านข้าง", "ไม่มี", "ไม่มีซิปด้านข้าง"],
    ["vi", "Ngăn laptop", "không", "Túi không có ngăn laptop."],
    ["hu", "Levehető kapucni", "nem", "Levehető kapucni nélkül."],
    ["el", "Αποσπώμενη κουκούλα", "όχι", "Χωρίς αποσπώμενη κουκούλα."],
    ["ar", "غطاء رأس قابل للفك", "لا", "بدون غطاء رأس قابل للفك."],
    // Nobody knows how this language denies.
    ["is", "Fjarstýring", "No", "Fjarstýring fylgir."],
  ];
  for (const one of cases) expect(denialOf(one), one.join(" | ")).toBeNull();
});

it("what is not in the box is contradicted by a sentence that puts it there, not by one that names it", () => {
  expect(denialOf(["en", "Screen protector", "not included", "A screen protector is in the box."])).toBe(
    "Screen protector",
  );
  expect(denialOf(["en", "Screen protector", "not included", "It works with any screen protector."])).toBeNull();
  expect(denialOf(["pl", "Żarówka w zestawie", "nie", "W komplecie jest żarówka LED."])).toBe("Żarówka w zestawie");
  expect(denialOf(["pl", "Żarówka w zestawie", "nie", "Żarówka świeci ciepło."])).toBeNull();
  expect(denialOf(["pt-BR", "Acessórios (ganchos)", "não inclusos", "Ganchos de aço inclusos."])).toBe(
    "Acessórios (ganchos)",
  );
  expect(denialOf(["sv", "Brickor", "ingår ej", "Passande brickor ingår."])).toBe("Brickor");
  expect(denialOf(["sv", "Brickor", "ingår ej", "Brickor får du köpa till."])).toBeNull();
});

it("a field that another app fills denies nothing", () => {
  const facts = someFacts({ attributes: [{ name: "Pre-shrunk", value: "No", source: "app:reviews" }] });
  expect(namedDenialIn(readFacts(facts), "It is pre-shrunk.", "en")).toBeNull();
});

it("a denial of the text is supported by a field that denies the same by its name", () => {
  const supports = (locale: string, name: string, value: string, sentence: string, quote: string) => {
    const book = readFacts({ ...someFacts({ attributes: [{ name, value }] }), locale });
    return namedSupportOf(book, { sentence, quote }, locale)?.name ?? null;
  };
  expect(supports("sv", "Plast i förpackningen", "nej", "Ingen plast i förpackningen.", "plast")).toBe(
    "Plast i förpackningen",
  );
  expect(supports("de", "PVC", "nein", "Ohne PVC und Weichmacher.", "PVC")).toBe("PVC");
  expect(supports("de", "PVC", "nein", "Mit PVC-Boden.", "PVC")).toBeNull();
  expect(supports("de", "PVC", "nein", "Ohne Latex.", "Latex")).toBeNull();
  expect(supports("de", "PVC", "ja", "Ohne PVC.", "PVC")).toBeNull();
});

it("what says by its ending that it is free of something is no word for that thing, whatever field it stands in", () => {
  for (const [locale, name, sentence] of [
    ["de", "Silikonfrei", "Silikonfrei und leicht."],
    ["sv", "Silikonfri", "Fri från silikon."],
    ["nb", "Silikonfri", "Uten silikon."],
  ] as const) {
    const said = misjudged({ locale, facts: `${name}: Ja`, blocked: [], silent: [sentence] });
    expect(said, name).toEqual([]);
  }
  const withSilicone = { locale: "de", facts: "Silikonfrei: Ja", blocked: ["Der Griff ist aus Silikon."], silent: [] };
  expect(misjudged(withSilicone)).toEqual([]);
});
