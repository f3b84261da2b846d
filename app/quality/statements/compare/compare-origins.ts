import { countryCodes } from "../../language/claim-lexicon.ts";
import { placeCountries } from "../../language/places.ts";
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
  const sameAct = origins.filter((one) => isSameAct(statement, one));
  const same = sameAct.filter((one) => isWithin(one.place, statement.place) || isNamed(one, statement.place));
  if (statement.polarity !== "affirmed" || same.some((one) => one.polarity !== "affirmed")) {
    const [agree, oppose] = [
      same.filter((one) => one.polarity === statement.polarity),
      same.filter((one) => one.polarity !== statement.polarity),
    ];
    return statement.polarity === "possible" ? unknown : decide(statement, agree, oppose);
  }
  const support = same.find((one) => proves(statement, one));
  if (support) return supportedBy(support);
  const other = sameAct
    .filter((one) => one.polarity === "affirmed" && isElsewhere(one.place, statement.place))
    .sort((a, b) => a.fact.tier - b.fact.tier)[0];
  // A place of the same act that may be this one settles nothing.
  if (!other || sameAct.some((one) => !isElsewhere(one.place, statement.place))) return unknown;
  return refutedBy(other, fixOf(statement, sameAct, locale));
}

/** "Origin" speaks of making and growing, not of design. */
function isSameAct(statement: OriginStatement, one: OriginStatement): boolean {
  if (statement.act === one.act) return true;
  const open = [statement.act, one.act].includes("unspecified");
  return open && statement.act !== "designed" && one.act !== "designed";
}

function countryOf(place: string): string | null {
  return /^[A-Z]{2}$/.test(place) ? place : (placeCountries().get(place) ?? null);
}

/** Florence is in Italy: made there it is made in Italy. */
function isWithin(place: string, wanted: string): boolean {
  return place === wanted || (wanted.length === 2 && countryOf(place) === wanted);
}

/** "Bengtsfors, Dalsland": the fact names the town in its own words. */
function isNamed({ fact, at }: Origin, wanted: string): boolean {
  if (wanted.length < 3) return false;
  const words = fact.value.toLowerCase();
  const place = words.indexOf(wanted, Math.max(0, at.start - 60));
  return place >= 0 && place < at.end + 60;
}

/** Surely another place: other countries, or towns of other countries. */
function isElsewhere(place: string, wanted: string): boolean {
  const [one, other] = [countryOf(place), countryOf(wanted)];
  return one !== null && other !== null && one !== other && !isPart(one, other);
}

/** England and the United Kingdom, Hong Kong and China. */
function isPart(one: string, other: string): boolean {
  return (
    ["HK CN", "CN HK", "MO CN", "CN MO", "TW CN", "CN TW", "PR US", "US PR"].includes(`${one} ${other}`) ||
    !isCountry(one) ||
    !isCountry(other)
  );
}

/** Regions like the European Union hold countries. */
function isCountry(code: string): boolean {
  return countryCodes().includes(code) && !["EU", "EZ", "UN", "QO", "XA", "XB"].includes(code);
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
