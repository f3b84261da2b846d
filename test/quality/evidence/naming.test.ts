import { expect, it } from "vitest";
import { assessText } from "../../../app/quality/evidence/assess-text.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";
import { affirmingNames, agreeingNames, type NamingRow } from "./naming-rows.ts";

const descriptions = ["Description", "Beschreibung", "Beschrijving", "Açıklama"];

/** The sentences of a row that a finding blocks, and those that none does. */
function judged([locale, facts, sentences]: NamingRow): { blocked: string[]; free: string[] } {
  const fields = facts.split(/; (?=[^;:]{1,40}:)/).map((field) => {
    const at = field.indexOf(":");
    return { name: field.slice(0, at), value: field.slice(at + 1).trim() };
  });
  const isDescription = ({ name }: { name: string }) => descriptions.includes(name);
  const bare = { title: "N 7", productType: "", category: "", tags: [], options: [], images: [] };
  const descriptionText = fields.find(isDescription)?.value ?? "";
  const attributes = fields.filter((field) => !isDescription(field));
  const book = readFacts({ ...someFacts({ ...bare, descriptionText, attributes }), locale });
  const isBlocked = (text: string) =>
    assessText(book, { contentType: "desc", text, locale }).found.some(
      ({ severity = "block" }) => severity === "block",
    );
  const all = sentences.split(" | ");
  return { blocked: all.filter(isBlocked), free: all.filter((text) => !isBlocked(text)) };
}

it("a true sentence that names what a field denies or is not is never blocked, in 29 languages", () => {
  expect(agreeingNames.flatMap((row) => judged(row).blocked)).toEqual([]);
});

it("a sentence that affirms what a field says no to by its name is blocked", () => {
  expect(affirmingNames.flatMap((row) => judged(row).free)).toEqual([]);
});
