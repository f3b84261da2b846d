/** Descriptions as a shop has them: 70 to 130 words of its own each, and three sentences that all of them have. */
export interface SampleTexts {
  own(n: number): string;
  /** the same with one word in thirty replaced */
  copyOf(n: number): string;
}

const shared =
  "Orders are packed by hand in our own workshop and leave the house within two working days. If something does not fit, send it back within thirty days, worn at home or not. Questions are answered by people who know the product, by mail or on the phone.";

export function createSampleTexts(): SampleTexts {
  const syllables = "ba ce di fo gu ha ke li mo nu pa re si to va wen zar lin mor tes".split(" ");
  const vocabulary = Array.from({ length: 6_000 }, (_, n) => {
    const parts = [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20];
    return parts.map((part) => syllables[part]).join("");
  });
  const wordsOf = (n: number) => {
    let state = (n * 2_654_435_761 + 12_345) >>> 0;
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 0x1_0000_0000;
    };
    // Few words are common and most are rare, as in any language.
    return Array.from({ length: 70 + (n % 60) }, () => vocabulary[Math.floor(next() ** 3 * vocabulary.length)] ?? "");
  };
  const render = (words: string[]) => `<p>${words.join(" ")}.</p><p>${shared}</p>`;
  return {
    own: (n) => render(wordsOf(n)),
    copyOf: (n) => render(wordsOf(n).map((word, i) => (i % 30 === 7 ? "otherwise" : word))),
  };
}
