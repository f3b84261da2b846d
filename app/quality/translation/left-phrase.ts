import { functionWords } from "../language/function-words.ts";
import { isInternational } from "../language/international-words.ts";
import type { Place, Side } from "./side.ts";

/** Two words of a language may be a loan of another one in the same script: there, only long ones count. */
const shortestWord = 3;
const shortestBesideOwn = 5;
const mostPhrases = 200;

/**
 * The first words of the source, two or more in small letters, that stand in a sentence of the translation as they are: "als mit
 * brushed motors". Names have capitals; what is quoted, kept or international is none.
 * @param reads how much better words fit the source's language than the translation's, above 0: its own
 */
export function leftPhrase(source: Side, target: Side, reads: (words: string) => number): Place | null {
  const isOtherScript = scriptOf(source.locale) !== scriptOf(target.locale);
  const shortest = isOtherScript ? shortestWord : shortestBesideOwn;
  const own = functionWords(target.locale);
  const said = ` ${wordsIn(source.text).join(" ")} `;
  const isTelling = (word: Place | undefined) =>
    word !== undefined && word.quote.length >= shortest && !own.has(word.quote) && !isInternational(word.quote);
  for (const run of [...target.text.matchAll(smallWords)].slice(0, mostPhrases)) {
    const words = wordsOf(run[0], run.index);
    for (let i = 0; i + 1 < words.length; i++) {
      let end = i;
      while (isTelling(words[end]) && said.includes(` ${joined(words, i, end)} `)) end++;
      const [first, last] = [words[i], words[end - 1]];
      if (!first || !last || end - i < 2) continue;
      const quote = target.text.slice(first.start, last.end);
      if (isOtherScript || reads(quote) > sureMargin) return { quote, start: first.start, end: last.end };
    }
  }
  return null;
}

function joined(words: readonly Place[], from: number, to: number): string {
  return words
    .slice(from, to + 1)
    .map(({ quote }) => quote)
    .join(" ");
}

/** The words of a run with one space between them. */
function wordsOf(run: string, at: number): Place[] {
  return [...run.matchAll(/[^ \u00a0]+/gu)].map(({ 0: quote, index }) => ({
    quote,
    start: at + index,
    end: at + index + quote.length,
  }));
}

const sureMargin = 0.2;
/** In Latin letters, beside which other scripts need no space. */
const smallWords =
  /(?<![\p{Script=Latin}\p{N}\p{M}@./_%#:{[<'’-])\p{Ll}\p{Script=Latin}*(?:[ \u00a0]\p{Ll}\p{Script=Latin}*)+(?![\p{Script=Latin}\p{N}\p{M}@/_%}\]>'’-])/gu;

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function scriptOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().script;
  } catch {
    return undefined;
  }
}
