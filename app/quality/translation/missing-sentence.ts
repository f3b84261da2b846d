import { countChars } from "../../texts/text-body.ts";
import { mayNegate, surelyNegates } from "./negations.ts";
import { linesOfSentences } from "./sentences.ts";
import type { Side } from "./side.ts";

/** Characters that another number or a lost negation counts for. */
const otherSense = 25;
/** The one that is told is better than every other one by so much. */
const factor = 1.5;
const least = 8;
const mostSentences = 60;

/**
 * The sentence of a line that its translation leaves out: without it each of the others is as long as its translation usually is, has its
 * numbers and denies what it denies. Null where more than one is missing or two may be.
 * @param usual how long texts are in the translation's language beside the source's, 1 = as long
 */
export function missingSentence(source: Side, target: Side, usual: number): string | null {
  const [sentences, others] = [source, target].map((side) =>
    linesOfSentences(side)
      .flat()
      .map(({ quote }) => quote),
  );
  if (!sentences || !others || sentences.length > mostSentences || others.length !== sentences.length - 1) return null;
  const [best, next] = sentences
    .map((missing, i) => ({
      missing,
      cost: others.reduce((sum, other, j) => sum + costOf(sentences[j < i ? j : j + 1] ?? "", other), 0),
    }))
    .toSorted((a, b) => a.cost - b.cost);
  return best && next && next.cost > best.cost * factor + least ? best.missing : null;

  function costOf(one: string, other: string): number {
    const length = Math.abs(countChars(other) - usual * countChars(one));
    const numbers = digitsOf(one) === digitsOf(other) ? 0 : otherSense;
    const isDenied = surelyNegates(one, source.locale) && !mayNegate(other, target.locale);
    return length + numbers + (isDenied ? otherSense : 0);
  }
}

function digitsOf(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).toSorted().join();
}
