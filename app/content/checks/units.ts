/** What is measured; numbers are compared within one dimension only. */
export type Dimension =
  | "mass"
  | "length"
  | "area"
  | "volume"
  | "time"
  | "power"
  | "voltage"
  | "current"
  | "charge"
  | "energy"
  | "food_energy"
  | "frequency"
  | "data"
  | "temperature"
  | "percent"
  | "money"
  | "light"
  | "sound"
  | "pressure"
  | "speed"
  | "grammage"
  | "image"
  | "density";

export interface Unit {
  dimension: Dimension;
  /** to the dimension's base */
  factor: number;
  offset?: number;
  /** across systems a rounded conversion counts as the same */
  system: "metric" | "imperial";
}

const metric: [Dimension, number, string][] = [
  ["mass", 0.001, "mg milligram milligrams milligramm 毫克"],
  ["mass", 1, "g gr gram grams gramm gramme grammes gramo gramos grammo grammi grama gramas г гр グラム 克 그램"],
  [
    "mass",
    1_000,
    "kg kgs kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes kilogramo kilogramos кг キログラム 千克 公斤",
  ],
  ["mass", 1_000_000, "ton tonne tonnes tonnen tonnellate"],
  ["length", 0.001, "µm μm micron microns"],
  [
    "length",
    1,
    "mm millimeter millimeters millimetre millimetres millimètre millimètres milímetro milímetros millimetri мм ミリメートル 毫米",
  ],
  [
    "length",
    10,
    "cm centimeter centimeters centimetre centimetres zentimeter centimètre centimètres centímetro centímetros centimetri см センチメートル センチ 厘米 公分",
  ],
  ["length", 100, "dm decimeter dezimeter"],
  ["length", 1_000, "m meter meters metre metres mètre mètres metro metros metri metrów м メートル"],
  [
    "length",
    1_000_000,
    "km kilometer kilometers kilometre kilometres kilomètre kilomètres kilómetro kilómetros chilometri км",
  ],
  ["area", 0.0001, "cm² cm2"],
  ["area", 1, "m² m2 sqm qm"],
  [
    "volume",
    1,
    "ml milliliter milliliters millilitre millilitres mililitro mililitros millilitri мл cc ミリリットル 毫升",
  ],
  ["volume", 10, "cl centiliter zentiliter centilitre centilitres"],
  ["volume", 100, "dl deciliter deziliter"],
  ["volume", 1_000, "l liter liters litre litres litro litros litri л リットル 升"],
  ["volume", 1_000_000, "m³ m3"],
  ["time", 0.001, "ms millisecond milliseconds"],
  ["time", 1, "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondo secondi"],
  ["time", 60, "min mins minute minutes minuten minuto minutos minuti minut"],
  ["time", 3_600, "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren timmar timer"],
  ["time", 86_400, "day days tag tage tagen jour jours día días giorno giorni dag dagen dagar dias"],
  ["time", 604_800, "week weeks woche wochen semaine semaines semana semanas settimana settimane weken veckor"],
  ["time", 2_629_800, "month months monat monate monaten mois mes meses mese mesi maand maanden månader"],
  [
    "time",
    31_557_600,
    "year years yr yrs jahr jahre jahren an ans année années año años anno anni jaar jaren år ano anos",
  ],
  ["power", 1, "w watt watts vatios"],
  ["power", 1_000, "kw kilowatt kilowatts"],
  ["voltage", 1, "v volt volts"],
  ["current", 1, "ma milliampere"],
  ["current", 1_000, "a amp amps ampere"],
  ["charge", 1, "mah"],
  ["charge", 1_000, "ah"],
  ["energy", 1, "wh"],
  ["energy", 1_000, "kwh"],
  ["food_energy", 1, "kj kilojoule"],
  ["food_energy", 4.184, "kcal calories kalorien"],
  ["frequency", 1, "hz hertz"],
  ["frequency", 1_000, "khz"],
  ["frequency", 1_000_000, "mhz"],
  ["frequency", 1_000_000_000, "ghz"],
  ["data", 1, "kb"],
  ["data", 1_000, "mb"],
  ["data", 1_000_000, "gb"],
  ["data", 1_000_000_000, "tb"],
  ["temperature", 1, "°c ℃ celsius"],
  ["percent", 1, "% percent prozent pourcent procent ٪ ％"],
  ["money", 1, "€ $ £ ¥ ₩ ₹ eur euro euros usd dollar dollars gbp chf franken jpy yen pln zł kr kč 円 元 원"],
  ["light", 1, "lm lumen lumens"],
  ["light", 1, "lx lux"],
  ["sound", 1, "db dba decibel decibels dezibel"],
  ["pressure", 1, "bar"],
  ["speed", 1, "rpm u/min"],
  ["grammage", 1, "g/m² g/m2 gsm g/qm"],
  ["image", 1, "mp megapixel megapixels"],
  ["image", 0.000001, "px pixel pixels"],
  ["density", 1, "den denier"],
];

const imperial: [Dimension, number, string][] = [
  ["mass", 28.349523125, "oz ounce ounces unze unzen once onces onza onzas"],
  ["mass", 453.59237, "lb lbs pound pounds pfund livres libras"],
  ["length", 25.4, 'in inch inches " ″ ” zoll pouce pouces pulgada pulgadas pollici pollice duim'],
  ["length", 304.8, "ft foot feet ' ′ ’ fuß pied pieds pies piedi voet"],
  ["length", 914.4, "yd yard yards"],
  ["length", 1_609_344, "mi mile miles"],
  ["area", 0.09290304, "sqft ft² ft2"],
  ["volume", 29.5735295625, "floz fl.oz"],
  ["volume", 473.176473, "pint pints"],
  ["volume", 946.352946, "quart quarts qt"],
  ["volume", 3_785.411784, "gal gallon gallons gallone gallonen"],
  ["pressure", 0.0689476, "psi"],
];

const units = new Map<string, Unit>();
for (const [dimension, factor, names] of metric) {
  for (const name of names.split(" ")) units.set(name, { dimension, factor, system: "metric" });
}
for (const [dimension, factor, names] of imperial) {
  for (const name of names.split(" ")) units.set(name, { dimension, factor, system: "imperial" });
}
units.set("°f", { dimension: "temperature", factor: 5 / 9, offset: -32, system: "imperial" });
units.set("℉", { dimension: "temperature", factor: 5 / 9, offset: -32, system: "imperial" });

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
  м: "м",
  г: "г",
  л: "л",
};

/** Words that are also something else than a unit: the number may as well stand alone. */
export const ambiguousUnits: ReadonlySet<string> = new Set([
  '"',
  "″",
  "”",
  "'",
  "′",
  "’",
  "in",
  "an",
  "s",
  "m",
  "A",
  "V",
  "W",
  "L",
  "pies",
  "once",
  "bar",
  "second",
  "mi",
]);

/** The unit of that spelling, or undefined. */
export function unitOf(name: string): Unit | undefined {
  if (name.length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name)) return units.get(oneLetter[name] ?? "");
  return units.get(name.toLowerCase().replace(/\.$/, ""));
}

/** The value in the dimension's base unit. */
export function inBase(value: number, unit: Unit): number {
  return (value + (unit.offset ?? 0)) * unit.factor;
}
