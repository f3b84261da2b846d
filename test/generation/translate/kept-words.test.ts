import { expect, it } from "vitest";
import { keptWords } from "../../../app/generation/translate/kept-words.ts";
import { someFacts } from "../../support/content/facts.ts";

it("the vendor and the codes of a title stay as they are, and amounts do not", () => {
  const facts = someFacts({ title: "Makita charger GAL 18V-40, 500ML", vendor: "Makita", variants: [] });
  expect(keptWords(facts)).toEqual(["Makita", "GAL 18V-40"]);
});
