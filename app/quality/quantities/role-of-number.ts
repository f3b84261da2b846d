import type { FoundNumber } from "./found-number.ts";
import { chainLabels, labelAfter } from "./labels.ts";
import { type Place, roleNear, roleOfName, shareNear, shareOfName, wordsNear } from "./roles.ts";
import type { Dimension } from "./unit.ts";

/** Dimensions of which a product has one value as a rule, whatever the words say. */
const roleOfDimension: Partial<Record<Dimension, string>> = {
  ...{
    voltage: "voltage",
    power: "power",
    charge: "battery capacity",
    energy: "energy",
    data: "storage",
    light: "brightness",
    illuminance: "brightness",
    carat: "carat",
  },
  ...{
    sound: "noise level",
    grammage: "grammage",
    density: "yarn weight",
    image_density: "resolution",
    money: "price",
  },
  ...{
    frequency: "frequency",
    rotation: "speed",
    torque: "torque",
    pressure: "pressure",
    speed: "speed",
    fineness: "fineness",
  },
  ...{ temperature: "temperature", current: "current", area: "area", food_energy: "energy", resistance: "resistance" },
};

/** What a number measures, by the words around it, the name of its fact and its dimension; with the end of those words. */
export function roleOfNumber(
  text: string,
  one: FoundNumber,
  place: Place,
  name: string,
): { role: string | null; part: string; end: number; direct: boolean } {
  const nothing = { part: "", end: one.end, direct: false };
  if (one.code !== undefined) return { role: null, ...nothing };
  const dimension = one.units.find((unit) => unit !== null)?.dimension ?? "count";
  const label = one.label ?? labelAfter(text, one.end);
  if (dimension === "length" || (one.chain && dimension === "count")) {
    const byLabel = chainRole(text, one, label, name);
    if (byLabel) return { role: byLabel, ...nothing, direct: true };
  }
  if (dimension === "percent") {
    const share = shareNear(text, place);
    if (share) return { role: share, ...nothing, direct: true };
  }
  const isMiddle = one.chain !== undefined && one.chain.at < one.chain.length - 1;
  const near = roleNear(text, isMiddle ? { ...place, to: place.end } : place, dimension);
  if (near) return { ...near, role: promised(near.role, one) };
  if (dimension === "percent") {
    const share = shareOfName(name);
    if (share) return { role: share, ...nothing };
  }
  // "4 plates, 4 bowls" under "Pieces" are no four pieces.
  const isOther =
    dimension === "count" && one.units.includes(null) && wordsNear(text, { ...place, from: 0 }).after.length > 0;
  if (nights.test(one.unitName)) return { role: "return period", ...nothing };
  const named = name === "" || isOther ? null : roleOfName(name, dimension);
  if (named) return { ...named, end: one.end, direct: false };
  const own = dimension === "count" || one.units.includes(null) ? undefined : roleOfDimension[dimension];
  return { role: own ?? (one.chain ? "dimensions" : null), ...nothing };
}

const month = 2_629_800;

/** Who repairs it for years promises a warranty; a repair of some days is none. */
function promised(role: string, { units }: FoundNumber): string | null {
  if (role !== "repair promise") return role;
  return units.every((unit) => unit !== null && unit.factor >= month) ? "warranty" : null;
}

/** A number of nights is what a bed may be tried for. */
const nights = /^(?:nights?|nächten?|nuits?|noches?|notti|nachten|noites|nocy|nätter|nætter|netter|泊|晩|yötä)$/iu;

/** The side of a size by its own label (`W60`) or by those written beside all (`60 × 40 cm (W × D)`). */
function chainRole(text: string, one: FoundNumber, label: string | null, name: string): string | null {
  const all = one.chain ? chainLabels(text, one.chain, name) : null;
  if (all && one.chain) return all[one.chain.at] ?? "dimensions";
  return label;
}
