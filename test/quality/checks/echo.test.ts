import { expect, it } from "vitest";
import { codesOf } from "./surface.ts";

const bullets = ["Washed linen", "Two chest pockets", "An easy fit", "Weighs 240 g"];

it.each([
  ["fr", "Voici le sac qui suit vos journées : léger, robuste."],
  ["fr", "Bien sûr, il se lave : à trente degrés, à la main."],
  ["de", "Hier ist der Begleiter für jeden Tag: leicht und robust."],
  ["de", "Hier sind drei Farben: Schwarz, Sand und Oliv."],
  ["de", "Natürlich, weich, leicht: das Hemd für warme Tage."],
  ["de", "Gerne getragen, gern verschenkt: der Schal."],
  ["es", "Claro, cálido y ligero: así es este tejido."],
  ["es", "Aquí está la camisa que esperabas: ligera y fresca."],
  ["it", "Ecco la borsa che ti segue ovunque: leggera, resistente."],
  ["it", "Certo, è leggera: pesa poco e dura molto."],
  ["nl", "Hier is de tas die je dag volgt: licht en sterk."],
  ["pt", "Aqui está a camisa do verão: leve e fresca."],
  ["sv", "Här är väskan som följer dig: lätt och stark."],
  ["pl", "Oto torba na każdy dzień: lekka i mocna."],
  ["en", "Here is the lamp you wanted: bright and warm."],
  ["en", "Here are five reasons to wear linen: it is light and cool."],
  ["en", "Use as instructed: twice a day on clean skin."],
  ["en", "Apply in the evening, as requested by many of you."],
  ["en", "Great, light and warm: the blanket for the porch."],
])("a shop's own opening is no chat (%s): %s", (locale, text) => {
  expect(codesOf(text, { locale })).not.toContain("ECHO");
});

it.each([
  ["en", "Certainly! Here's a product description for your shirt: it is made of linen."],
  ["en", "Here is the text you asked for."],
  ["en", "Of course, I can help you write this description."],
  ["de", "Gerne! Hier ist deine Produktbeschreibung: ein Hemd aus Leinen."],
  ["fr", "Bien sûr ! Voici la description du produit : une chemise en lin."],
  ["fr", "Voici votre description: une chemise en lin."],
  ["es", "Claro, aquí tienes la descripción: una camisa de lino."],
  ["it", "Certo, ecco la descrizione del prodotto: una camicia di lino."],
  ["nl", "Natuurlijk! Hier is de productbeschrijving: een hemd van linnen."],
  ["pt", "Claro! Aqui está a descrição: uma camisa de linho."],
  ["sv", "Självklart! Här är produktbeskrivningen: en skjorta av lin."],
  ["da", "Selvfølgelig! Her er beskrivelsen: en skjorte af hør."],
  ["pl", "Oczywiście! Oto opis produktu: koszula z lnu."],
  ["ja", "以下が商品説明です：洗いざらしのリネンで仕立てたシャツ。"],
  ["zh", "好的，以下是产品描述：亚麻衬衫。"],
  ["en", "Description: a shirt of linen."],
])("what a model says around a text is found (%s): %s", (locale, text) => {
  expect(codesOf(text, { locale })).toContain("ECHO");
});

it("a key point may begin with a label", () => {
  expect(codesOf([...bullets, "Description: a pocket for the phone"], { contentType: "bullets" })).not.toContain(
    "ECHO",
  );
});

it.each([
  ["End each description with: Every piece is designed in Berlin and made to last for many years."],
  ['Close with "Every piece is designed in Berlin and made to last for many years."'],
  ["Always mention that every piece is designed in Berlin and made to last for many years."],
  ["Beende jeden Text mit dem Satz: Every piece is designed in Berlin and made to last for many years."],
])("a sentence that the merchant asks for is no echo: %s", (guideline) => {
  const text = "A shirt of linen. Every piece is designed in Berlin and made to last for many years.";
  expect(codesOf(text, { config: { guidelines: [guideline] } })).not.toContain("ECHO");
});

it.each([
  ["Keep every sentence short and friendly and speak to parents of small children."],
  ["Never write: keep every sentence short and friendly and speak to parents of small children."],
])("an instruction that the text repeats is one: %s", (guideline) => {
  const text = "A shirt of linen. Keep every sentence short and friendly and speak to parents of small children.";
  expect(codesOf(text, { config: { guidelines: [guideline] } })).toContain("ECHO");
});
