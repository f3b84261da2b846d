import type { Statement } from "./statement.ts";
import { compatibilitiesIn } from "./words/compatibilities.ts";
import { contentsIn } from "./words/contents.ts";
import { effectsIn } from "./words/effects.ts";
import { materialsIn } from "./words/materials.ts";
import { membersIn } from "./words/members.ts";
import { originsIn } from "./words/origins.ts";
import { proofsIn } from "./words/proofs.ts";
import { propertiesIn } from "./words/properties.ts";
import { type ScanOptions, scanWords } from "./words/scan-words.ts";
import { superlativesIn } from "./words/superlatives.ts";
import { termsIn } from "./words/terms.ts";

export { polarityAt } from "./words/polarity.ts";

/**
 * What a text or a fact states in words, by place: properties, contents, materials, origins, certificates, colours and sizes, terms,
 * compatibility, superlatives. Pure; the time grows with the text.
 * @param options.locale BCP-47: words of this language and of English count
 * @param options.name what a fact's value is the value of, e.g. `Material`: words of all languages count then
 */
export function readWordStatements(text: string, options: ScanOptions): Statement[] {
  const scan = scanWords(text, options);
  const found: Statement[] = [
    ...propertiesIn(scan),
    ...contentsIn(scan),
    ...materialsIn(scan),
    ...originsIn(scan),
    ...membersIn(scan),
    ...termsIn(scan),
    ...compatibilitiesIn(scan),
    ...superlativesIn(scan),
  ];
  // What names its concept says more than a word that only gives its kind away.
  const implied = [...effectsIn(scan), ...proofsIn(scan)].filter(
    ({ at }) =>
      options.name !== undefined ||
      !found.some((one) => one.provable !== null && one.at.start < at.end && at.start < one.at.end),
  );
  return [...found, ...implied].sort((a, b) => a.at.start - b.at.start);
}
