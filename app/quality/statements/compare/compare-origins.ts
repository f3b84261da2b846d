import { countryCodes } from "../../language/claim-lexicon.ts";
import { isInRegion, isRegion } from "../../language/places.ts";
import type { Comparison, FactStatement, OriginStatement } from "../statement.ts";
import { decide, proves, refutedBy, supportedBy, unknown } from "./verdicts.ts";

type Origin = FactStatement & OriginStatement;

/** A place of the same act: the same supports, another country refutes. */
export function compareOrigin(
  statement: OriginStatement,
  candidates: readonly FactStatement[],
  locale: string | null,
): Comparison {
  const origins = candidates.filter((one): one is Origin => one.kind === "origin");
  const same = origins.filter(
    (one) =>
      isBackedBy(statement.act, one.act) && (isWithin(one.place, statement.place) || isNamed(one, statement.place)),
  );
  if (statement.polarity !== "affirmed" || same.some((one) => one.polarity !== "affirmed")) {
    const [agree, oppose] = [
      same.filter((one) => one.polarity === statement.polarity),
      same.filter((one) => one.polarity !== statement.polarity),
    ];
    return statement.polarity === "possible" ? unknown : decide(statement, agree, oppose);
  }
  const support = same.find((one) => proves(statement, one) && (one.act !== "mentioned" || isLoose(statement.act)));
  if (support) return supportedBy(support);
  const sameAct = origins.filter((one) => excludes(statement.act, one.act));
  const other = sameAct
    .filter(
      (one) => one.polarity === "affirmed" && isElsewhere(one.place, statement.place) && isSurelyOf(one, statement),
    )
    .sort((a, b) => a.fact.tier - b.fact.tier)[0];
  const mention = same.find((one) => proves(statement, one));
  if (!other && mention) return supportedBy(mention);
  // A place of the same act that may be this one settles nothing.
  if (!other || sameAct.some((one) => !isElsewhere(one.place, statement.place))) return unknown;
  return refutedBy(other, fixOf(statement, sameAct, locale));
}

type Act = OriginStatement["act"];

/** What says that something was done at a place, by what is said of it: what is made there may be called woven there, not grown. */
const backing: Readonly<Record<Act, readonly Act[]>> = {
  made: ["made", "unspecified", "mentioned"],
  woven: ["woven", "made", "unspecified", "mentioned"],
  assembled: ["assembled", "made", "unspecified", "mentioned"],
  grown: ["grown", "sourced", "unspecified", "mentioned"],
  sourced: ["sourced", "grown", "made", "unspecified", "mentioned"],
  unspecified: ["unspecified", "made", "grown", "woven", "assembled", "sourced", "mentioned"],
  designed: ["designed"],
  mentioned: [],
};

/** "Beans from Peru", "Finnish birch": a fact that names the place may be of that part of it. */
function isLoose(act: Act): boolean {
  return act === "sourced" || act === "unspecified";
}

function isBackedBy(act: Act, fact: Act): boolean {
  return backing[act].includes(fact);
}

/** Beans from one country are roasted in another: only the same act, or "origin", rules another place out. */
function excludes(act: Act, fact: Act): boolean {
  if (act === fact) return act !== "mentioned";
  if (act === "unspecified") return fact === "made" || fact === "grown" || fact === "woven" || fact === "assembled";
  return fact === "unspecified" && (act === "made" || act === "grown" || act === "woven" || act === "assembled");
}

/** The country of a place with a code; null for a place that no table knows. */
function countryOf(place: string): string | null {
  return /^[A-Z]{2}(?:\.|$)/.test(place) ? place.slice(0, 2) : null;
}

/** Florence is in Tuscany, in Italy and in Europe: made there it is made in each of them. */
function isWithin(place: string, wanted: string): boolean {
  if (place === wanted || place.startsWith(`${wanted}.`)) return true;
  return isRegion(wanted) && isInRegion(countryOf(place) ?? "", wanted);
}

/** "Bengtsfors, Dalsland": the fact names the town in its own words. */
function isNamed({ fact, at }: Origin, wanted: string): boolean {
  if (wanted.length < 3) return false;
  const words = fact.value.toLowerCase();
  const place = words.indexOf(wanted, Math.max(0, at.start - 60));
  return place >= 0 && place < at.end + 60;
}

/** A description tells what was done in which part of a country sentence by sentence; which of them a text means is open. */
function isSurelyOf(one: Origin, { place }: OriginStatement): boolean {
  return one.fact.tier === 1 || countryOf(one.place) !== countryOf(place) || !/[.。!！\n]./u.test(one.fact.value);
}

/** Surely another place: neither is within the other. */
function isElsewhere(place: string, wanted: string): boolean {
  const [one, other] = [countryOf(place), countryOf(wanted)];
  if (one === null || other === null || isWithin(place, wanted) || isWithin(wanted, place)) return false;
  return one === other ? isBothBelow(place, wanted) : !isPart(one, other);
}

/** Tuscany and Sicily; regions that may overlap are not told apart. */
function isBothBelow(place: string, wanted: string): boolean {
  return place.includes(".") && wanted.includes(".");
}

/** Hong Kong and China, and regions that are no country. */
function isPart(one: string, other: string): boolean {
  const pair = ["HK CN", "CN HK", "MO CN", "CN MO", "TW CN", "CN TW", "PR US", "US PR"].includes(`${one} ${other}`);
  return pair || isOpen(one, other) || isOpen(other, one);
}

/** A region that is neither a country nor known by its countries. */
function isOpen(one: string, other: string): boolean {
  return (
    !countryCodes().includes(one) ||
    ["EZ", "UN", "QO", "XA", "XB"].includes(one) ||
    (one === "EU" && isInRegion(other, one))
  );
}

/** Languages where a country stands behind "in" as it is, but for those with an article. */
const plainNames = new Set(["en", "de", "es", "nl", "sv", "da", "it", "ja", "zh", "ko"]);
const withArticle = new Set([
  "US",
  "GB",
  "NL",
  "CH",
  "TR",
  "SK",
  "UA",
  "AE",
  "PH",
  "CZ",
  "DO",
  "IR",
  "IQ",
  "MN",
  "CD",
  "CG",
  "SD",
  "LB",
  "VA",
  "BS",
  "MV",
  "SC",
]);

/** The statement's words with the fact's country, where all facts name one country and the words name another by its plain name. */
function fixOf(statement: OriginStatement, facts: readonly Origin[], locale: string | null): string | null {
  const language = locale?.split(/[-_]/)[0] ?? "";
  const [place, ...others] = new Set(facts.map((one) => one.place));
  if (!locale || !plainNames.has(language) || !place || others.length > 0) return null;
  if (!/^[A-Z]{2}$/.test(place) || withArticle.has(place) || withArticle.has(statement.place)) return null;
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const [right, wrong] = [names.of(place), /^[A-Z]{2}$/.test(statement.place) ? names.of(statement.place) : undefined];
  if (!right || !wrong || !statement.quote.includes(wrong)) return null;
  return statement.quote.replace(wrong, right);
}
