import type { Dimension, Unit } from "./unit.ts";
import { namedUnits } from "./unit-names.ts";

const metric: [Dimension, number, string][] = [
  ["mass", 0.001, "mg"],
  ["mass", 1, "g gr г гр"],
  ["mass", 1_000, "kg kgs кг"],
  ["length", 0.001, "µm μm micron microns"],
  ["length", 1, "mm мм"],
  ["length", 10, "cm см"],
  ["length", 100, "dm"],
  ["length", 1_000, "m м"],
  ["length", 1_000_000, "km км"],
  ["area", 1, "sqm qm"],
  ["volume", 1, "ml мл cc"],
  ["volume", 10, "cl"],
  ["volume", 100, "dl"],
  ["volume", 1_000, "l л"],
  ["time", 0.000000001, "ns"],
  ["time", 0.000001, "µs μs"],
  ["time", 0.001, "ms"],
  ["time", 1, "s sec secs sek"],
  ["time", 60, "min mins"],
  ["time", 3_600, "h hr hrs"],
  ["power", 0.001, "mw"],
  ["power", 1, "w"],
  ["power", 1_000, "kw"],
  ["voltage", 1, "v"],
  ["current", 1, "ma"],
  ["current", 1_000, "a amp amps ampere amperes"],
  ["current", 1_000_000, "ka kiloampere kiloamperes"],
  ["charge", 1, "mah"],
  ["charge", 1_000, "ah"],
  ["resistance", 1, "ω ohm ohms"],
  ["resistance", 1_000, "kω kohm kiloohm kiloohms kilohm kilohms"],
  ["capacitance", 1, "pf picofarad picofarads"],
  ["capacitance", 1_000, "nf nanofarad nanofarads"],
  ["capacitance", 1_000_000, "µf μf microfarad microfarads"],
  ["capacitance", 1_000_000_000_000, "farad farads"],
  ["inductance", 1, "µh μh microhenry microhenries"],
  ["inductance", 1_000, "mh millihenry millihenries"],
  ["inductance", 1_000_000, "henry henries"],
  ["torque", 1, "nm"],
  ["energy", 1, "wh"],
  ["energy", 1_000, "kwh"],
  ["food_energy", 0.001, "joule joules"],
  ["food_energy", 1, "kj"],
  // On goods a calorie is a kilocalorie.
  ["food_energy", 4.184, "kcal cal calorie calories kalorien"],
  ["frequency", 1, "hz"],
  ["frequency", 1_000, "khz"],
  ["frequency", 1_000_000, "mhz"],
  ["frequency", 1_000_000_000, "ghz"],
  ["data", 0.001, "byte bytes"],
  ["data", 1, "kb"],
  ["data", 1_000, "mb"],
  ["data", 1_000_000, "gb"],
  ["data", 1_000_000_000, "tb"],
  ["data_rate", 0.001, "bps bit/s"],
  ["data_rate", 1, "kbps kbit/s"],
  ["data_rate", 1_000, "mbps mbit/s"],
  ["data_rate", 1_000_000, "gbps gbit/s"],
  ["temperature", 1, "°c ℃ celsius"],
  ["percent", 1, "% ٪ ％"],
  ["money", 1, "€ $ £ ¥ ₩ ₹ eur euro euros usd dollar dollars gbp chf franken jpy yen pln zł kr kč 円 元 원"],
  ["light", 1, "lm lumen lumens"],
  ["illuminance", 1, "lx lux"],
  [
    "sound",
    1,
    "db dba decibel decibels dezibel decibeles decibelio decibelios decibelek decibeles decibellel decibelt decibelia desibel decibelów decibelů decibeli децибел децибелов децибелів",
  ],
  ["gain", 1, "dbi"],
  ["pressure", 1, "bar"],
  ["rotation", 1, "rpm u/min"],
  ["concentration", 1, "mg/ml"],
  ["grammage", 1, "g/m² g/m2 gsm g/qm"],
  ["image", 1, "mp megapixel megapixels"],
  ["image", 0.000001, "px pixel pixels"],
  ["image_density", 1, "ppi dpi"],
  ["density", 1, "den denier"],
];

const imperial: [Dimension, number, string][] = [
  ["mass", 28.349523125, "oz"],
  ["mass", 453.59237, "lb lbs"],
  ["length", 25.4, 'in " ″ ”'],
  ["length", 304.8, "ft ' ′ ’"],
  ["length", 914.4, "yd"],
  ["length", 1_609_344, "mi"],
  ["speed", 447.04, "mph"],
  ["power", 745.699872, "hp"],
  ["power", 0.29307107, "btu btu/h btu/hr"],
  ["power", 3_516.8528, "tonsofrefrigeration tonofrefrigeration"],
  ["illuminance", 10.7639104, "fc footcandle footcandles"],
  ["pressure", 0.0689476, "psi"],
];

/** Name → millilitres of the US measure and of the imperial one. */
const liquid: [string, us: number, imperial: number][] = [
  ["floz fluidounce fluidounces fluidoz", 29.5735295625, 28.4130625],
  ["pt pint pints", 473.176473, 568.26125],
  ["qt quart quarts", 946.352946, 1_136.5225],
  ["gal gallon gallons gallone gallonen", 3_785.411784, 4_546.09],
];

const units = new Map<string, Unit>();
for (const [dimension, factor, names] of metric) {
  for (const name of names.split(" ")) units.set(name, { dimension, factor, system: "metric" });
}
for (const [dimension, factor, names] of imperial) {
  for (const name of names.split(" ")) units.set(name, { dimension, factor, system: "imperial" });
}
for (const [names, us, imperial] of liquid) {
  for (const name of names.split(" ")) {
    units.set(`us${name}`, { dimension: "volume", factor: us, system: "imperial" });
    units.set(`imp${name}`, { dimension: "volume", factor: imperial, system: "imperial" });
  }
}
units.set("°f", { dimension: "temperature", factor: 5 / 9, offset: -32, system: "imperial" });
units.set("℉", { dimension: "temperature", factor: 5 / 9, offset: -32, system: "imperial" });
units.set("kelvin", { dimension: "temperature", factor: 1, offset: -273.15, system: "metric" });
units.set("dbd", { dimension: "gain", factor: 1, offset: 2.15, system: "metric" });

// One letter means a unit in one spelling only: 5 g, 5 m, 5 W, but not 5 G, 5 M or 5 w.
const oneLetter: Record<string, string> = {
  g: "g",
  m: "m",
  l: "l",
  L: "l",
  h: "h",
  s: "s",
  W: "w",
  V: "v",
  A: "a",
  K: "kelvin",
  F: "farad",
  H: "henry",
  J: "joule",
  м: "м",
  г: "г",
  л: "л",
};

/**
 * The units that a spelling may mean, empty when it is none: a gallon is a US or an imperial one, `g/day` is also written for
 * grams.
 */
function unitsOf(name: string): Unit[] {
  const signs = signUnitsOf(name);
  return signs.length > 0 || name.length === 1 ? signs : namedUnits(keyOf(name), undefined).map(({ unit }) => unit);
}

/** As {@link unitsOf}, of signs and abbreviations alone, which are the same in all languages. */
export function signUnitsOf(name: string): Unit[] {
  const whole = unitOf(name);
  if (whole) return [whole];
  const key = keyOf(name);
  const both = [units.get(`us${key}`), units.get(`imp${key}`)].filter((unit) => unit !== undefined);
  if (both.length > 0) return both;
  const [counted = "", per] = name.split("/");
  if (per === undefined) return [];
  const ones = unitsOf(counted);
  const time = unitsOf(per).find(({ dimension }) => dimension === "time");
  return time ? [...ones.flatMap((one) => rateOf(one, time) ?? []), ...ones] : ones;
}

const rates: Partial<Record<Dimension, Dimension>> = { length: "speed", mass: "mass_rate", volume: "volume_rate" };

/** `l/min`; a length by time is a speed. */
function rateOf(counted: Unit, time: Unit): Unit | undefined {
  const dimension = rates[counted.dimension];
  return dimension && { dimension, factor: counted.factor / time.factor, system: counted.system };
}

/** The unit of that spelling, or undefined. */
function unitOf(name: string): Unit | undefined {
  if (name.length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name)) return units.get(oneLetter[name] ?? "");
  if (isCurrency(name)) return euro;
  const key = keyOf(name);
  return units.get(key) ?? powerOf(key);
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[.\s\u00a0\u202f-]+/g, "")
    .replace(/^(?:imperial|uk)(?=\p{L})/u, "imp");
}

/** `ft²`, `sq ft`, `square feet`, `m3`, `cubic metres`: the unit of a length to a power. */
function powerOf(key: string): Unit | undefined {
  const [, word = "", name = "", sign = ""] = /^(square|sq|cubic|cu)?(.+?)([²³23])?$/u.exec(key) ?? [];
  const power = /^sq/.test(word) || /[²2]/.test(sign) ? 2 : word !== "" || sign !== "" ? 3 : 1;
  const side = power === 1 || (word !== "" && sign !== "") ? undefined : units.get(name);
  if (side?.dimension !== "length") return undefined;
  const { factor, system } = side;
  // Lengths are in mm, areas in m², volumes in ml.
  return power === 2
    ? { dimension: "area", factor: (factor / 1_000) ** 2, system }
    : { dimension: "volume", factor: (factor / 10) ** 3, system };
}

const currencies = new Set(Intl.supportedValuesOf("currency"));
const euro = units.get("€");

/** An ISO code in capitals, which a word like `all` or `cup` is not. */
function isCurrency(name: string): boolean {
  return /^[A-Z]{3}$/.test(name) && currencies.has(name);
}
