import { about, type Case, p, type Setting } from "./run-case.ts";

/** A description whose text stays as it is. */
function says(what: string, words: string, codes: string[], setting: Setting = {}): Case {
  return [what, "desc", p(about(words)), p(about(words)), codes, setting];
}
const U = ["UNSUPPORTED_FACT"];
/** A fact says otherwise. */
const C = ["CONTRADICTED_FACT"];
const attribute = (name: string, value: string): Setting => ({ facts: { attributes: [{ name, value }] } });
const colors = (attributeName: string, values: string[], more: Setting = {}): Setting => ({
  ...more,
  facts: { options: [{ name: attributeName, values }] },
  config: { client: { validation_entities: ["COLOR"], false_words_entity_map: { COLOR: attributeName } } },
});
const sizes = (values: string[]): Setting => ({
  facts: { options: [{ name: "Size", values }], variants: [] },
  config: { client: { validation_entities: ["SIZE"], false_words_entity_map: { SIZE: "Size" } } },
});
const named = (more: Setting = {}): Setting => ({
  ...more,
  config: { client: { validation_entities: ["PRODUCT_NAME"] } },
});
const german = (words: string) =>
  `Das Hemd aus Leinen ist für warme Tage gemacht und ${words}, wenn es draußen heiß wird.`;
const saysGerman = (what: string, words: string, codes: string[], setting: Setting = {}): Case => [
  what,
  "desc",
  p(german(words)),
  p(german(words)),
  codes,
  { locale: "de", ...setting },
];

export const factCases: Case[] = [
  // Materials without a percentage
  says("a material of the product", "is made of linen", []),
  says("another material", "is made of cotton", U),
  says("another material in a compound", "has cotton-lined pockets", U),
  says("a material that the product also has", "is lined with silk", [], attribute("Lining", "Silk")),
  says("a material known in another language", "is made of cotton", [], attribute("Stoff", "Baumwolle")),
  says("leather", "has leather patches", U),
  says("faux leather, which no fact speaks of", "has faux leather patches", U),
  says("silk-like is no silk", "feels silk-like", []),
  says("silky is no silk", "feels silky", []),
  says("bed linen says nothing of cotton", "matches your bed linen", []),
  says("polyester", "is mixed with polyester", U),
  says("nylon", "is sewn with nylon", U),
  says("elastane by its brand", "has a touch of Lycra", U),
  says("elastane by another name", "has a touch of spandex", [], attribute("Fabric", "95% linen, 5% elastane")),
  says("a comparison with merino", "is as warm as merino", []),
  says("a comparison with cashmere", "is as soft as cashmere", []),
  says("hemp", "is woven from hemp", U),
  says("bamboo", "has bamboo buttons", U),
  says("stainless steel", "has stainless steel buttons", U),
  says("down to the last detail is no material", "is made with care down to the last detail", []),
  says("golden hour is no material", "is made for the golden hour", []),
  saysGerman("cotton in German", "ist aus Baumwolle", U),
  saysGerman("cotton in German compounds", "hat Baumwollfutter", U),
  saysGerman("wollen is no wool", "bleibt so, wie wir es wollen", []),
  saysGerman("leather in German", "hat Ecken aus Leder", U),
  saysGerman("silk in German, backed", "glänzt wie Seide", [], attribute("Material", "Silk and linen")),
  [
    "cotton in French",
    "desc",
    p("La chemise est faite pour les jours chauds. Elle est en coton, avec des poches pour vos clés."),
    p("La chemise est faite pour les jours chauds. Elle est en coton, avec des poches pour vos clés."),
    C,
    { locale: "fr" },
  ],
  [
    "leather in Spanish",
    "desc",
    p("La camisa es para los días cálidos y se lleva con un cinturón de cuero en la playa."),
    p("La camisa es para los días cálidos y se lleva con un cinturón de cuero en la playa."),
    U,
    { locale: "es" },
  ],
  ["a material in a title", "title", "Cotton Shirt Ravello", "Cotton Shirt Ravello", U],
  [
    "a material in a bullet",
    "bullets",
    ["Soft cotton against the skin", "Two chest pockets", "An easy fit for all"],
    ["Soft cotton against the skin", "Two chest pockets", "An easy fit for all"],
    U,
  ],
  // Certificates
  says("OEKO-TEX", "carries the OEKO-TEX label", U),
  says("OEKO-TEX, backed", "carries the OEKO-TEX label", [], attribute("Label", "OEKO-TEX")),
  says("GOTS", "is GOTS made", U),
  says("FSC", "comes in an FSC box", U),
  says("Fairtrade", "is a Fairtrade shirt", U),
  says("vegan", "is vegan", U),
  says("vegan, backed", "is vegan", [], attribute("Vegan", "Yes")),
  says("organic", "is an organic shirt", U),
  says("recycled", "has recycled buttons", U),
  says("biodegradable", "has biodegradable buttons", U),
  says("hypoallergenic", "is hypoallergenic", U),
  says("waterproof", "stays waterproof", U),
  says("an award", "is an award-winning piece", U),
  says("patented", "has a patented seam", U),
  says("a warranty", "has a warranty", U),
  says("free shipping", "has free delivery", U),
  says("made in a country", "is made in Italy", U),
  says("made in a country, backed", "is made in Italy", [], { facts: { descriptionText: "Made in Italy." } }),
  says("handmade", "is hand-crafted", U),
  says("clinically proven", "is clinically proven", U),
  says("a norm", "meets ISO 9001", U),
  says("CE", "is CE marked", U),
  says("gluten-free", "is gluten-free", U),
  saysGerman("organic in German", "ist bio-zertifiziert", U),
  saysGerman("handmade in German", "wird handgefertigt", U),
  // Numbers and units
  says("the weight", "weighs 240 g", []),
  says("the weight in kilograms", "weighs 0.24 kg", []),
  says("another weight", "weighs 200 g", C),
  says("the length", "is 74 cm long", []),
  says("the length in metres", "is 0.74 m long", []),
  says("another length", "is 80 cm long", C),
  says("a percentage of the product", "is 100% linen", []),
  says("another percentage", "is 50% linen", C),
  says("a year", "is the shirt of 2024", U),
  says("a price of the product", "costs €79.90", []),
  says("another price", "costs €59.90", C),
  says("how many colors there are", "comes in 3 colors", []),
  says("how many there are not", "comes in 7 colors", C),
  says("a code", "beats the X200", U),
  says("a rating", "has 4.8 stars", U),
  says("a rating that customers wrote is no fact", "has 4.8 stars", U, {
    facts: { attributes: [{ name: "Reviews", value: "4.8 stars" }] },
    config: { client: { review_attributes: ["Reviews"] } },
  }),
  says("reviews are no facts without a setting either", "weighs 199 g", U, attribute("Reviews", "It weighs 199 g")),
  says("an attribute that the config calls reviews is no fact", "weighs 199 g", U, {
    facts: { attributes: [{ name: "Voices", value: "It weighs 199 g" }] },
    config: { client: { review_attributes: ["Voices"] } },
  }),
  says("the same attribute without that setting is one", "weighs 199 g", [], attribute("Voices", "It weighs 199 g")),
  // Colours
  says("a color of the product", "comes in black", [], colors("Colour", ["Black"])),
  says("another color", "comes in green", C, colors("Colour", ["Black"])),
  says("a color in another language", "comes in black", [], colors("Farbe", ["Schwarz"])),
  saysGerman("a German color word", "ist schwarz", [], colors("Colour", ["Black"])),
  saysGerman("another German color word", "ist grün", U, colors("Colour", ["Black"])),
  says("a color inside the attribute's value", "comes in blue", [], colors("Colour", ["Ocean blue"])),
  says("a color that the title says", "comes in red", [], {
    ...colors("Colour", ["Black"]),
    facts: { title: "Red Shirt", options: [{ name: "Colour", values: ["Black"] }] },
  }),
  says("without the setting colors are free", "comes in green", []),
  says("navy", "comes in navy", C, colors("Colour", ["Black"])),
  says("redder words are no color", "is a required piece", [], colors("Colour", ["Black"])),
  says("the entity alone finds the attribute", "comes in green", U, {
    config: { client: { validation_entities: ["COLOR"] } },
  }),
  says("the entity alone finds the color too", "comes in black", [], {
    config: { client: { validation_entities: ["COLOR"] } },
  }),
  says("the map alone is enough", "comes in green", U, {
    config: { client: { false_words_entity_map: { COLOR: "Color" } } },
  }),
  says("an attribute that is not there backs nothing", "comes in black", U, {
    config: { client: { validation_entities: ["COLOR"], false_words_entity_map: { COLOR: "Shade" } } },
  }),
  says("an entity that nobody knows checks nothing", "comes in green", [], {
    config: { client: { validation_entities: ["SMELL"] } },
  }),
  ["a color in a title", "title", "Green Linen Shirt", "Green Linen Shirt", U, colors("Colour", ["Black"])],
  // Sizes
  says("a size of the product", "comes in size M", [], sizes(["S", "M"])),
  says("another size", "comes in size L", ["CONTRADICTED_FACT"], sizes(["S", "M"])),
  says("a size on its own", "comes up to XXL", U, sizes(["S", "M"])),
  says("XXL and 2XL are the same", "comes up to XXL", [], sizes(["S", "2XL"])),
  says("a size in words", "comes in size medium", [], sizes(["M"])),
  says("another size in words", "comes in size large", U, sizes(["M"])),
  says("a number as a size", "comes in size 42", [], sizes(["40", "42"])),
  says("one size fits all", "is one size fits all", U, sizes(["S"])),
  says("one size, backed", "is one size fits all", [], sizes(["One size"])),
  says("a letter is no size", "has an L-shaped seam", [], sizes(["S"])),
  says("without the setting sizes are free", "comes up to XXL", []),
  // Names
  says("the product's own name", "is called Linen Shirt Ravello", [], named()),
  says("another product's name", "beats the Coast Line Classic", U, named()),
  says("a trademark", "is finished with Teflon™", U, named()),
  says("a trademark of the product", "is finished with Teflon™", [], named(attribute("Finish", "Teflon"))),
  says("a name with a capital inside", "goes with QuantumTech", U, named()),
  says("the brand", "is a piece of Fern Field style", [], named({ facts: { vendor: "Fern Field" } })),
  saysGerman("German nouns are no names", "passt zu Hose und Jacke", [], named()),
  says("without the setting names are free", "beats the Coast Line Classic", []),
];
