import { expect, it } from "vitest";
import { assessText } from "../../../app/quality/evidence/assess-text.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";
import { type HeldProduct, misjudged } from "../../support/content/hold-to-facts.ts";

const none = { blocked: [], silent: [], facts: "" };

const withoutAnother: HeldProduct[] = [
  { ...none, locale: "en", facts: "Cooling: keeps drinks cold without ice for 12 hours", silent: ["Keeps drinks cold without ice for 12 hours.", "Without ice it keeps drinks cold for 12 hours."] },
  { ...none, locale: "en", facts: "Dimming: without flicker, from 1 to 100 %", silent: ["Dims without flicker from 1 to 100 %."] },
  { ...none, locale: "de", facts: "Kühlung: 12 Stunden lang, ohne Eis", silent: ["Kühlt ohne Eis 12 Stunden lang."] },
  { ...none, locale: "fr", facts: "Fraîcheur: sans glace pendant 12 heures", silent: ["Garde au frais sans glace pendant 12 heures."] },
  { ...none, locale: "es", facts: "Autonomía: 20 horas, sin cables", silent: ["Funciona sin cables durante 20 horas."] },
  { ...none, locale: "it", facts: "Autonomia: 20 ore, senza fili", silent: ["Suona senza fili per 20 ore."] },
  { ...none, locale: "nl", facts: "Koelduur: 12 uur", silent: ["Houdt zonder ijs 12 uur koud."] },
  { ...none, locale: "sv", facts: "Drifttid: 20 timmar", silent: ["Spelar utan kabel i 20 timmar."] },
  { ...none, locale: "pl", facts: "Czas pracy: 20 godzin", silent: ["Gra bez kabla przez 20 godzin."] },
  { ...none, locale: "en", facts: "Battery: runs without a cable for 20 hours\nTank: 2 l", blocked: ["Runs for 30 hours."], silent: ["Runs without a cable for 20 hours."] },
  { ...none, locale: "en", facts: "Voltage: 5 V\nBurn time: 10 minutes", silent: [], blocked: ["Burns for 30 minutes without smoke."] },
]; // biome-ignore format: a table

it("supports a quantity beside a without that is of another noun", () => {
  expect(withoutAnother.flatMap(misjudged)).toEqual([]);
});

const asWritten: HeldProduct[] = [
  { ...none, locale: "en", facts: "Note: For ages of patience, cut from Copper sheets in 40 steps\nUse: Relieves no pain and cures nothing, tested by 12 grandmothers in Tuscany", silent: ["Tested by 12 grandmothers in Tuscany.", "Cut from copper sheets in 40 steps."] },
  { ...none, locale: "de", facts: "Hinweis: Wirkt ohne Strom und ohne Wasser bis zu 5 Jahre", silent: ["Wirkt ohne Strom und ohne Wasser bis zu 5 Jahre."] },
  { ...none, locale: "fr", facts: "Détail: recommandé par les apiculteurs de Provence depuis 1920", silent: ["Recommandé par les apiculteurs de Provence depuis 1920."] },
  { ...none, locale: "ja", facts: "説明: 氷なしで12時間冷たさを保ちます", silent: ["氷なしで12時間冷たさを保ちます。"] },
  { ...none, locale: "en", facts: "Contains: no nuts", blocked: ["Contains nuts."] },
  { ...none, locale: "en", facts: "Certificates: not GOTS certified", blocked: ["GOTS certified."] },
]; // biome-ignore format: a table

it("marks nothing in a sentence whose words one fact has in this order", () => {
  expect(asWritten.flatMap(misjudged)).toEqual([]);
});

const offered: HeldProduct[] = [
  { ...none, locale: "en", options: "Metal: Silver, Gold", silent: ["Available in Silver and Gold.", "Choose silver or gold."], blocked: ["Available in silver and blue."] },
  { ...none, locale: "en", options: "Stone: Ruby, Emerald, Opal", silent: ["Available in Ruby, Emerald and Opal."] },
  { ...none, locale: "en", options: "Taste: Mint, Orange, Chocolate", silent: ["Available in mint, orange and chocolate."] },
  { ...none, locale: "en", options: "Grind and Roast: Espresso, Whole Bean", silent: ["Available as Espresso or Whole Bean.", "Comes in espresso and whole bean."] },
  { ...none, locale: "de", options: "Metall: Silber, Gold", silent: ["Erhältlich in Silber und Gold."] },
  { ...none, locale: "de", options: "Sorte: Minze, Orange, Zitrone", silent: ["Erhältlich in Minze, Orange und Zitrone."] },
  { ...none, locale: "fr", options: "Finition: Argent, Or", silent: ["Disponible en argent et or."] },
  { ...none, locale: "es", options: "Acabado: Plata, Oro", silent: ["Disponible en plata y oro."] },
  { ...none, locale: "it", options: "Legno: Noce, Rovere", silent: ["Disponibile in noce e rovere."] },
  { ...none, locale: "en", options: "Style: XS, S, M", silent: ["Available in XS and S."], blocked: ["Available in S and XXL."] },
  { ...none, locale: "en", options: "Colour: Black, White, Brick", silent: ["Available in black, white and brick."], blocked: ["Available in purple and red."] },
  { ...none, locale: "en", options: "Colour: Grey, Ochre, Petrol", silent: ["Available in grey, ochre and petrol."], blocked: ["Available in purple and red."] },
]; // biome-ignore format: a table

it("backs what is on offer by the values of any option, and refutes another beside them", () => {
  expect(offered.flatMap(misjudged)).toEqual([]);
});

const brands: HeldProduct[] = [
  { ...none, locale: "en", vendor: "Steel Series", silent: ["A mouse by Steel Series."] },
  { ...none, locale: "en", vendor: "Slate Works", silent: ["Made with care by Slate Works."] },
  { ...none, locale: "en", vendor: "Copper & Co", silent: ["A pan from Copper & Co."] },
  { ...none, locale: "en", vendor: "Oak House", silent: ["Oak House designs for small rooms."] },
  { ...none, locale: "en", vendor: "Cotton On", silent: ["New from Cotton On."] },
  { ...none, locale: "en", vendor: "Leather Lane", silent: ["Leather Lane's favourite."] },
  { ...none, locale: "de", vendor: "Kupfer & Söhne", silent: ["Eine Pfanne von Kupfer & Söhne."] },
  { ...none, locale: "fr", vendor: "Maison Coton", silent: ["Un coussin de Maison Coton."] },
  { ...none, locale: "en", vendor: "Oak House", facts: "Material: 100% pine", blocked: ["By Oak House, of 100% oak."] },
]; // biome-ignore format: a table

it("reads no statement in the vendor's name", () => {
  expect(brands.flatMap(misjudged)).toEqual([]);
});

const scales: HeldProduct[] = [
  { ...none, locale: "en", facts: "Intensity: 9/10", silent: ["Intensity 9 out of 10.", "9/10 intensity.", "An intensity of 9 of 10."] },
  { ...none, locale: "it", facts: "Durezza: 7/10", silent: ["7 su 10 di durezza.", "Durezza 7 su 10."] },
  { ...none, locale: "de", facts: "Intensität: 9/10", silent: ["Intensität 9 von 10."] },
  { ...none, locale: "fr", facts: "Intensité: 8/13", silent: ["Intensité 8 sur 13."] },
  { ...none, locale: "en", facts: "Protection: IP67", silent: ["Waterproof to IP67."], blocked: ["Waterproof to IP54."] },
  { ...none, locale: "en", facts: "Protection: IP44", silent: ["Splash-proof to IP44."] },
  { ...none, locale: "de", facts: "Schutzart: IP44", silent: ["Spritzwassergeschützt nach IP44."] },
  { ...none, locale: "en", facts: "SPF: 30", silent: ["SPF 30.", "Sun protection factor 30.", "SPF30 for every day."] },
  { ...none, locale: "de", facts: "LSF: 30", silent: ["Lichtschutzfaktor 30.", "LSF 30."] },
  { ...none, locale: "en", facts: "CRI: 90", silent: ["CRI 90.", "A CRI of 90."] },
  { ...none, locale: "en", facts: "UV: 400", silent: ["UV 400.", "UV400 lenses."] },
  { ...none, locale: "en", facts: "ISO: 6400", silent: ["ISO 6400.", "Up to ISO 6400."] },
  { ...none, locale: "en", facts: "Cellaring: 5 to 8 years", silent: ["Keeps for five to eight years.", "Keeps for 5 to 8 years."] },
  { ...none, locale: "fr", facts: "Garde: 5 à 8 ans", silent: ["Se garde de cinq à huit ans."] },
  { ...none, locale: "de", facts: "Lagerfähigkeit: 5 bis 8 Jahre", silent: ["Hält sich von fünf bis acht Jahre."] },
  { ...none, locale: "es", facts: "Guarda: de 5 a 8 años", silent: ["Se conserva de cinco a ocho años."] },
  { ...none, locale: "it", facts: "Conservazione: da 5 a 8 anni", silent: ["Si conserva da cinque a otto anni."] },
  { ...none, locale: "en", facts: "Material: wood", blocked: ["For children from 3 to 8 years.", "For 3 to 8 years."] },
]; // biome-ignore format: a table

it("backs a number by a field that is called as its scale, and reads how long it keeps as no age", () => {
  expect(scales.flatMap(misjudged)).toEqual([]);
});

const moods: HeldProduct[] = [
  { ...none, locale: "de", facts: "Material: Ton", silent: ["Passt zu Ihrer Einrichtung.", "Passt in Ihr Zuhause.", "Passt zu Ihrem Alltag.", "Passt in jedes Leben.", "Passt zu Ihrer Küche.", "Passend zu Ihrem Zuhause."] },
]; // biome-ignore format: a table

it("reads no compatibility in what suits a home or a life", () => {
  expect(moods.flatMap(misjudged)).toEqual([]);
});

it("counts a certificate and the word certified beside it as one claim", () => {
  const texts = ["TÜV certified.", "OEKO-TEX certified.", "Certified OEKO-TEX."];
  const counts = texts.map(
    (text) => assessText(readFacts(someFacts()), { contentType: "desc", text, locale: "en" }).found.length,
  );
  expect(counts).toEqual([1, 1, 1]);
});
