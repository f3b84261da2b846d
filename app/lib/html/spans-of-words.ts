/** UTF-16 code units, `end` exclusive. */
export interface WordSpan {
  start: number;
  end: number;
}

/** More marks of one finding help nobody. */
const maxPlaces = 20;

/**
 * Where words stand in a text, as whole words, each time they occur, in the order of the text.
 * @param text what a reader sees @param quote words of it, to the letter; capitals may differ
 */
export function spansOf(text: string, quote: string): WordSpan[] {
  const wanted = quote.trim();
  if (wanted === "") return [];
  const exact = occurrences(text, wanted);
  return exact.length > 0 ? exact : spansInAnyCase(text, wanted);
}

/** The same of words that mean the same in capitals. */
export function spansInAnyCase(text: string, quote: string): WordSpan[] {
  const [lower, wanted] = [text.toLowerCase(), quote.trim().toLowerCase()];
  if (wanted === "") return [];
  // Some letters change their length in lower case: places would be off.
  return lower.length === text.length ? occurrences(lower, wanted) : occurrences(text, quote.trim());
}

function occurrences(text: string, quote: string): WordSpan[] {
  const found: WordSpan[] = [];
  const [opens, closes] = [isWordAt(quote, 0), isWordAt(quote, quote.length - 1)];
  let from = 0;
  while (found.length < maxPlaces) {
    const at = text.indexOf(quote, from);
    if (at === -1) break;
    const end = at + quote.length;
    from = at + 1;
    if (!(opens && isWordAt(text, at - 1)) && !(closes && isWordAt(text, end))) found.push({ start: at, end });
    // What opens with a word begins in no word: one long word is passed once, not compared from each of its letters.
    if (opens) while (isWordAt(text, from)) from++;
  }
  return found;
}

/** Letters of scripts that put no spaces between words bound none. */
function isWordAt(text: string, at: number): boolean {
  const sign = text[at];
  if (sign === undefined) return false;
  return /[\p{L}\p{N}\p{M}]/u.test(sign) && !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(sign);
}
