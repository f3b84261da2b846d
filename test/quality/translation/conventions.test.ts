import { describe, expect, it } from "vitest";
import { unconventional } from "../../../app/quality/translation/conventions.ts";
import type { Side } from "../../../app/quality/translation/side.ts";

/** The text with all that has a fix in it. */
function conventional(text: Side): string {
  let fixed = "";
  let from = 0;
  for (const { start, end, fix } of unconventional(text)) {
    if (fix === null) continue;
    fixed += text.text.slice(from, start) + fix;
    from = end;
  }
  return fixed + text.text.slice(from);
}

describe("what is written as the language writes it", () => {
  it.each([
    ["fr", "Attention\u00a0: une chemise\u202f! Laquelle\u202f?"],
    ["fr", "Attention : une chemise ! Dès 8:30, voir https://a.example/?a=1"],
    ["fr", "«\u00a0La belle\u00a0» et 1,5 l"],
    ["es", "¡Hola! ¿Qué talla llevas? Una camisa."],
    ["es", "Dicen: ¡qué bonita!"],
    ["es", "¿Cuánto mide el Sr. Pérez? ¿Quieres… algo más?"],
    ["es", "Mira https://a.example/b?c=1 y la tienda Yahoo! en línea."],
    ["fr-CA", "Une chemise! Laquelle? Voici\u00a0: celle-ci"],
    ["zh-TW", "亞麻襯衫，重240克。版本2.0"],
    ["ja", "重さは2.5kgです。色は白、黒。"],
    ["ar", "قميص كتان، وزنه 240 غ. ما مقاسك؟"],
    ["el", "Ποιο μέγεθος; Λινό, 2,5 κιλά"],
    ["de", "Wiegt 1,5 kg, hat USB 3.0 und 1.234 Teile, 1.234,5 g"],
    ["en", "Weighs 1.5 kg! Which size? 1,234.5 g"],
    ["de", "Warum? Darum: 10 m!"],
  ])("%s: %s", (locale, text) => {
    expect(unconventional({ text, locale })).toEqual([]);
  });
});

describe("what is not", () => {
  it.each([
    ["fr", "Une chemise! Laquelle? Voici:", "Une chemise\u202f! Laquelle\u202f? Voici\u00a0:"],
    ["fr", "«La belle»", "«\u00a0La belle\u00a0»"],
    ["zh-TW", "亞麻襯衫,很涼爽.", "亞麻襯衫，很涼爽。"],
    ["ja", "白,黒です.", "白、黒です。"],
    ["ar", "ما مقاسك?", "ما مقاسك؟"],
    ["el", "Ποιο μέγεθος?", "Ποιο μέγεθος;"],
    ["de", "Fasst 1.5 l und 1,234.5 g", "Fasst 1,5 l und 1.234,5 g"],
    ["pt-BR", "Pesa 0.125 kg", "Pesa 0,125 kg"],
  ])("%s: %s", (locale, text, fixed) => {
    expect(conventional({ text, locale })).toBe(fixed);
    expect(unconventional({ text: fixed, locale })).toEqual([]);
  });

  it.each(["Qué talla llevas?", "Una camisa. Qué bonita!"])("es: %s has no words of ours", (text) => {
    expect(unconventional({ text, locale: "es" })).toMatchObject([{ fix: null }]);
  });
});
