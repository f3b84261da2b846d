import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stillSource } from "../../../app/quality/translation/still-source.ts";

const ask = (source: string, target: string, locale: string, kept: string[] = [], from = "en") =>
  stillSource({ text: source, locale: from }, { text: target, locale }, kept);

describe("a translation that is one", () => {
  it.each([
    ["de", "Linen shirt with shell buttons", "Leinenhemd mit Muschelknöpfen"],
    ["fr", "Linen shirt with shell buttons", "Chemise en lin à boutons de nacre"],
    ["ja", "Linen shirt", "リネンシャツ"],
    ["zh-TW", "Linen shirt", "亞麻襯衫"],
    ["ar", "Linen shirt", "قميص كتان"],
    ["pt-BR", "Keeps you cool on warm days", "Mantém você fresco nos dias quentes"],
    ["de", "Polo", "Polo"],
    ["de", "Nordwind Aero", "Nordwind Aero"],
    ["de", "250 ml", "250 ml"],
    ["nl", "Warm water bottle for winter nights", "Warmwaterkruik voor winternachten"],
    ["da", "Keeps you warm in the winter", "Holder dig varm om vinteren"],
    ["id", "Keeps you warm in the winter", "Membuat Anda tetap hangat di musim dingin"],
  ])("%s: %s = %s", (locale, source, target) => {
    expect(ask(source, target, locale, ["Nordwind", "Aero"])).toBeNull();
  });
});

describe("a translation that is still its source", () => {
  it.each([
    ["de", "Linen shirt with shell buttons", "Linen shirt with shell buttons", "equal"],
    ["ja", "Keeps you cool on warm days", "Keeps you cool on warm days.", "equal"],
    ["fr", "Keeps you cool on warm days", "Keeps you fresh when the summer days are warm", "language"],
    [
      "de",
      "It is soft. It keeps you cool on warm days, all summer long.",
      "Es ist weich. It keeps you cool on warm days, all summer long.",
      "language",
    ],
    ["es", "A bag for the whole family and its things", "A bag for all of the family and for its things", "language"],
  ])("%s: %s ≠ %s", (locale, source, target, kind) => {
    expect(ask(source, target, locale)).toMatchObject({ kind, certain: true });
  });
});

it("of a short text there is a doubt", () => {
  expect(ask("Keeps you cool on warm days", "Keeps you fresh when days are warm", "fr")).toMatchObject({
    certain: false,
  });
});

it("the sentence that was left over is told", () => {
  const text = "Es ist weich. It keeps you cool on warm days, all summer long.";
  const found = ask("It is soft. It keeps you cool on warm days, all summer long.", text, "de");
  expect(found).toMatchObject({ place: { quote: "It keeps you cool on warm days, all summer long." } });
});

it("a market's wording in the shop's own language is no echo", () => {
  expect(ask("Colour of the season", "Color of the season", "en")).toBeNull();
});

it.each(["de", "ja", "ru", "pt-BR", "tr"])(
  "a short line that was left over in a translation into %s is told",
  (locale) => {
    const lines = ["Washed linen", "Two chest pockets", "Dries fast on a line"];
    const written: Record<string, string> = {
      de: "Gewaschenes Leinen",
      ja: "洗いざらしのリネン",
      ru: "Стиранный лён",
      "pt-BR": "Linho lavado",
      tr: "Yıkanmış keten",
    };
    const target = [written[locale], "Two chest pockets", "…"].join("\n");
    expect(ask(lines.join("\n"), target, locale)).toMatchObject({
      certain: true,
      place: { quote: "Two chest pockets" },
    });
  },
);

it("names and measures that both have in common are no line left over", () => {
  expect(
    ask("Linen shirt\nNordwind Aero 250 ml", "Leinenhemd\nNordwind Aero 250 ml", "de", ["Nordwind", "Aero"]),
  ).toBeNull();
  expect(ask("Linen shirt\nPolo Sport", "Leinenhemd\nPolo Sport", "de")).toBeNull();
});

describe("words that stay in every language", () => {
  it.each([
    [
      "de",
      'The front says "Made with love in our small workshop".',
      "Vorne steht „Made with love in our small workshop“.",
    ],
    [
      "fr",
      "The back says “Keep calm and carry on, friends”.",
      "Au dos : «\u00a0Keep calm and carry on, friends\u00a0».",
    ],
    ["ja", "The back says “Keep calm and carry on, friends”.", "背面には「Keep calm and carry on, friends」の文字。"],
    ["ru", 'Print: "Not all who wander are lost"', "Принт: «Not all who wander are lost»"],
    [
      "de",
      "Works with the Nordwind Steel Grinder Pro and other mills.",
      "Passt zum Nordwind Steel Grinder Pro und zu anderen Mühlen.",
    ],
    [
      "pt-BR",
      "Inspired by the Book of the Great Northern Sea and its tales.",
      "Inspirado no Book of the Great Northern Sea e em seus contos.",
    ],
  ])("%s: %s", (locale, source, target) => {
    expect(ask(source, target, locale)).toBeNull();
  });

  it("a sentence in capitals that was left over is none", () => {
    expect(ask("Washed Linen Shirt With Two Pockets", "Washed Linen Shirt With Two Pockets", "de")).not.toBeNull();
  });
});

it("another language of the source's script is no translation into another script, whatever its words are", () => {
  const other = "A cool cotton blouse that is made for the warmest weeks of the year.";
  expect(ask("A light linen shirt for summer days.", other, "ja")).toMatchObject({ kind: "language", certain: true });
  expect(ask("A light linen shirt for summer days.", other, "de")).toMatchObject({ kind: "language", certain: false });
});

describe("a third language", () => {
  const english = "A light linen shirt that keeps you cool on warm summer days and dries fast.";
  it.each([
    ["ja", "一件輕盈的亞麻襯衫，在溫暖的夏日讓您保持涼爽。", "zh"],
    ["ja", "亚麻衬衫，重240克", "zh"],
    ["zh-TW", "轻盈的亚麻衬衫，在温暖的夏日让您保持凉爽。", "zh-Hans"],
    ["zh-TW", "亚麻衬衫", "zh-Hans"],
    ["zh-CN", "輕盈的亞麻襯衫", "zh-Hant"],
    ["pt-BR", "Una camisa ligera de lino que te mantiene fresco en los días cálidos de verano y se seca rápido.", "es"],
    ["es", "Uma camisa leve de linho que mantém você fresco nos dias quentes de verão e seca rapidamente.", "pt"],
    ["de", "Een licht linnen overhemd dat je koel houdt op warme zomerdagen en dat snel weer droog is.", "nl"],
    ["fr", "Ein leichtes Leinenhemd, das an warmen Sommertagen kühlt und nach dem Waschen schnell trocknet.", "de"],
  ])("for %s: %s", (locale, target, language) => {
    expect(ask(english, target, locale)).toEqual({ kind: "other", certain: false, language });
  });

  it.each([
    ["ja", "純綿敷布団"],
    ["ja", "多目的高性能収納棚 大型"],
    ["ja", "綿100％、日本製"],
    ["zh-TW", "亞麻襯衫，重240克，台灣製造"],
    ["zh-CN", "亚麻衬衫，著名设计师作品"],
    ["zh-HK", "亞麻襯衫，適合夏天穿着"],
    ["pt-BR", "Uma camisa leve de linho que mantém você fresco nos dias quentes de verão e seca rápido."],
    ["es", "Una camisa ligera de lino que te mantiene fresco en los días cálidos de verano y se seca rápido."],
  ])("and none in %s: %s", (locale, target) => {
    expect(ask(english, target, locale)).toBeNull();
  });

  const texts = JSON.parse(readFileSync(new URL("../language/detect-set.json", import.meta.url), "utf8")) as Record<
    string,
    string[]
  >;
  it("no text of the set is certain to be another than its own, and none is a third", () => {
    const wrong = Object.entries(texts).flatMap(([language, all]) =>
      [...all, language === "sr" ? "" : all.join(" ")].flatMap((text) => {
        const found = language === "en" ? null : ask(english, text, language);
        return found && (found.kind === "other" || found.certain) ? [`${language} ${found.kind}: ${text}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe("a short sentence that stands between translated ones as it is", () => {
  it.each([
    [
      "Keep it dry and cool. Sale to persons over 18 only.",
      "fr",
      "À conserver au frais. Sale to persons over 18 only.",
      "Sale to persons over 18 only.",
    ],
    [
      "Keep it dry. Not for children under 3. Wash by hand.",
      "de",
      "Trocken halten. Not for children under 3. Von Hand waschen.",
      "Not for children under 3.",
    ],
    [
      "Keep it dry. Not for children under 3.",
      "ja",
      "湿気を避けてください。Not for children under 3.",
      "Not for children under 3.",
    ],
    ["Keep it dry. Hand wash only, please.", "ar", "يُحفظ جافًا. Hand wash only, please.", "Hand wash only, please."],
    ["Keep it dry. Hand wash only, please.", "zh-TW", "保持乾燥。Hand wash only, please.", "Hand wash only, please."],
  ])("“%s” is left over in %s: “%s”", (text, locale, target, quote) => {
    expect(stillSource({ text, locale: "en" }, { text: target, locale })).toMatchObject({
      kind: "language",
      certain: true,
      place: { quote },
    });
  });

  it("is no sentence that neighbours write alike", () => {
    const text = "Skjorten er hvid. Den har to store lommer.";
    const target = "Skjorta är vit. Den har to store lommer.";
    expect(stillSource({ text, locale: "da" }, { text: target, locale: "sv" })?.certain ?? false).toBe(false);
  });
});

it("a list of German compounds is never blocked as English", () => {
  const text = "Stainless steel case 41 mm, sapphire crystal, 38-hour power reserve.";
  const target = "Edelstahlgehäuse 41 mm, Saphirglas, 38 Stunden Gangreserve.";
  expect(stillSource({ text, locale: "en" }, { text: target, locale: "de" })?.certain ?? false).toBe(false);
});
