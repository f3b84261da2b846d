import { describe, expect, it } from "vitest";
import { brokenTerms } from "../../../app/quality/terms/broken-terms.ts";
import type { LocaleTerm } from "../../../app/rules/terms/locale-term.ts";

type Pair = readonly [source: string, target: string, ...texts: [string, string, string]];

function term(kind: LocaleTerm["kind"], source: string, target = ""): LocaleTerm {
  return { source, target, kind, note: "" };
}

function broken(terms: LocaleTerm[], from: [string, string], to: [string, string], names: string[] = []): string[] {
  const [fromLocale, fromText] = from;
  const [locale, text] = to;
  return brokenTerms(terms, {
    from: { text: fromText, locale: fromLocale },
    to: { text, locale },
    names,
  }).map(({ term: { kind, source, target } }) => `${kind} ${source || target}`);
}

/** Source word, its term, language, source sentence, and a translation that uses the term in whatever form. */
const kept: Pair[] = [
  ["cast iron", "Gusseisen", "de", "A cast iron skillet.", "Eine Gusseisenpfanne."],
  ["cast iron", "Gusseisen", "de", "Cast iron keeps warm.", "Die Wärme des Gusseisens bleibt."],
  ["cast iron", "Gusseisen", "de", "The cast-iron lid.", "Der gusseiserne Deckel."],
  ["skillet", "Pfanne", "de", "Two skillets for you", "Zwei Bratpfännchen? Nein: zwei Pfannen für dich"],
  ["hiking boot", "Wanderschuh", "de", "For hiking boots.", "Mit Wanderschuhen."],
  ["friend", "Freundin", "de", "For friends.", "Für Freundinnen."],
  ["handle", "Griff", "de", "With two handles.", "Mit zwei Griffen."],
  ["house", "Haus", "de", "For tree houses.", "Für Baumhäuser."],
  ["backpack", "sac à dos", "fr", "Backpacks for school.", "Des sacs à dos pour l’école."],
  ["horse", "cheval", "fr", "For horses", "Pour les chevaux"],
  ["stainless steel", "acier inoxydable", "fr", "Made of stainless steel.", "En acier inoxydable brossé."],
  ["frying pan", "フライパン", "ja", "A frying pan for everyday.", "毎日使えるフライパンです。"],
  ["computer", "コンピューター", "ja", "For your computer", "コンピュータ用"],
  ["cast iron", "鋳鉄", "ja", "Cast iron frying pan", "鋳鉄製フライパン"],
  ["cast iron", "鑄鐵", "zh-TW", "Cast iron pot", "鑄鐵鍋"],
  ["organic cotton", "有機棉", "zh-TW", "Made of organic cotton.", "採用有機棉製成。"],
  ["cast iron", "حديد زهر", "ar", "A pan of cast iron", "مقلاة من الحديد الزهر"],
  ["pan", "مقلاة", "ar", "Three pans", "ثلاث مقالي"],
  ["pan", "مقلاة", "ar", "For the pan", "للمقلاة"],
  ["shirt", "قميص", "ar", "Shirts for men", "قمصان للرجال"],
  ["cotton", "algodão", "pt-BR", "Cotton T-shirt", "Camiseta de algodão"],
  ["skillet", "frigideira", "pt-BR", "Skillets", "Frigideiras"],
  ["cast iron", "ferro fundido", "pt-BR", "A cast iron pot", "Uma panela de ferro fundido"],
  ["pan", "patelnia", "pl", "In the pan", "Na patelni"],
  ["cotton", "Baumwolle", "de", "A soft cotton shirt", "Weiches Baumwollhemd"],
  ["wool", "Wolle", "de", "A wool hat", "Wollmütze"],
  ["cherry", "Kirsche", "de", "A cherry table", "Kirschholztisch"],
  ["bag", "가방", "ko", "This bag", "이 가방은 가볍습니다"],
];

/** The same with a translation that uses another word. */
const lost: Pair[] = [
  ["cast iron", "Gusseisen", "de", "A cast iron skillet.", "Eine Pfanne aus Stahlguss."],
  ["hiking boot", "Wanderschuh", "de", "A hiking boot.", "Ein Wanderstiefel zum Wandern."],
  ["table lamp", "Tischlampe", "de", "A table lamp.", "Eine Tischleuchte."],
  ["sofa bed", "Schlafcouch", "de", "A sofa bed.", "Ein Schlafsofa."],
  ["bike helmet", "fietshelm", "nl", "A bike helmet.", "Een fietspet."],
  ["skillet", "Bratpfanne", "de", "One skillet", "Ein Tiegel"],
  ["backpack", "sac à dos", "fr", "Backpacks for school.", "Des cartables pour l’école."],
  ["frying pan", "フライパン", "ja", "A frying pan for everyday.", "毎日使える鍋です。"],
  ["cast iron", "鑄鐵", "zh-TW", "Cast iron pot", "生鐵鍋"],
  ["pan", "مقلاة", "ar", "Three pans", "ثلاثة أوان"],
  ["skillet", "frigideira", "pt-BR", "Skillets", "Caçarolas"],
];

describe("a forced term", () => {
  it.each(kept)("%s → %s is kept to in %s in whatever form: %s", (source, target, locale, from, to) => {
    expect(broken([term("forced", source, target)], ["en", from], [locale, to])).toEqual([]);
  });

  it.each(lost)("%s → %s is missed in %s where another word stands: %s", (source, target, locale, from, to) => {
    expect(broken([term("forced", source, target)], ["en", from], [locale, to])).toEqual([`forced ${source}`]);
  });

  it.each([
    ["iron", "A cast iron skillet"],
    ["iron", "The ironing board"],
    ["box", "A boxed set"],
    ["pan", "A panel of oak"],
    ["cast iron", "The cast. Iron is heavy."],
    ["IT", "It fits"],
  ])("%s is no word of “%s”", (source, text) => {
    const terms = [term("forced", source, "Wort"), term("forced", "cast iron", "Gusseisen")];
    const found = broken(terms, ["en", text], ["de", "Gusseisen."]);
    expect(found).toEqual([]);
  });

  it.each([
    ["de", "Eisen", "Ein Topf aus Gusseisen"],
    ["ja", "肉", "筋肉をつける"],
    ["zh-TW", "鐵", "鑄鐵鍋"],
  ])("a word of %s, %s, is not asked for by a compound: %s", (locale, source, text) => {
    expect(broken([term("forced", source, "never")], [locale, text], ["en", "Something else."])).toEqual([]);
  });

  it.each([
    ["de", "Pfanne", "Diese Pfannen sind schwer."],
    ["de", "Kessel", "Des Kessels Deckel"],
    ["ja", "フライパン", "鋳鉄のフライパンです。"],
    ["fr", "poêle", "Des poêles en fonte"],
  ])("a word of %s, %s, is asked for by its forms: %s", (locale, source, text) => {
    expect(broken([term("forced", source, "never")], [locale, text], ["en", "Something else."])).toEqual([
      `forced ${source}`,
    ]);
  });

  it("is not asked for by the name of a brand", () => {
    const terms = [term("forced", "nest", "Nest")];
    expect(broken(terms, ["en", "Velvet nest Studio chair"], ["fr", "Chaise"], ["nest Studio"])).toEqual([]);
    expect(broken(terms, ["en", "A nest for birds"], ["fr", "Pour les oiseaux"], ["nest Studio"])).toEqual([
      "forced nest",
    ]);
  });
});

describe("a kept word", () => {
  it.each([
    ["Fernwork", "en", "The Fernwork lamp", "de", "Fernworks Lampe"],
    ["Fernwork", "en", "FERNWORK lamp", "ja", "Fernworkランプ"],
    ["Fernwork", "en", "Fernwork lamp", "ar", "مصباح Fernwork"],
    ["denim", "en", "Blue denim", "de", "Blauer Denim"],
    ["Nest", "en", "A nest for birds", "fr", "Pour les oiseaux"],
  ])("%s stays: %s %s → %s %s", (word, locale, from, other, to) => {
    expect(broken([term("kept", word)], [locale, from], [other, to])).toEqual([]);
  });

  it.each([
    ["de", "Farnwerk-Lampe"],
    ["ja", "ファーンワークのランプ"],
    ["zh-TW", "fernwork 燈"],
  ])("is missed where it was translated or spelled otherwise: %s %s", (locale, to) => {
    expect(broken([term("kept", "Fernwork")], ["en", "Fernwork lamp"], [locale, to])).toEqual(["kept Fernwork"]);
  });
});

describe("a forbidden word", () => {
  it.each([
    ["de", "billig", "Das ist billig.", true],
    ["de", "billig", "Billig war gestern.", true],
    ["de", "billig", "Mit unserer Billigung.", false],
    ["ja", "肉", "肉の鍋", true],
    ["ja", "肉", "筋肉をつける", false],
    ["zh-TW", "最佳", "最佳選擇", true],
    ["fr", "pas cher", "Un sac pas cher", true],
    ["pt-BR", "barato", "Um barato vestido", true],
    ["ar", "رخيص", "سعر رخيص", true],
  ])("of %s, %s, is found as a word of its own: %s %s", (locale, word, text, isFound) => {
    const found = broken([term("forbidden", "", word)], ["en", "Something"], [locale, text]);
    expect(found).toEqual(isFound ? [`forbidden ${word}`] : []);
  });

  it("with a source is one where that says so alone", () => {
    const terms = [term("forbidden", "cheap", "billig")];
    expect(broken(terms, ["en", "A cheap lamp"], ["de", "Eine billig wirkende Lampe"])).toEqual(["forbidden cheap"]);
    expect(broken(terms, ["en", "A lamp"], ["de", "Nicht billig"])).toEqual([]);
  });
});

describe("an approved translation of a claim", () => {
  const claim = term("statement", "Dermatologically tested.*", "Dermatologisch getestet.*");

  it("stands to the letter where the source has the claim", () => {
    const from: [string, string] = ["en", "Soft. Dermatologically tested.*"];
    expect(broken([claim], from, ["de", "Weich. Dermatologisch\n getestet.*"])).toEqual([]);
    expect(broken([claim], from, ["de", "Weich. Von Hautärzten getestet.*"])).toHaveLength(1);
    expect(broken([claim], from, ["de", "Weich. dermatologisch getestet.*"])).toHaveLength(1);
    expect(broken([claim], ["en", "Soft."], ["de", "Weich."])).toEqual([]);
  });

  it("goes before the terms inside it", () => {
    const terms = [claim, term("forced", "tested", "geprüft")];
    expect(broken(terms, ["en", "Dermatologically tested.*"], ["de", "Dermatologisch getestet.*"])).toEqual([]);
  });

  it("is asked for in scripts without spaces", () => {
    const terms = [term("statement", "皮膚科医監修", "Developed with dermatologists")];
    expect(broken(terms, ["ja", "皮膚科医監修の石鹸"], ["en", "Soap"])).toHaveLength(1);
    expect(broken(terms, ["ja", "皮膚科医監修の石鹸"], ["en", "Soap. Developed with dermatologists"])).toEqual([]);
  });
});
