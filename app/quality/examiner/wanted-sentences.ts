import { sentencesOf } from "../evidence/sentences.ts";

/** A longer sentence is a text without full stops: nobody could say one thing of it. */
const maxSentenceChars = 1_000;
/** A checked text, as far as it may have to be examined. */
export interface DoubtfulText {
  /** what a reader sees */
  text: string;
  /** sentences that the program cannot settle by itself */
  doubts: readonly string[];
}

/**
 * The sentences of a product's texts that an examiner is asked about, each once, in the order of the texts.
 * @param locale BCP-47
 */
export function wantedSentences(
  texts: readonly DoubtfulText[],
  { mode, locale }: { mode: "always" | "doubtful"; locale: string },
): string[] {
  const wanted = new Set<string>();
  for (const { text, doubts } of texts) {
    const all = mode === "always" ? sentencesOf(text, locale).map((sentence) => sentence.text) : doubts;
    for (const sentence of all) if (sentence.length <= maxSentenceChars) wanted.add(sentence);
  }
  return [...wanted];
}
