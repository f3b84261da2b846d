import type { CompatibilityStatement } from "../statement.ts";
import { polarityOf } from "./polarity.ts";
import { isQuestion, isRole, type Scan } from "./scan-words.ts";

const name = String.raw`(?:\p{Lu}[\p{L}\p{N}'’+./-]*|\p{Ll}\p{Lu}[\p{L}\p{N}]*|\d+[\p{L}\p{N}]*)(?:[ \u00a0-](?:\p{Lu}[\p{L}\p{N}'’+./-]*|\p{Ll}\p{Lu}[\p{L}\p{N}]*|\d+[\p{L}\p{N}]*|series|pro|max|mini|plus|air|generation|gen)){0,5}`;
const article = String.raw`(?:(?:the|all|any|your|both|most|alle[nmr]?|den|der|dem|les|le|la|tous les|los|las|el|todos los|i|gli|il|tutti i|de|het|os|as|o|a|seu|[Ii]hr\p{L}*|[Dd]ein\p{L}*|[Ee]uer|[Ee]ur\p{L}*|unser\p{L}*|jede[mnrs]?|votre|su|tu)\s)?`;
const first = new RegExp(String.raw`^\s?(?:[:：]\s?)?${article}(${name})`, "u");
const further = new RegExp(
  String.raw`^\s?(?:[,/&、]|\s(?:and|or|und|oder|sowie|et|ou|y|o|e|en|of|i|oraz|lub|och|eller|og))\s?${article}(${name})`,
  "u",
);
const mostNames = 20;
/** German nouns have capitals: a name there holds a digit, two capitals or several words. */
const capitalNouns = /^(?:de|lb)(?:-|$)/i;

/** What a product is said to fit or to work with, by its name: "fits iPhone 15", "kompatibel mit Bosch GSR 18". */
export function compatibilitiesIn(scan: Scan): CompatibilityStatement[] {
  const { hits, text } = scan;
  if (scan.label === "compatibility") return namesFrom(scan, 0, 0);
  const found: CompatibilityStatement[] = [];
  for (const hit of hits) {
    if (isRole(hit, "compatible") && !isQuestion(scan, hit.end)) found.push(...namesFrom(scan, hit.end, hit.start));
    else if (isRole(hit, "compatible_after")) found.push(...nameBefore(scan, hit.start, hit.end));
  }
  return text === "" ? [] : found;
}

function namesFrom(scan: Scan, from: number, start: number): CompatibilityStatement[] {
  const found: CompatibilityStatement[] = [];
  let at = from;
  for (let n = 0; n < mostNames; n++) {
    const match = (n === 0 ? first : further).exec(scan.text.slice(at, at + 120));
    const named = match?.[1]?.replace(/[.,'’-]+$/u, "");
    // "Fits 2–3 kg" says how much.
    if (!match || !named || !/\p{L}/u.test(named)) break;
    const end = at + match[0].length - (match[1]?.length ?? 0) + named.length;
    const begin = n === 0 ? start : end - named.length;
    at = end;
    if (!/\p{L}/u.test(named)) break;
    if (capitalNouns.test(scan.locale) && scan.label === "" && !isName(named)) break;
    const polarity = polarityOf(scan, { start: begin, end }, "property");
    if (polarity === null) break;
    found.push({
      kind: "compatibility",
      with: named.toLowerCase(),
      polarity,
      provable: null,
      at: { start: begin, end },
      quote: scan.text.slice(begin, end),
    });
  }
  return found;
}

function isName(words: string): boolean {
  return /\d/.test(words) || /\p{Lu}.*\p{Lu}/u.test(words);
}

const latinName = name.replaceAll("\\p{L}", "\\p{Script=Latin}");
const latinBefore = new RegExp(String.raw`(${latinName})[\s\p{Script=Hiragana}\p{Script=Hangul}]{0,3}$`, "u");

/** "iPhone 15対応", "iPhone 15 호환" */
function nameBefore(scan: Scan, start: number, end: number): CompatibilityStatement[] {
  const match = latinBefore.exec(scan.text.slice(Math.max(0, start - 40), start));
  const named = match?.[1];
  if (!match || !named) return [];
  const at = { start: start - match[0].length, end };
  const quote = scan.text.slice(at.start, end);
  return [{ kind: "compatibility", with: named.toLowerCase(), polarity: "affirmed", provable: null, at, quote }];
}
