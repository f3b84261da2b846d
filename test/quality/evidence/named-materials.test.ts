import { expect, it } from "vitest";
import { byNamedPart } from "../../../app/quality/evidence/named-materials.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { readWordStatements } from "../../../app/quality/statements/read-words.ts";
import { someFacts } from "../../support/content/facts.ts";

/** What the fields of a product make of the first material of a sentence. */
function verdictOf(locale: string, sentence: string, attributes: { name: string; value: string }[]): string {
  const book = readFacts({ ...someFacts({ attributes }), locale });
  const statement = readWordStatements(sentence, { locale }).find((one) => one.kind === "material");
  if (statement?.kind !== "material") return "no material";
  return byNamedPart(book, { statement, sentence }, locale)?.verdict ?? "unknown";
}

it("a part that a sentence names is of the material of the field of that name, in any language", () => {
  expect(verdictOf("ru", "Рукоять из дуба.", [{ name: "Рукоять", value: "латунь" }])).toBe("refuted");
  expect(verdictOf("fr", "Des poignées en hêtre massif.", [{ name: "Poignées", value: "Aluminium" }])).toBe("refuted");
  expect(verdictOf("en", "The handle is made of oak.", [{ name: "Handle", value: "Walnut wood" }])).toBe("refuted");
  expect(verdictOf("es", "En un recipiente de cerámica.", [{ name: "Recipiente", value: "acero" }])).toBe("refuted");
});

it("another part, two parts or materials, and a wider word of the same material stay open", () => {
  const handle = [{ name: "Handle", value: "Walnut wood" }];
  expect(verdictOf("en", "The blade is made of steel.", handle)).toBe("unknown");
  expect(verdictOf("en", "The handle meets a blade of steel and brass.", handle)).toBe("unknown");
  expect(verdictOf("en", "It has a sturdy handle and a sheath of oak.", handle)).toBe("unknown");
  expect(verdictOf("de", "Mit festem Griff und einer Hülle aus Eiche.", [{ name: "Griff", value: "Nussbaum" }])).toBe(
    "unknown",
  );
  expect(verdictOf("en", "The handle is solid wood.", handle)).not.toBe("refuted");
  expect(verdictOf("en", "The handle is made of oak.", [{ name: "Handle", value: "removable" }])).toBe("unknown");
});

it("the words of a field's name and value together support a material", () => {
  expect(verdictOf("cs", "Čistý sójový vosk.", [{ name: "Vosk", value: "100% sójový" }])).toBe("supported");
  expect(verdictOf("cs", "Z včelího vosku.", [{ name: "Vosk", value: "100% sójový" }])).not.toBe("supported");
});
