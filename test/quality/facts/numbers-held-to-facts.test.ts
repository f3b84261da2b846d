import { describe, expect, it } from "vitest";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { bareFacts, numberVerdicts, someVariant } from "../../support/content/verdicts.ts";

const stated = (name: string, value: string) =>
  readFacts(bareFacts({ attributes: [{ name, value }] }))
    .statements("quantity")
    .map((one) =>
      one.kind === "quantity" ? `${one.role} ${one.quantity.values.join("/")} ${one.quantity.units[0]?.dimension}` : "",
    );

describe("a number has the unit and the role that its label names", () => {
  it.each([
    ["Protein", "18 g", ["protein 18 mass"]],
    ["Eiweiß", "18 g", ["protein 18 mass"]],
    ["Length (cm)", "74", ["length 74 length"]],
    ["Länge [mm]", "740", ["length 740 length"]],
    ["Length, cm", "74", ["length 74 length"]],
    ["Largeur en cm", "12", ["width 12 length"]],
    ["Peso (kg)", "1,2", ["weight 1.2 mass"]],
    ["Hoogte (cm)", "30", ["height 30 length"]],
    ["Wysokość (cm)", "30", ["height 30 length"]],
    ["Dimensions (W x D x H)", "60 x 40 x 30 cm", ["width 60 length", "depth 40 length", "height 30 length"]],
    ["Maße (B x T x H)", "60 x 40 x 30 cm", ["width 60 length", "depth 40 length", "height 30 length"]],
    ["Size (12)", "74", ["null 74 undefined"]],
  ])("%s = %s", (name, value, expected) => {
    expect(stated(name, value)).toEqual(expected);
  }); // biome-ignore format: a table
});

describe("what the parcel weighs", () => {
  const parcel = { variants: [someVariant({ weightGrams: 900 })] };

  it.each([
    ["It weighs 900 g.", "en"], ["0.9 kg of weight", "en"], ["Wiegt 900 g", "de"], ["Il pèse 900 g", "fr"], ["Pesa 900 g", "es"],
    ["Pesa 900 g", "it"], ["Weegt 900 g", "nl"],
  ])("does not back what the product weighs: %s", (text, locale) => {
    expect(numberVerdicts(text, parcel, locale)).toEqual(["unknown"]);
  }); // biome-ignore format: a table

  it.each([
    ["Shipping weight: 900 g", "en"], ["Versandgewicht 0,9 kg", "de"], ["Peso de envío: 900 g", "es"], ["Verzendgewicht 900 g", "nl"],
  ])("backs what it is sent with: %s", (text, locale) => {
    expect(numberVerdicts(text, parcel, locale)).toEqual(["supported"]);
  }); // biome-ignore format: a table

  it("gives way to the weight that the merchant names", () => {
    const attributes = [{ name: "Weight", value: "240 g", source: "merchant" }];
    expect(numberVerdicts("Weighs 240 g", { ...parcel, attributes })).toEqual(["supported"]);
    expect(numberVerdicts("Weighs 900 g", { ...parcel, attributes })).toEqual(["refuted"]);
  });
});

describe("the number of an option's values", () => {
  const options = [{ name: "Color", values: ["Black", "Sand", "Olive", "Red"] }];

  it.each([
    ["Available in 4 colours.", "en"], ["Comes in four colors", "en"], ["In vier Farben erhältlich", "de"],
    ["Disponible en 4 coloris", "fr"], ["Disponible en cuatro colores", "es"], ["Disponibile in 4 colori", "it"],
    ["Verkrijgbaar in 4 kleuren", "nl"], ["Disponível em 4 cores", "pt"], ["Dostępny w 4 kolorach", "pl"],
    ["Finns i 4 färger", "sv"], ["Fås i 4 farver", "da"], ["全4色", "ja"], ["4가지 색상", "ko"],
  ])("backs a count of that option in whatever language: %s", (text, locale) => {
    expect(numberVerdicts(text, { options }, locale)).toEqual(["supported"]);
  }); // biome-ignore format: a table

  it.each(["4 pockets", "Four handles", "A pack of 4 pieces", "A set of 4", "Runs on 4 V", "4 kg", "5 colours"])(
    "backs no other number: %s",
    (text) => {
      expect(numberVerdicts(text, { options })).not.toContain("supported");
    },
  );

  it("backs a count of an option that has a name of its own", () => {
    const grinds = [{ name: "Grind", values: ["Whole bean", "Espresso", "Moka pot"] }];
    expect(numberVerdicts("Choose from 3 grinds", { options: grinds })).toEqual(["supported"]);
  });
});

describe("pieces of a product", () => {
  it.each([
    ["Bausteine natur", "Teile", "50", "Fünfzig Bausteine aus Holz", "de"], ["Building blocks", "Pieces", "50", "50 blocks of beech", "en"],
    ["Skruv M8", "Antal", "25", "25 skruvar i rostfritt stål", "sv"], ["Bougies", "Quantité", "6", "Six bougies parfumées", "fr"],
    ["Velas", "Cantidad", "6", "6 velas aromáticas", "es"], ["Candele", "Quantità", "6", "6 candele", "it"],
  ])("are counted by its own name: %s, %s = %s", (title, name, value, text, locale) => {
    expect(numberVerdicts(text, { title, attributes: [{ name, value }] }, locale)).toEqual(["supported"]);
  }); // biome-ignore format: a table

  it("are no count of something else", () => {
    const attributes = [{ name: "Pieces", value: "50" }];
    expect(numberVerdicts("50 colours", { title: "Building blocks", attributes })).not.toContain("supported");
  });
});

describe("the values of variants", () => {
  const options = [{ name: "Length", values: ["12 cm", "30 cm", "45 cm"] }];

  it.each(["30 cm long", "Also 45 cm", "from 12 to 45 cm", "12–45 cm", "a length of 300 mm"])(
    "are all true of the product: %s",
    (text) => {
      expect(numberVerdicts(text, { options })).toEqual(["supported"]);
    },
  );

  it.each([
    ["In size 42", "en"],
    ["En talla 42", "es"],
    ["i storlek 42", "sv"],
    ["in Größe 40", "de"],
  ])("are sizes by whatever name: %s", (text, locale) => {
    const sizes = [{ name: "Size", values: ["38", "40", "42"] }];
    expect(numberVerdicts(text, { options: sizes }, locale)).toEqual(["supported"]);
  });

  it("are no counts of something else", () => {
    const sizes = [{ name: "Size", values: ["38", "40", "42"] }];
    expect(numberVerdicts("With 42 pockets and 38 buttons", { options: sizes })).not.toContain("supported");
  });

  it("refute a value that none of them has", () => {
    expect(numberVerdicts("50 cm long", { options })).toEqual(["refuted"]);
  });
});

describe("prices", () => {
  const variants = [someVariant({ price: "79.90" }), someVariant({ id: "2", price: "99.00" })];
  const verdicts = (text: string, locale: string, currency?: string) =>
    numberVerdicts(text, { variants, ...(currency ? { currency } : {}) }, locale);

  it.each([
    ["Now 79.90 €", "en"], ["ab 79,90 €", "de"], ["EUR 99", "en"], ["from 79.90 to 99.00 EUR", "en"], ["99,00 euros", "fr"],
  ])("are held to the shop's currency: %s", (text, locale) => {
    expect(verdicts(text, locale, "EUR")).toEqual(["supported"]);
  }); // biome-ignore format: a table

  it.each([
    ["Only $79.90", "en"],
    ["79.90 zł", "pl"],
    ["79,90 kr", "sv"],
    ["£99", "en"],
    ["Now 59.90 €", "en"],
  ])("refute another currency and another price: %s", (text, locale) => {
    expect(verdicts(text, locale, "EUR")).toEqual(["refuted"]);
  });

  it("back their number where nobody knows the shop's currency", () => {
    expect(verdicts("Now 79.90 €", "en")).toEqual(["supported"]);
  });
});

describe("SKUs and barcodes", () => {
  const barcodes = ["4006381333931", "B08N5WRWNW", "36", "1500 g"].map((value) => ({ value, type: null }));
  const variants = [someVariant({ sku: "AB-36", barcode: "4006381333931", barcodes })];

  it.each(["AB-36", "ab36", "EAN 4006381333931", "GTIN: 4006381333931", "4006381333931", "ASIN B08N5WRWNW"])(
    "back themselves: %s",
    (text) => {
      expect(numberVerdicts(text, { variants })).toEqual(["supported"]);
    },
  );

  it.each([
    "36 pockets",
    "A set of 36",
    "36 cm",
    "4006381333931 pieces",
    "AB-37",
    "4006381333931 g",
    "Weighs 1500 g",
    "1.5 kg of linen",
  ])("back no number that their digits happen to be: %s", (text) => {
    expect(numberVerdicts(text, { variants })).not.toContain("supported");
  });
});

describe("facts that are no evidence", () => {
  it.each(["{{ product.price }}", "https://shop.example/5000-mah", "+49 30 1234 5678"])(
    "state nothing: %s",
    (value) => {
      expect(readFacts(bareFacts({ attributes: [{ name: "Note", value }] })).statements()).toEqual([]);
    },
  );

  it("state what is left of them without links and phone numbers", () => {
    const attributes = [{ name: "Battery", value: "5000 mAh, see https://shop.example/6000-mah" }];
    expect(numberVerdicts("5000 mAh", { attributes })).toEqual(["supported"]);
    expect(numberVerdicts("6000 mAh", { attributes })).toEqual(["refuted"]);
  });
});
