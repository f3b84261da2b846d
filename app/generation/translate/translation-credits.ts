/** A text in one language costs so many tenths of what a whole product costs: 0.3 credits with the small model. */
const tenthsPerText = 3;

/**
 * Credits of a product's translations: summed over texts and languages, then rounded up.
 * @param texts a text in two languages is two. @param productCredits of writing a product with the same model
 */
export function translationCredits(texts: number, productCredits: number): number {
  return Math.ceil((texts * tenthsPerText * productCredits) / 10);
}
