import { describe, expect, it } from "vitest";
import type { ProductFacts } from "../../../app/catalog/facts.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

/** The severity of the finding that a text is in the wrong language; null: there is none. */
function severityOf(locale: string, text: string, facts: Partial<ProductFacts> = {}, contentType = "desc") {
  const result = runChecks({
    texts: new Map([[contentType, { body: text, raw: text }]]),
    facts: someFacts(facts),
    config: defaultConfig,
    locale,
  }).get(contentType);
  return result?.warnings.find(({ code }) => code === "WRONG_LANGUAGE")?.severity ?? null;
}

const plain = { title: "Ravello", descriptionText: "", vendor: "Fern & Field" };
const long = {
  en: "The lamp gives a warm light and stands safely on every desk. Our candles burn slowly and fill the room with a gentle scent of lavender. Water your plants with this can, which holds two litres and has a long spout so that nothing is spilled on the table.",
  fr: "La lampe donne une lumière chaude et tient bien sur chaque bureau. Nos bougies brûlent lentement et emplissent la pièce d'un doux parfum de lavande. Arrosez vos plantes avec cet arrosoir de deux litres, dont le long bec évite de renverser de l'eau sur la table.",
  es: "La lámpara da una luz cálida y se mantiene firme en cualquier escritorio. Nuestras velas arden despacio y llenan la habitación con un suave aroma a lavanda. Riega tus plantas con esta regadera de dos litros, que tiene un pico largo para que no se derrame nada sobre la mesa.",
};

describe("the language of a text", () => {
  it.each([
    ["hr", "Lagana lanena košulja koja se lako održava i ugodna je na koži."],
    ["sr", "Lagana lanena košulja koja se lako održava i prijatna je na koži."],
    ["sr", "Лагана ланена кошуља која се лако одржава и пријатна је на кожи."],
    ["bs", "Lagana lanena košulja koja se lako održava i ugodna je na koži."],
    ["sl", "Lahka lanena srajca, ki jo je enostavno vzdrževati in je prijetna na koži."],
    ["nb", "Lett linskjorte som er enkel å vaske og god mot huden."],
    ["nn", "Lett linskjorte som er enkel å vaske og god mot huda."],
    ["sq", "Këmishë e lehtë prej liri që mirëmbahet kollaj dhe është e këndshme për lëkurën."],
    ["ca", "Camisa lleugera de lli, fàcil de cuidar i agradable a la pell."],
    ["cy", "Crys lliain ysgafn sy'n hawdd gofalu amdano ac yn braf ar y croen."],
    ["lb", "Liicht Léngenhiem, einfach ze fleegen an agreabel op der Haut."],
    ["mt", "Qmis ħafifa tal-għażel li hija faċli biex tieħu ħsiebha u komda fuq il-ġilda."],
    ["sw", "Shati jepesi la kitani ambalo ni rahisi kutunza na linapendeza kwenye ngozi."],
    ["eu", "Lihozko alkandora arina, zaintzeko erraza eta azalean atsegina."],
    ["zh-CN", "轻便的亚麻衬衫，易于打理，贴身舒适，适合温暖的日子。"],
    ["zh-TW", "輕便的亞麻襯衫，易於打理，貼身舒適，適合溫暖的日子。"],
  ])("is right in a short text of %s: %s", (locale, text) => {
    expect(severityOf(locale, text, plain)).toBeNull();
  });

  it.each([
    ["de", "Stainless Steel Water Bottle", "title"],
    ["de", "Soft linen shirt for women with long sleeves", "title"],
    ["fr", "Handmade Ceramic Coffee Mug with Lid", "title"],
    ["sv", "Folding Camping Chair with Cup Holder", "title"],
    ["pl", "Wooden Cutting Board for Bread and Cheese", "title"],
    ["it", "Warm wool blanket for cold evenings", "title"],
    ["zh-TW", "轻便的亚麻衬衫，易于打理，贴身舒适，适合温暖的日子，这个夏天为您带来凉爽。", "desc"],
    ["zh-CN", "輕便的亞麻襯衫，易於打理，貼身舒適，適合溫暖的日子，這個夏天為您帶來涼爽。", "desc"],
    ["uk", "Льняная рубашка с длинными рукавами, которую очень легко стирать и гладить дома.", "desc"],
    ["es", "A lâmpada dá uma luz quente e fica firme em qualquer secretária, para que não falte luz à noite.", "desc"],
  ])("is shown where a shop of %s gets: %s", (locale, text, contentType) => {
    expect(severityOf(locale, text, plain, contentType)).toBe("warn");
  });

  it.each([
    ["de", "Slim Fit Stretch Jeans", "title"],
    ["de", "Running Shoe Pro Max", "title"],
    ["de", "Softshell Jacket Herren", "title"],
    ["fr", "Sweat Oversize Crew Neck Homme", "title"],
    ["it", "Sneaker Low Top Classic White", "title"],
    ["de", "Fern & Field Ceramic Mug", "title"],
    ["en", "La Vie en Rose de Paris Silk Scarf", "title"],
    ["en", "Pizza Napoletana Margherita Kit", "title"],
    ["en", "Crème Brûlée Torch", "title"],
    ["de", "Yogamatte Eco Travel aus Naturkautschuk", "title"],
  ])("is not doubted for loan words and names in a shop of %s: %s", (locale, text, contentType) => {
    expect(severityOf(locale, text, plain, contentType)).toBeNull();
  });

  it("blocks a long text in another language, and shows a short one", () => {
    expect(severityOf("de", long.en, plain)).toBe("block");
    expect(severityOf("en", long.fr, plain)).toBe("block");
    expect(severityOf("de", long.en.slice(0, 60), plain)).toBe("warn");
    expect(severityOf("fr", long.fr, plain)).toBeNull();
  });

  it("never blocks a close relative, however long", () => {
    expect(severityOf("pt", long.es, plain)).toBe("warn");
    expect(severityOf("gl", long.es, plain)).not.toBe("block");
  });

  it("does not count names of the product, in whatever order", () => {
    const facts = { title: "Foulard de soie La Vie en Rose", vendor: "Maison du Lac" };
    expect(severityOf("de", "La Vie en Rose Foulard de Maison du Lac, Seide", facts, "title")).toBeNull();
  });

  it("counts the words of the title where the shop's own texts are in another language", () => {
    const facts = { title: "Stainless Steel Water Bottle", descriptionText: long.en };
    expect(severityOf("de", "Stainless Steel Water Bottle", facts, "title")).toBe("warn");
    expect(severityOf("en", "Stainless Steel Water Bottle", facts, "title")).toBeNull();
  });
});

describe("the product's own name", () => {
  const shop = {
    vendor: "Nordkey",
    descriptionText: "A keyboard with hot-swap switches and keycaps that are made to last for many years on your desk.",
  };
  it.each([
    ["zh-TW", "Mechanical Keyboard TKL", "Mechanical Keyboard TKL 87鍵熱插拔機械鍵盤"],
    ["zh", "Portable Espresso Maker Nano", "Portable Espresso Maker Nano 便携式咖啡机"],
    ["ja", "Wireless Noise Cancelling Headphones", "Wireless Noise Cancelling Headphones ワイヤレスヘッドホン"],
    ["ko", "Mechanical Keyboard TKL", "Mechanical Keyboard TKL 기계식 키보드"],
    ["ru", "Mechanical Keyboard TKL, hot-swap", "Клавиатура Mechanical Keyboard TKL"],
    ["th", "Folding Camping Chair Lite", "Folding Camping Chair Lite เก้าอี้แคมป์ปิ้ง"],
  ])("in Latin letters is of no language: %s %s", (locale, title, text) => {
    expect(severityOf(locale, text, { ...shop, title }, "title")).toBeNull();
  });

  it("alone is no text of another script", () => {
    const title = "Mechanical Keyboard with Wireless Numeric Pad";
    expect(severityOf("zh-TW", title, { ...shop, title }, "title")).not.toBeNull();
  });
});
