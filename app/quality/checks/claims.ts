import type { Claim } from "../../rules/parse-claim.ts";
import type { CheckInput } from "../check-input.ts";
import { quotedInAnyCase } from "../evidence/places.ts";
import type { Finding } from "../finding.ts";
import { holds } from "../fixes/insert-claims.ts";
import { shortened } from "../shortened.ts";

const maxWordsChars = 120;

/**
 * MISSING_CLAIM and MISSING_DISCLAIMER: each claim is in the text word for word, its small print at the end of the text or of the
 * bullet that holds the claim. Only what the config's additions put there may follow it. A claim that may be left out needs
 * its small print all the same once it is used.
 */
export function checkClaims({ contentType, parts, text, use, frames }: CheckInput): Finding[] {
  const all = [...use.claims, ...use.optionalClaims];
  if (all.length === 0) return [];
  const found: Finding[] = [];
  const disclaimers = [...new Set(all.flatMap(({ disclaimer }) => disclaimer ?? []))].map(spaced);
  const lines = parts.map(spaced);
  const endings = lines.map((line, i) => endingOf(withoutFrames(line, frames[i] ?? []), disclaimers));
  const needed = new Set(use.claims);
  for (const claim of all) {
    const holders = lines.flatMap((line, i) => (holds(line, claim.text) ? [i] : []));
    if (holders.length === 0) {
      if (needed.has(claim)) found.push(missing(contentType, claim));
      continue;
    }
    const { disclaimer } = claim;
    if (disclaimer === null || holders.some((i) => endings[i]?.has(spaced(disclaimer)))) continue;
    found.push({
      code: "MISSING_DISCLAIMER",
      description: `${contentType} does not end with "${disclaimer.slice(0, 80)}", which the claim "${claim.text.slice(0, 60)}" needs`,
      details: { kind: "missing_ending", words: shortened(disclaimer, maxWordsChars) },
      ...quotedInAnyCase(text, claim.text),
    });
  }
  return found;
}

function missing(contentType: string, { text }: Claim): Finding {
  return {
    code: "MISSING_CLAIM",
    description: `${contentType} does not say "${text.slice(0, 120)}"`,
    details: { kind: "missing_words", words: shortened(text, maxWordsChars) },
    hint: "copy it to the letter",
  };
}

/** The small print that a text ends with. */
function endingOf(text: string, disclaimers: readonly string[]): Set<string> {
  const ending = new Set<string>();
  let rest = text;
  for (let found = true; found; ) {
    const last = disclaimers.find((disclaimer) => !ending.has(disclaimer) && rest.endsWith(disclaimer));
    found = last !== undefined;
    if (last === undefined) break;
    ending.add(last);
    rest = rest.slice(0, -last.length).trimEnd();
  }
  return ending;
}

function withoutFrames(text: string, frames: CheckInput["frames"][number]): string {
  let rest = text;
  for (const { after } of frames.toReversed()) {
    const words = spaced(after);
    if (words !== "" && rest.endsWith(words)) rest = rest.slice(0, -words.length).trimEnd();
  }
  return rest;
}

function spaced(text: string): string {
  return text.replace(/[ \t\n]+/g, " ").trim();
}
