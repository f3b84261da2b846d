/** Regions that hold countries, as CLDR codes them → their countries by ISO 3166. */
const regions: Readonly<Record<string, ReadonlySet<string>>> = {
  // "Europe" and "the EU" are one word to most shops: a country of the continent is in both, in doubt.
  EU: new Set(
    (
      "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK " +
      "AD AL BA BY CH FO GB GI IS LI MC MD ME MK NO RS SM UA VA XK"
    ).split(" "),
  ),
};

/** True of a code that holds countries. */
export function isRegion(code: string): boolean {
  return Object.hasOwn(regions, code);
}

/** @param country ISO 3166 */
export function isInRegion(country: string, region: string): boolean {
  return regions[region]?.has(country) ?? false;
}
