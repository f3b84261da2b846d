import { expect, it } from "vitest";
import {
  claimless,
  type LabelledProduct,
  labels,
  quotableOf,
  readLabelledSet,
} from "../../../bench/support/evidence/labelled-set.ts";

const products = [...readLabelledSet("develop"), ...readLabelledSet("held-out")];
const all = products.flatMap((product) => product.sentences.map((sentence) => ({ product, ...sentence })));

it("each labelled product has an id of its own", () => {
  expect(repeated(products.map(({ id }) => id))).toEqual([]);
});

it("no labelled sentence is said twice of one product", () => {
  expect(repeated(all.map(({ product, text }) => `${product.id}: ${text}`))).toEqual([]);
});

it("a labelled sentence quotes the words that it is false by, or true by where it claims something", () => {
  const unquoted = all.filter(
    ({ label, kind, quotes }) =>
      quotes.length === 0 &&
      (label === "contradicted" || (label === "good" && !(claimless as readonly string[]).includes(kind))),
  );
  expect(unquoted.map(({ product, text }) => `${product.id}: ${text}`)).toEqual([]);
});

it("a labelled sentence quotes its facts to the letter", () => {
  const wrong = all.flatMap(({ product, text, quotes }) =>
    quotes.filter((quote) => !isOf(product, quote)).map((quote) => `${product.id}: ${text} ← ${quote}`),
  );
  expect(wrong).toEqual([]);
});

it("most labelled products have sentences of every label, so that none counts by its inventions alone", () => {
  const without = products.filter(({ sentences }) =>
    labels.some((label) => !sentences.some((sentence) => sentence.label === label)),
  );
  expect(without.length).toBeLessThanOrEqual(products.length / 10);
});

function isOf(product: LabelledProduct, quote: string): boolean {
  return quotableOf(product).some((value) => value.includes(quote));
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
