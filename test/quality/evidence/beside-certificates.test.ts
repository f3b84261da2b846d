import { expect, it } from "vitest";
import { misjudged } from "../../support/content/hold-to-facts.ts";

const gots = `Material: organic cotton (GOTS)
  Length: 70 cm, 90 cm`;
const fsc = `Certificate: OEKO-TEX Standard 100
  Norm: FSC
  Material: oak wood
  Length: 120 cm`;

it.each([
  ["de", gots, "Bio-Baumwolle mit GOTS\n70 cm oder 90 cm lang"],
  ["fr", gots, "Coton bio certifié GOTS\n70 cm ou 90 cm"],
  ["it", gots, "Cotone bio certificato GOTS\n70 cm o 90 cm"],
  ["en", gots, "Organic cotton, certified by GOTS\n70 cm or 90 cm"],
  ["en", gots, "Certified by GOTS: 70 cm or 90 cm long."],
  ["en", gots, "Certified by GOTS; 70 cm or 90 cm long."],
  ["es", gots, "Algodón con GOTS\n70 cm o 90 cm"],
  ["nl", gots, "Biokatoen met GOTS\n70 cm of 90 cm lang"],
  ["en", fsc, "OEKO-TEX Standard 100\n120 cm long"],
  ["pl", fsc, "Drewno FSC\n120 cm"],
  ["de", fsc, "Holz mit FSC\n120 cm lang"],
  ["ja", fsc, "FSC認証\n120 cm"],
])("a number of the next line is none of a certificate: %s %#", (locale, facts, text) => {
  expect(misjudged({ locale, facts, blocked: [], silent: [text] })).toEqual([]);
});

it("a number beside it is", () => {
  expect(misjudged({ locale: "en", facts: fsc, blocked: ["OEKO-TEX Standard 200"], silent: [] })).toEqual([]);
});
