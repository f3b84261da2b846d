/** What is compared of a text: its words in their order, whatever is between them. */
export interface TextProfile {
  words: number;
  /** the same for texts of the same words in the same order; below 2^53 */
  whole: number;
  /** hashes of all runs of three words, repeats included */
  shingles: Uint32Array;
}

const shingleWords = 3;

/** Pure, and linear in the text's length. */
export function profileOf(text: string): TextProfile {
  const words = wordHashes(text);
  let low = 0x811c9dc5;
  let high = 0x2f0b4f27;
  for (const word of words) {
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul(high, 0x5bd1e995) + word;
  }
  const shingles = new Uint32Array(Math.max(0, words.length - shingleWords + 1));
  for (let i = 0; i < shingles.length; i++) {
    const first = Math.imul(words[i] ?? 0, 0x9e3779b1);
    const second = Math.imul(words[i + 1] ?? 0, 0x85ebca77);
    shingles[i] = mixed(first ^ second ^ (words[i + 2] ?? 0));
  }
  return { words: words.length, whole: joined(mixed(high ^ words.length), mixed(low)), shingles };
}

/** How much two texts share: 1 = word for word, 0 = no three words in a row (Jaccard index of the runs of three words). */
export function resemblanceOf(a: TextProfile, b: TextProfile): number {
  if (a.whole === b.whole) return 1;
  const [ours, theirs] = [new Set(a.shingles), new Set(b.shingles)];
  let shared = 0;
  for (const shingle of ours) if (theirs.has(shingle)) shared++;
  const all = ours.size + theirs.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** A key of 53 bits from two hashes of 32: as wide as a number holds exactly. */
export function joined(high: number, low: number): number {
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}

/** Spreads a hash over all of its 32 bits (the last steps of murmur3). */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * One hash a word, small and capital letters alike. Read character by character, since this runs for every text that is
 * judged; scripts that put no spaces between words count each character as one.
 */
function wordHashes(text: string): number[] {
  const read = (isAscii(text) ? text : text.normalize("NFKC")).toLowerCase();
  const words: number[] = [];
  let hash = 0;
  const end = () => {
    if (hash !== 0) words.push(hash);
    hash = 0;
  };
  for (let i = 0; i < read.length; i++) {
    const code = read.charCodeAt(i);
    if (isSpacing(code)) end();
    else {
      const alone = standsAlone(code);
      if (alone) end();
      hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ code, 0x01000193) | 0;
      if (alone) end();
    }
  }
  end();
  return words;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Everything between words: spaces, punctuation and symbols, also those of other scripts. */
function isSpacing(code: number): boolean {
  if (code < 0x80) return !((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39));
  if (code < 0xc0) return true;
  if (code < 0x2000) return code === 0xd7 || code === 0xf7 || code === 0x60c || code === 0x61b || code === 0x61f;
  return code < 0x2c00 || (code >= 0x3000 && code < 0x3040) || (code >= 0xfe10 && code < 0xfe70);
}

/** Thai, Lao, Burmese, Khmer, kana and Chinese characters. */
function standsAlone(code: number): boolean {
  if (code < 0xe00) return false;
  if (code < 0x1100) return code < 0xf00 || (code >= 0x1000 && code < 0x10a0);
  if (code < 0x3040) return code >= 0x1780 && code < 0x1800;
  return code < 0x3100 || (code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00);
}
