import { countTurned, countTurnedBeside, mayNegate, surelyNegates } from "./negations.ts";
import { clausesOf, type SentencePair, sentencePairs } from "./sentences.ts";
import type { Side } from "./side.ts";

/** A sentence that says that something is not so, beside one that nothing negates. */
export interface NegationDifference extends SentencePair {
  kind: "lost" | "added";
}

const mostPairs = 500;

/**
 * Sentences of which one side surely says that something is not so, while nothing on the other side may. Languages deny in many ways:
 * it is only ever worth a look.
 */
export function compareNegations(source: Side, target: Side): NegationDifference[] {
  return sentencePairs(source, target)
    .slice(0, mostPairs)
    .flatMap((pair): NegationDifference[] => {
      const [from, to] = [
        { text: pair.source.quote, locale: source.locale },
        { text: pair.target.quote, locale: target.locale },
      ];
      if (isDeniedAlone(from, to)) return [{ ...pair, kind: "lost" }];
      return isDeniedAlone(to, from) ? [{ ...pair, kind: "added" }] : [];
    });
}

function isDeniedAlone(one: Side, other: Side): boolean {
  if (surelyNegates(one.text, one.locale)) {
    if (!mayNegate(other.text, other.locale)) return true;
    // "wasserdicht" is the "waterproof" of "not waterproof", and "unter" its "under": no word of the other one denies.
    const turned = countTurned(other.text, other.locale);
    if (turned !== null && turned > 0 && turned <= countTurnedBeside(one.text, one.locale)) return true;
  }
  return isClauseDeniedAlone(one, other);
}

/** The same of clauses that stand in one order: where another one than its own may negate, the two may have changed places. */
function isClauseDeniedAlone(one: Side, other: Side): boolean {
  const [clauses, others] = [clausesOf(one.text), clausesOf(other.text)];
  if (clauses.length < 2 || clauses.length !== others.length) return false;
  const mayBe = others.map((clause) => mayNegate(clause, other.locale));
  const hasMore = clauses.some((clause, i) => mayBe[i] && !mayNegate(clause, one.locale));
  return !hasMore && clauses.some((clause, i) => !mayBe[i] && surelyNegates(clause, one.locale));
}
