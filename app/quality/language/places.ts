import { claimRows } from "./claim-lexicon.ts";

let known: Map<string, string> | undefined;

/** Town or region in small letters → the country it is in, for the places that the tables name. */
export function placeCountries(): ReadonlyMap<string, string> {
  if (known) return known;
  known = new Map();
  for (const { place } of claimRows()) {
    for (const [key, names] of Object.entries(place)) {
      if (!key.endsWith("+")) continue;
      for (const name of names.split("|")) if (!known.has(name)) known.set(name, key.slice(0, 2));
    }
  }
  return known;
}
