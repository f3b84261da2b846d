/** Behind a sign that ends sentences, before a new sentence; a word of one or two letters may be a unit or an initial. */
const ends =
  /(?:(?<=[\p{L}\p{N})\]"”’»%]{3})(?<!(?<!\p{L})(?:approx|art|bzw|etc|evtl|excl|exkl|incl|inkl|max|min|tel|usw|vgl|zzgl))[.!?…]+["”’»)\]]*[ \u00a0]+(?=["“„«¿¡(]*(?-i:[\p{Lu}\p{Lo}]))|[。！？]+)/giu;

/** Shorter lines are one fact, whatever they hold. */
const minChars = 60;

/**
 * The sentences of one line of a description. A place that may be an abbreviation ends none: two sentences in one fact cost
 * nothing, half a sentence says less than the whole.
 */
export function sentencesOfLine(line: string): string[] {
  if (line.length < minChars && !/[。！？]/u.test(line)) return [line];
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: stop, index } of line.matchAll(ends)) {
    const end = index + stop.length;
    sentences.push(line.slice(from, end).trim());
    from = end;
  }
  sentences.push(line.slice(from).trim());
  return sentences.filter((sentence) => sentence !== "");
}
