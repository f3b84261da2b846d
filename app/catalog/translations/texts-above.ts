import type { TextBody } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { heldTexts, type TextsByName } from "./held-texts.ts";
import { parentMarketsOf } from "./shop-languages.ts";

/**
 * What the markets that one inherits from have of their own, the nearest first: a shopper reads these before the text for
 * everywhere. As they were last read.
 */
export function* textsAbove(input: {
  shop: string;
  owner: string;
  target: { locale: string; market: string };
}): Steps<TextsByName> {
  const { shop, owner, target } = input;
  const parents = (yield* parentMarketsOf(shop)).get(target.market) ?? [];
  const texts = new Map<string, TextBody>();
  for (const market of parents) {
    for (const [name, body] of yield* heldTexts({ shop, owner, target: { ...target, market } })) {
      if (!texts.has(name)) texts.set(name, body);
    }
  }
  return texts;
}
