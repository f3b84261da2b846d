import { describe, expect, it } from "vitest";
import { codesOf } from "./surface.ts";

describe("capitals", () => {
  it.each([
    [{ tags: ["hdmi/vga/dvi/usb"] }, "Ports: HDMI, VGA, DVI, USB"],
    [{ options: [{ name: "Model", values: ["ABX", "CDY", "EFZ"] }] }, "Models ABX CDY EFZ"],
    [{ tags: ["NASA", "ESA", "JAXA"] }, "Patches: NASA ESA JAXA"],
    [{ vendor: "BEST LITTLE SHOP" }, "A shirt of BEST LITTLE SHOP"],
    [{ variants: [], productType: "DVD BOX SET" }, "The DVD BOX SET of the series"],
  ])("that the product's data has are no shouting: %j, %s", (facts, text) => {
    expect(codesOf(text, { facts, contentType: "title" })).not.toContain("ALL_CAPS");
  });

  it("that abbreviate what every shop knows are none", () => {
    expect(codesOf("Cable HDMI VGA DVI", { contentType: "title" })).not.toContain("ALL_CAPS");
    expect(codesOf("BUY THIS SHIRT", { contentType: "title" })).toContain("ALL_CAPS");
    expect(
      codesOf("SUMMER SHIRT SALE", { facts: { tags: ["summer", "shirt", "sale"] }, contentType: "title" }),
    ).toContain("ALL_CAPS");
  });
});

describe("capitals in a script that has none", () => {
  it.each([
    ["zh-TW", "TKL 機械鍵盤 PBT 鍵帽 USB-C 熱插拔"],
    ["ja", "TKLメカニカルキーボード PBTキーキャップ USB-C"],
    ["ko", "TKL 기계식 키보드 PBT 키캡 EPDM"],
    ["th", "หูฟัง ANC ENC TWS รุ่นใหม่"],
    ["zh", "HEPA H13 滤芯 PTC 加热 TFT 屏幕"],
    ["ar", "لوحة مفاتيح TKL PBT ANSI"],
    ["he", "מקלדת TKL PBT מכנית"],
  ])("are abbreviations: %s %s", (locale, text) => {
    expect(codesOf(text, { facts: {}, contentType: "title", locale })).not.toContain("ALL_CAPS");
  });

  it("shout where they are words in a row", () => {
    expect(codesOf("SUMMER CLEARANCE DISCOUNT 夏季衬衫", { contentType: "title", locale: "zh" })).toContain("ALL_CAPS");
  });
});

describe("a word three times in a row", () => {
  it.each([
    ["Ho Ho Ho Christmas Jumper", "Ho Ho Ho Christmas Jumper"],
    ["Cha Cha Cha Dance Shoes", 'Dance Shoes "Cha Cha Cha"'],
    ["Ja, ja, ja! Tasse", "Tasse Ja ja ja"],
  ])("is none where the data says it so: %s", (text, title) => {
    expect(codesOf(text, { facts: { title }, contentType: "title" })).not.toContain("DUPLICATE");
    expect(codesOf(text, { contentType: "title" })).toContain("DUPLICATE");
  });

  it("is found behind one that the data has", () => {
    const facts = { title: "Ho Ho Ho Jumper" };
    expect(codesOf("Ho Ho Ho jumper, warm warm warm", { facts, contentType: "title" })).toContain("DUPLICATE");
  });
});

describe("an alt text", () => {
  const alt = { contentType: "image_alt_100" };
  it.each([
    [{ productType: "Art print" }, "en", "Illustration of a red fox in the snow"],
    [{ title: 'Poster "Sea"' }, "en", "Photo of the sea at night, in a frame"],
    [{ productType: "Kunstdruck" }, "de", "Foto von einem Leuchtturm im Nebel"],
    [{ productType: "Affiche" }, "fr", "Illustration d'un renard roux dans la neige"],
    [{ productType: "Lámina" }, "es", "Ilustración de un zorro rojo en la nieve"],
    [{}, "de", "Foto mit Rahmen aus Eiche"],
    [{}, "en", "Black cup with a black handle on a black saucer"],
    [{}, "en", "A cup beside a smaller cup and a cup with a lid"],
    [
      { options: [{ name: "Colour", values: ["Black", "Sand", "Olive", "Navy", "Rust"] }] },
      "en",
      "Black, sand, olive, navy, rust",
    ],
  ])("says what is to be seen: %j, %s, %s", (facts, locale, text) => {
    expect(codesOf(text, { ...alt, facts, locale })).not.toContain("ALT_TEXT");
  });

  it("of no print still needs no word for picture", () => {
    expect(codesOf("Illustration of a linen shirt", alt)).toContain("ALT_TEXT");
    expect(codesOf("linen, shirt, black, summer, casual", alt)).toContain("ALT_TEXT");
    expect(codesOf("shirt linen shirt black shirt summer shirt", alt)).toContain("ALT_TEXT");
  });
});

describe("the least length", () => {
  it.each([
    ["ja", "洗いざらしのリネンで仕立てたシャツです。胸にふたつのポケットがあり、着心地は軽やかです。"],
    ["zh", "这件衬衫由水洗亚麻制成，胸前有两个口袋，剪裁宽松舒适，适合温暖的日子穿着。"],
    ["ko", "워싱 리넨으로 만든 셔츠로 가슴에 주머니가 두 개 있고 품이 넉넉합니다."],
  ])("fits the script (%s): %s", (locale, text) => {
    expect(codesOf(text, { locale })).not.toContain("BELOW_LENGTH");
  });

  it("is missed by a short text of any script", () => {
    expect(codesOf("亚麻衬衫，很好。", { locale: "zh" })).toContain("BELOW_LENGTH");
    expect(codesOf("A shirt of washed linen with two pockets.", {})).toContain("BELOW_LENGTH");
  });
});

describe("a keyword in another form", () => {
  const using = (term: string, locale: string) => ({
    contentType: "title",
    locale,
    facts: { keywords: { g: [term] } },
    config: { keyword_groups: { must: ["g"] } },
  });
  it.each([
    ["en", "running shoe", "Running shoes for the city"],
    ["en", "linen shirts", "A linen shirt for summer"],
    ["en", "candle", "Scented candles of soy"],
    ["de", "Duftkerze", "Duftkerzen aus Sojawachs"],
    ["de", "weiches Hemd", "Weiche Hemden aus Leinen"],
    ["fr", "bougie parfumée", "Bougies parfumées à la lavande"],
    ["es", "vela aromática", "Velas aromáticas de soja"],
    ["it", "candela profumata", "Candele profumate di soia"],
    ["nl", "linnen handdoek", "Linnen handdoeken voor thuis"],
    ["sv", "doftljus skål", "Doftljus skålar av glas"],
  ])("is used (%s): %s in %s", (locale, term, text) => {
    expect(codesOf(text, using(term, locale))).not.toContain("MISSING_KEYWORD");
  });

  it.each([
    ["en", "organ", "Organization for the desk"],
    ["en", "linen shirt", "Linen trousers and a shirt"],
    ["en", "car", "A card for your friends"],
    ["pl", "świeca", "Świece sojowe"],
  ])("is none in other words, or where no forms are known (%s): %s in %s", (locale, term, text) => {
    expect(codesOf(text, using(term, locale))).toContain("MISSING_KEYWORD");
  });
});
