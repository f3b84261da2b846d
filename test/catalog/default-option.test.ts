import { expect, it } from "vitest";
import { assembleProduct } from "../../app/catalog/assemble-product.ts";
import { parseBulkLine } from "../../app/catalog/bulk-line.ts";
import { linesOf } from "./catalogue-world.ts";

/** A product with one variant of one option, as a bulk result brings it. */
function withOption(name: string, value: string, more: Record<string, unknown> = {}) {
  const [product = "", variant = ""] = linesOf({ n: 1, variants: 1 });
  const own = { ...JSON.parse(product), options: [{ name, values: [value] }], ...more };
  const one = { ...JSON.parse(variant), title: value, selectedOptions: [{ name, value }] };
  const [node, child] = [own, one].map((line) => parseBulkLine(JSON.stringify(line)));
  if (node?.kind !== "product" || child?.kind !== "child") throw new Error("no product and variant");
  return assembleProduct(node.node, [child.child]);
}

it.each([
  ["Title", "Default Title"], ["Title", "Default"], ["title", "default title"], ["Titel", "Standardtitel"],
  ["Titre", "Titre par défaut"], ["Título", "Título predeterminado"], ["Titulo", "Título padrão"], ["Titolo", "Titolo predefinito"],
  ["Tytuł", "Domyślny tytuł"], ["タイトル", "デフォルトのタイトル"], ["标题", "默认标题"], ["제목", "기본 제목"], ["Başlık", "Varsayılan Başlık"],
  ["Заголовок", "Заголовок по умолчанию"], ["Cím", "Alapértelmezett cím"], ["Τίτλος", "Προεπιλεγμένος τίτλος"],
])("the option %s = %s of a product without options is no fact", (name, value) => {
  const { facts, variants } = withOption(name, value);
  expect([facts.options, variants[0]?.options]).toEqual([[], []]);
}); // biome-ignore format: a table

it("an option of any name is no fact where Shopify marks the variant as the default one", () => {
  const { facts, variants } = withOption("Nimi", "Vakio", { hasOnlyDefaultVariant: true });
  expect([facts.options, variants[0]?.options]).toEqual([[], []]);
});

it.each([
  ["Size", "One Size"], ["Title", "The Slow Garden"], ["Farbe", "Standard"], ["Material", "Standardmaterial"],
])("the option %s = %s of a product with options is a fact", (name, value) => {
  const { facts, variants } = withOption(name, value, { hasOnlyDefaultVariant: false });
  expect([facts.options, variants[0]?.options]).toEqual([[{ name, values: [value] }], [{ name, value }]]);
}); // biome-ignore format: a table
