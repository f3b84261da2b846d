import { readersView } from "../../texts/readers-view.ts";
import type { CheckInput } from "../check-input.ts";
import { findingKey } from "../evidence/kept-finding.ts";
import type { Finding } from "../finding.ts";
import { applyFix } from "./apply-fix.ts";

/** Each costs as much as the checks of the text. */
const maxTried = 3;
/** Longer texts are for people to put right. */
const maxChars = 5_000;

/**
 * The findings with those fixes only that the program has tried: with its words in the text, the finding is gone and none came.
 * @param find all checks of a text
 */
export function withTriedFixes(
  input: CheckInput,
  found: readonly Finding[],
  find: (input: CheckInput) => readonly Finding[],
): Finding[] {
  const before = new Set(found.map(findingKey));
  let tried = 0;
  return found.map((finding) => {
    const { fix, ...rest } = finding;
    if (fix === undefined) return finding;
    const fixed = input.text.length <= maxChars && tried++ < maxTried ? withFix(input, finding.quote ?? "", fix) : null;
    if (!fixed) return rest;
    const after = find(fixed).map(findingKey);
    const key = findingKey(finding);
    return after.every((one) => one !== key && before.has(one)) ? finding : rest;
  });
}

/** @returns null where the text does not hold the words that are to go */
function withFix(input: CheckInput, quote: string, fix: string): CheckInput | null {
  const { contentType, config, traits } = input;
  const body = applyFix(input.body, { quote, with: fix }, traits);
  if (body === null) return null;
  const parts = readersView(contentType, body, config);
  return { ...input, body, raw: body, parts, text: parts.join("\n"), verdicts: undefined, citations: undefined };
}
