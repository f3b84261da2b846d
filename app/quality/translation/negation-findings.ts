import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { shortened } from "../shortened.ts";
import { compareNegations } from "./compare-negations.ts";
import type { Side } from "./side.ts";

const mostFindings = 10;
const maxWordsChars = 80;

/** Sentences that deny what their counterpart affirms: worth a look, since languages deny in many ways. */
export function negationFindings({ contentType }: Pick<CheckInput, "contentType">, from: Side, to: Side): Finding[] {
  return compareNegations(from, to)
    .slice(0, mostFindings)
    .map(({ kind, source, target }): Finding => {
      const [words, quote] = [shortened(source.quote, maxWordsChars), shortened(target.quote, maxWordsChars)];
      return {
        code: "MEANING_DIFFERS",
        severity: "warn",
        description:
          kind === "lost"
            ? `${contentType} says "${quote}", where its source says that it is not so: "${words}"`
            : `${contentType} says that it is not so: "${quote}", where its source says "${words}"`,
        details: { kind: kind === "lost" ? "negation_lost" : "negation_added", words },
        quote: target.quote,
        spans: [{ start: target.start, end: target.end }],
      };
    });
}
