import type { Comparison, FactStatement, PropertyStatement } from "../statement.ts";
import { ratingConcept, scoreConcept } from "../words/ratings.ts";
import { decide, refutedBy, supportedBy, unknown } from "./verdicts.ts";

const number = /\d[\d.,]*/gu;

/**
 * A rating is backed by any field that says the same number, those that apps for reviews fill included: they are the reviews' own
 * data. It proves nothing else. Another number of the only rating contradicts it. Praise without a number needs what buyers say
 * in the shop's own facts.
 */
export function compareRating(statement: PropertyStatement, candidates: readonly FactStatement[]): Comparison {
  const ratings = candidates.filter(
    (one) => one.kind === "property" && one.concept === ratingConcept && one.polarity === "affirmed",
  );
  const [wanted] = numbersIn(statement.quote);
  if (wanted === undefined) return decide(statement, ratings, []);
  const mayBe = candidates.filter(
    (one) => one.kind === "property" && one.concept === scoreConcept && one.fact.tier < 3,
  );
  const same = [...ratings, ...mayBe].find((one) => numbersIn(one.fact.value).some((known) => isSame(wanted, known)));
  if (same) return supportedBy(same);
  const scored = ratings.filter(({ fact }) => numbersIn(fact.value).some(isScore));
  const [only] = scored;
  const isAlone = new Set(scored.map(({ fact }) => fact)).size === 1;
  return only && isAlone && isScore(wanted) && only.fact.kind === "attribute" ? refutedBy(only) : unknown;
}

interface Said {
  value: number;
  /** digits behind the point; 0 for counts, whatever parts their thousands */
  decimals: number;
}

function numbersIn(text: string): Said[] {
  return [...text.matchAll(number)].map(([digits]) => {
    const [, whole, part] = /^(\d{1,2})[.,](\d{1,2}|\d{4,})$/u.exec(digits.replace(/[.,]+$/u, "")) ?? [];
    if (whole === undefined || part === undefined) return { value: Number(digits.replace(/\D/gu, "")), decimals: 0 };
    return { value: Number(`${whole}.${part}`), decimals: part.length };
  });
}

function isScore({ value, decimals }: Said): boolean {
  return decimals > 0 && value <= highestScore;
}

const highestScore = 10;

/** As precisely as the text says it: 4.86 is 4.9. */
function isSame(said: Said, known: Said): boolean {
  if (known.decimals <= said.decimals) return said.value === known.value;
  return Number(known.value.toFixed(said.decimals)) === said.value;
}
