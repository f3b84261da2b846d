import { expect, test } from "vitest";
import { furtherGoods } from "./further-goods.ts";
import { type Goods, goods } from "./goods.ts";
import { listedGoods } from "./listed-goods.ts";
import { bookOf, verdictOf } from "./verdict-of.ts";

const blocking = new Set(["contradicted", "blocked"]);

function judgedOtherwise(all: readonly Goods[]): string[] {
  return all.flatMap((one) => {
    const book = bookOf(one);
    const isBlocked = (text: string) => blocking.has(verdictOf(book, text, one.locale));
    return [
      ...one.contradicted.flatMap(([, text]) => (isBlocked(text) ? [] : [`not blocked: ${text}`])),
      ...one.silent.flatMap((text) => (isBlocked(text) ? [`blocked: ${text}`] : [])),
    ];
  });
}

test("what a field says of a part, a certificate or a content is held to, and true sentences about it are let pass", () => {
  expect(judgedOtherwise(goods)).toEqual([]);
});

test("what the product's own noun is said to be of is held to the field for its material, and parts and likenesses are not", () => {
  expect(judgedOtherwise(furtherGoods)).toEqual([]);
});

test("a complete list of ingredients is held to what a text says is in the product or not, and serving advice is let pass", () => {
  expect(judgedOtherwise(listedGoods)).toEqual([]);
});
