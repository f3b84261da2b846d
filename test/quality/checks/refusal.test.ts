import { expect, it } from "vitest";
import { codesOf } from "./surface.ts";

it.each([
  ["de", "Als Kissen für das Sofa oder als Nackenrolle ist es gleich bequem."],
  ["de", "Als Kinderbett gedacht, als Sofa geliebt."],
  ["de", "Als Kimono getragen, fällt der Mantel locker."],
  ["de", "Als Kit mit allen Teilen geliefert."],
  ["de", "Als Kiste aus Kiefer oder Eiche."],
  ["de", "Als Kilt getragen ein Hingucker."],
  ["de", "Als KI-gestützter Übersetzer spricht das Gerät viele Sprachen."],
  ["de", "Ich kann nicht, ich habe Padel."],
  ["de", "Leider kann man ihn nur einmal verschenken."],
  ["nl", "Als airfryer en als oven te gebruiken."],
  ["pt", "Como iate em miniatura ou como brinquedo."],
  ["pt", "Como iaque de pelúcia, é o mais macio."],
  ["it", "Come iato tra due giorni, una pausa."],
  ["en", "We don't just create candles, we make evenings."],
  ["en", "We do not produce more than we sell."],
  ["en", "We won't create waste, and neither should your shirt."],
  ["en", "We don't write stories, we sew them."],
  ["en", "As an AI-powered translator it speaks forty languages."],
  ["en", "As an AI camera it knows your cat."],
  ["en", "As an assistant in the kitchen it chops and stirs."],
  ["en", "I don't have enough shoes, says the print."],
  ["en", "I can't help falling in love with this lamp."],
  ["en", "I can't help with writing, but this pen can."],
  ["en", "Sorry, I'm late, I saw a dog."],
  ["en", "Sorry not sorry: the mug for honest people."],
  ["fr", "Je ne peux pas, j'ai padel."],
  ["fr", "Désolé, j'ai apéro."],
  ["fr", "En tant qu'assistant de cuisine, il coupe et mélange."],
  ["es", "No puedo, tengo pádel."],
  ["es", "Lo siento, pero hoy hay fútbol."],
  ["it", "Non posso, ho padel."],
  ["sv", "Jag kan inte, jag har padel."],
  ["nl", "Ik kan niet, ik heb padel."],
  ["pl", "Nie mogę, mam padla."],
  ["da", "Jeg kan ikke, jeg har padel."],
  ["ru", "Извините, я на рыбалке."],
  ["ja", "申し訳ございませんが、画面の色は実物と少し異なる場合があります。"],
  ["zh", "抱歉，我去钓鱼了。"],
  ["ko", "죄송하지만 오늘은 낚시 갑니다."],
])("a shop's own sentence is no refusal (%s): %s", (locale, text) => {
  expect(codesOf(text, { locale })).not.toContain("REFUSAL");
});

it.each([
  ["en", "I apologize, but I cannot comply with that."],
  ["en", "I'm sorry, but I can't help with writing content for this product."],
  ["en", "We are unable to process this request."],
  ["en", "Here it is. Sorry, but I can't create a description for this."],
  ["en", "As an AI, I cannot do that."],
  ["de", "Leider kann ich die Beschreibung nicht erstellen."],
  ["de", "Als Sprachmodell kann ich das nicht."],
  ["de", "Als KI darf ich dazu nichts sagen."],
  ["fr", "Désolée, mais je ne peux pas vous aider."],
  ["fr", "Désolé, je ne peux pas générer de description."],
  ["fr", "En tant qu'IA, je ne dispose pas de cela."],
  ["es", "Lamento no poder ayudarte con esto, no es posible."],
  ["es", "No puedo generar una descripción."],
  ["pt", "Infelizmente não consigo criar um texto."],
  ["it", "Purtroppo non posso scrivere la descrizione."],
  ["nl", "Helaas kan ik dit verzoek niet uitvoeren."],
  ["nl", "Als taalmodel kan ik dat niet."],
  ["sv", "Tyvärr kan jag inte hjälpa till med detta."],
  ["da", "Beklager, jeg kan ikke hjælpe med det."],
  ["nb", "Beklager, jeg kan ikke hjelpe med dette."],
  ["fi", "Valitettavasti en voi toteuttaa tätä pyyntöä."],
  ["pl", "Niestety nie mogę napisać opisu."],
  ["cs", "Bohužel nemohu tento požadavek splnit."],
  ["ru", "Извините, но я не могу помочь."],
  ["uk", "На жаль, я не можу виконати цей запит."],
  ["tr", "Üzgünüm, bu isteği yerine getiremiyorum."],
  ["ko", "죄송하지만 요청을 처리할 수 없습니다."],
])("a model's refusal is found (%s): %s", (locale, text) => {
  expect(codesOf(text, { locale })).toContain("REFUSAL");
});

it("is none where the product's data or the merchant's rules hold the words", () => {
  const text = "Sorry, I can't help with that – the mug that says it for you.";
  expect(codesOf(text)).toContain("REFUSAL");
  expect(codesOf(text, { facts: { title: "Mug: Sorry, I can't help with that" } })).not.toContain("REFUSAL");
  const guidelines = ["Quote the print: Sorry, I can't help with that"];
  expect(codesOf(text, { config: { guidelines } })).not.toContain("REFUSAL");
});
