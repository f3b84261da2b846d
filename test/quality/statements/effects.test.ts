import { expect, it } from "vitest";
import { effectsIn } from "../../../app/quality/statements/words/effects.ts";
import { scanWords } from "../../../app/quality/statements/words/scan-words.ts";
import { fewestCpuMs } from "../../support/cpu-ms.ts";

/** What a text claims to do to the body, by concept. */
function effectsOf(locale: string, text: string): string[] {
  return effectsIn(scanWords(text, { locale })).map(({ concept }) => concept.slice("effect:".length));
}

it("a claim about an effect on the body is read in every language of the table", () => {
  const cases: readonly (readonly [locale: string, text: string, concept: string])[] = [
    ["en", "It reduces headaches after long days.", "pain"],
    ["de", "Senkt den Cholesterinspiegel.", "cholesterol"],
    ["fr", "Elle soigne l’eczéma.", "skin"],
    ["es", "Alivia el dolor lumbar.", "pain"],
    ["it", "Favorisce la circolazione delle gambe.", "circulation"],
    ["nl", "Versterkt je immuunsysteem.", "immunity"],
    ["pt-PT", "Trata a psoríase.", "skin"],
    ["pl", "Wspomaga trawienie.", "digestion"],
    ["sv", "Lindrar ledvärk och huvudvärk.", "pain"],
    ["da", "Styrker immunforsvaret.", "immunity"],
    ["nb", "Lindrer migrene.", "pain"],
    ["fi", "Lievittää päänsärkyä eli särkyä.", "pain"],
    ["cs", "Pomáhá proti nachlazení.", "immunity"],
    ["hr", "Smanjuje stres.", "mind"],
    ["ru", "Снижает давление.", "cholesterol"],
    ["tr", "Bağışıklığı güçlendirir.", "immunity"],
    ["ar", "يخفف الصداع.", "pain"],
    ["ja", "血行を促進します。", "circulation"],
    ["zh-CN", "有助于改善失眠。", "sleep"],
    ["ko", "혈액순환을 촉진합니다.", "circulation"],
  ];
  for (const [locale, text, concept] of cases) expect(effectsOf(locale, text), text).toContain(concept);
});

it("mood, care of things, warnings and denials are no claims about health", () => {
  const cases: readonly (readonly [locale: string, text: string])[] = [
    ["en", "Not intended to cure or prevent any disease."],
    ["en", "It reduces glare on rainy roads."],
    ["en", "The stiff collar keeps its shape."],
    ["en", "A pain au chocolat and a quiet morning."],
    ["en", "Does it relieve pain?"],
    ["de", "Sie schützt den Tisch vor Kratzern."],
    ["de", "Hilft beim Ordnen der Küche."],
    ["de", "Senkt nicht den Blutdruck."],
    ["fr", "Une crème qui protège le cuir."],
    ["fr", "Elle apaise le cuir chevelu."],
    ["es", "Protege la mesa del calor."],
    ["it", "Riduce il rumore in cucina."],
    ["nl", "Slapen als een roos begint met een kussen."],
    ["pl", "Chroni meble przed słońcem."],
    ["sv", "Skyddar mot regn och vind."],
    ["ja", "台所を汚れから守ります。"],
    ["zh-CN", "保护桌面不被刮花。"],
    ["ko", "책상을 보호합니다."],
  ];
  for (const [locale, text] of cases) expect(effectsOf(locale, text), text).toEqual([]);
});

it("a hundred thousand signs of complaints and of effects are read in a moment", async () => {
  const text = "relieves pain and prevents stress ".repeat(3_000);
  const read = () => [effectsOf("en", text), effectsOf("en", "p".repeat(100_000))];
  expect(await fewestCpuMs(read, { below: 150 })).toBeLessThan(150);
});
