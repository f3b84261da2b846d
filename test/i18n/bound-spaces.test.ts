import { expect, it } from "vitest";
import { loadAnswers } from "../../app/i18n/load-answers.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";

it("no line of French ends before its signs, and none of German before an ellipsis", async () => {
  const said = async (locale: "fr" | "de") => JSON.stringify([await loadCatalog(locale), await loadAnswers(locale)]);
  const [french, german] = [await said("fr"), await said("de")];
  expect(french).toContain("Pourquoi\u00a0?");
  expect(french.match(/.{0,20}(?: [:;!?»]|« )/g)).toBeNull();
  expect(german).toContain("Texte schreiben\u00a0…");
  expect(german.match(/.{0,20} …/g)).toBeNull();
});
