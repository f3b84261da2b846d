import { describe, expect, it, test } from "vitest";
import { readWordStatements } from "../../../app/quality/statements/read-words.ts";
import { claimsOf } from "../../support/read-claims.ts";

describe("reading statements in words", () => {
  test("an English text states properties with their polarity", () => {
    expect(claimsOf("en", "It is vegan and dishwasher-safe.")).toEqual(["vegan", "dishwasher-safe"]);
    expect(claimsOf("en", "It is not waterproof.")).toEqual(["waterproof denied"]);
    expect(claimsOf("en", "It isn't vegan, but it is organic.")).toEqual(["vegan denied", "organic"]);
    expect(claimsOf("en", "Neither vegan nor waterproof.")).toEqual(["vegan denied", "waterproof denied"]);
    expect(claimsOf("en", "Anything but waterproof.")).toEqual(["waterproof denied"]);
    expect(claimsOf("en", "Not only vegan, but recycled.")).toEqual(["vegan", "recycled"]);
  });

  test("a negation that may be about another word makes no statement", () => {
    expect(claimsOf("en", "Do not soak the handmade bowl.")).toEqual([]);
  });

  test("a question states nothing", () => {
    expect(claimsOf("en", "Is it waterproof?")).toEqual([]);
    expect(claimsOf("en", "Is it waterproof? It is vegan.")).toEqual(["vegan"]);
  });

  test("contents are denied, possible or contained", () => {
    expect(claimsOf("en", "Gluten-free, without parabens or sulphates.")).toEqual([
      "gluten denied",
      "parabens denied",
      "sulphates denied",
    ]);
    expect(claimsOf("en", "May contain nuts.")).toEqual(["nuts possible"]);
    expect(claimsOf("en", "Contains milk and egg.")).toEqual(["milk", "egg"]);
    expect(claimsOf("en", "With 0 % sugar.")).toEqual(["sugar denied"]);
    expect(claimsOf("en", "Lovely with a glass of milk.")).toEqual([]);
    expect(claimsOf("de", "Zuckerfrei, ohne Gluten und BPA-frei.")).toEqual([
      "sugar denied",
      "gluten denied",
      "bpa denied",
    ]);
    expect(claimsOf("de", "Kann Spuren von Nüssen enthalten.")).toEqual(["nuts possible"]);
    expect(claimsOf("en", "A hands-free, stress-free morning.")).toEqual([]);
    expect(claimsOf("en", "It is quinoa-free.")).toEqual(["quinoa denied"]);
  });

  test("materials carry form and share", () => {
    expect(claimsOf("en", "95% cotton, 5% elastane")).toEqual(["cotton 95%", "elastane 5%"]);
    expect(claimsOf("en", "Made of solid oak.")).toEqual(["oak solid"]);
    expect(claimsOf("en", "Oak veneer")).toEqual(["oak veneer"]);
    expect(claimsOf("en", "gold-plated brass")).toEqual(["gold plated", "brass"]);
    expect(claimsOf("en", "A vegan leather bag")).toEqual(["leather imitation"]);
    expect(claimsOf("de", "Tisch aus massiver Eiche")).toEqual(["oak solid"]);
    expect(claimsOf("de", "Baumwolle 95 %")).toEqual(["cotton 95%"]);
    expect(claimsOf("en", "No leather.")).toEqual(["leather denied"]);
  });

  test("comparisons, styling and idioms name no material", () => {
    for (const text of [
      "Pair it with a leather belt.",
      "As soft as silk.",
      "It feels like linen.",
      "An alternative to plastic.",
      "Sweet as cotton candy.",
      "The smell of fresh linen.",
      "A lino print.",
      "Patent leather look-alike of the organic shape.",
    ]) {
      expect(claimsOf("en", text), text).toEqual([]);
    }
    for (const text of ["seidenweich und seidenmatt", "Passend für alle Leinen", "weich wie Seide", "seidiger Glanz"]) {
      expect(claimsOf("de", text), text).toEqual([]);
    }
  });

  test("an origin has an act and a place", () => {
    expect(claimsOf("en", "Made in Italy.")).toEqual(["IT made"]);
    expect(claimsOf("en", "Made with love in Portugal.")).toEqual(["PT made"]);
    expect(claimsOf("en", "Designed in Sweden, made in Portugal.")).toEqual(["SE designed", "PT made"]);
    expect(claimsOf("en", "Handmade in Bath.")).toEqual(["handmade", "bath made"]);
    expect(claimsOf("de", "In Portugal von Hand gefertigt.")).toEqual(["PT made", "handmade"]);
    expect(claimsOf("en", "Portugal", "country_of_origin")).toEqual(["PT made"]);
    expect(claimsOf("en", "US made")).toEqual(["US made"]);
    expect(claimsOf("en", "Layouts: ISO-UK and ANSI-US\nMade to be used often")).toEqual([]);
  });

  test("made in minutes, batches or a fit is no origin", () => {
    for (const text of ["Made in small batches.", "Made in minutes.", "Made in a relaxed fit."]) {
      expect(claimsOf("en", text), text).toEqual([]);
    }
    expect(claimsOf("de", "Hergestellt in kleinen Serien.")).toEqual([]);
  });

  test("schemes keep their number, and small letters make none", () => {
    expect(claimsOf("en", "OEKO-TEX Standard 100")).toEqual(["oeko-tex 100"]);
    expect(claimsOf("en", "Meets EN 71-3 and ISO 9001.")).toEqual(["en 71-3", "iso 9001"]);
    expect(claimsOf("en", "An award-winning lamp, dermatologically tested.")).toEqual([
      "award",
      "dermatologically tested",
    ]);
    expect(claimsOf("es", "Hecho en 1990")).toEqual([]);
  });

  test("terms have a duration, and a guarantee that is a verb is none", () => {
    expect(claimsOf("en", "2-year warranty, lifetime guarantee")).toEqual(["warranty 2-year", "warranty lifetime"]);
    expect(claimsOf("en", "Free shipping.")).toEqual(["shipping free"]);
    expect(claimsOf("de", "5 Jahre Garantie")).toEqual(["warranty 5 Jahre"]);
    expect(claimsOf("en", "It guarantees to lift your mood.")).toEqual([]);
  });

  test("colours and sizes are members where the product comes in them", () => {
    expect(claimsOf("en", "It comes in navy and forest green.")).toEqual(["color navy", "color dark green"]);
    expect(claimsOf("en", "Available in sizes S to XL.")).toEqual(["size s", "size xl"]);
    expect(claimsOf("en", "Made for a green planet.")).toEqual([]);
    expect(claimsOf("en", "Navy, Ecru", "Colour")).toEqual(["color navy", "color off-white"]);
  });

  test("compatibility is a name", () => {
    expect(claimsOf("en", "Fits iPhone 15 Pro and Galaxy S23.")).toEqual(["with iphone 15 pro", "with galaxy s23"]);
    expect(claimsOf("en", "Fits true to size.")).toEqual([]);
    expect(claimsOf("de", "Kompatibel mit Bosch GSR 18.")).toEqual(["with bosch gsr 18"]);
  });

  test("superlatives compare with all others", () => {
    expect(claimsOf("en", "The world's lightest bag.")).toEqual(["the world's lightest"]);
    expect(claimsOf("en", "Our best-selling mug.")).toEqual(["best-selling"]);
    expect(claimsOf("en", "The world's oceans.")).toEqual([]);
  });
});

describe("a list of what is offered", () => {
  it("ends with its line: the next bullet's words are none of it", () => {
    const said = readWordStatements("Choose from these colours: Black and Ecru\nClear design that lasts", {
      locale: "en",
    });
    expect(said.flatMap((one) => (one.kind === "member" ? [one.quote] : []))).toEqual(["Black", "Ecru"]);
  });
});
