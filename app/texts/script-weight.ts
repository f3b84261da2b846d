/** Signs of which one says as much as several Latin letters: Chinese and Japanese write a word with one or two, Korean a syllable. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const syllables = /\p{Script=Hangul}/gu;
const [weightOfDense, weightOfSyllable] = [3, 2.5];

/**
 * How long a text is for a reader, in Latin letters: what says as much in fewer signs counts more.
 * @param count signs of the text as people count them @returns at least `count`
 */
export function readLength(text: string, count: number): number {
  const more = (pattern: RegExp, weight: number) => (text.match(pattern)?.length ?? 0) * (weight - 1);
  return count + more(dense, weightOfDense) + more(syllables, weightOfSyllable);
}
