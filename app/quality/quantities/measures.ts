import type { Unit } from "./unit.ts";

const inch = 25.4;
const foot = 304.8;

/** Units that CLDR names, by its ids: to the base of their dimension (g, mm, m², ml, s, W, V, mA, mAh …). */
export const measures: Readonly<Record<string, Unit>> = {
  ...metric("mass", { tonne: 1e6, kilogram: 1_000, gram: 1, milligram: 1e-3, microgram: 1e-6 }),
  ...imperial("mass", { pound: 453.59237, ounce: 28.349523125, stone: 6_350.29318, "ounce-troy": 31.1034768 }),
  ...metric("length", { kilometer: 1e6, meter: 1_000, decimeter: 100, centimeter: 10 }),
  ...metric("length", { millimeter: 1, micrometer: 1e-3, nanometer: 1e-6 }),
  ...imperial("length", { mile: 1_609_344, yard: 914.4, foot, inch }),
  ...metric("area", { "square-kilometer": 1e6, hectare: 1e4, "square-meter": 1, "square-centimeter": 1e-4 }),
  ...imperial("area", { "square-foot": 0.09290304, "square-inch": 0.00064516, "square-yard": 0.83612736 }),
  ...imperial("area", { acre: 4_046.8564224 }),
  ...metric("volume", { "cubic-meter": 1e6, "cubic-centimeter": 1, liter: 1_000, deciliter: 100 }),
  ...metric("volume", { centiliter: 10, milliliter: 1, hectoliter: 1e5 }),
  ...imperial("volume", { "cubic-foot": 28_316.846592, "cubic-inch": 16.387064, gallon: 3_785.411784 }),
  ...imperial("volume", { "gallon-imperial": 4_546.09, quart: 946.352946, pint: 473.176473 }),
  ...imperial("volume", { "pint-imperial": 568.26125, cup: 236.5882365, "fluid-ounce": 29.5735295625 }),
  ...imperial("volume", { "fluid-ounce-imperial": 28.4130625, tablespoon: 14.78676478125, teaspoon: 4.92892159375 }),
  ...ofGroup("duration", "time", { year: 31_557_600, month: 2_629_800, week: 604_800, day: 86_400, hour: 3_600 }),
  ...ofGroup("duration", "time", { minute: 60, second: 1, millisecond: 1e-3, microsecond: 1e-6, nanosecond: 1e-9 }),
  ...metric("power", { gigawatt: 1e9, megawatt: 1e6, kilowatt: 1_000, watt: 1, milliwatt: 1e-3 }),
  ...imperial("power", { horsepower: 745.699872 }),
  ...ofGroup("electric", "voltage", { volt: 1 }),
  ...ofGroup("electric", "current", { ampere: 1_000, milliampere: 1 }),
  ...ofGroup("electric", "resistance", { ohm: 1 }),
  ...ofGroup("electric", "capacitance", { farad: 1e12 }),
  ...ofGroup("electric", "inductance", { henry: 1e6 }),
  ...ofGroup("sound", "sound", { decibel: 1 }),
  ...ofGroup("energy", "energy", { "kilowatt-hour": 1_000, "watt-hour": 1 }),
  // On goods a calorie is a kilocalorie.
  ...ofGroup("energy", "food_energy", {
    kilocalorie: 4.184,
    calorie: 4.184,
    foodcalorie: 4.184,
    kilojoule: 1,
    joule: 1e-3,
  }),
  "force-newton": { dimension: "force", factor: 1, system: "metric" },
  ...metric("frequency", { gigahertz: 1e9, megahertz: 1e6, kilohertz: 1_000, hertz: 1 }),
  ...ofGroup("digital", "data", { terabyte: 1e9, gigabyte: 1e6, megabyte: 1_000, kilobyte: 1, byte: 1e-3 }),
  ...ofGroup("graphics", "image", { megapixel: 1, pixel: 1e-6 }),
  ...ofGroup("graphics", "image_density", { "pixel-per-inch": 1, "dot-per-inch": 1 }),
  ...ofGroup("light", "light", { lumen: 1 }),
  ...ofGroup("light", "illuminance", { lux: 1 }),
  ...metric("pressure", { bar: 1, millibar: 1e-3, pascal: 1e-5, hectopascal: 1e-3, kilopascal: 1e-2, megapascal: 10 }),
  ...imperial("pressure", { "pound-force-per-square-inch": 0.0689476, atmosphere: 1.01325 }),
  // Lengths are in mm and times in s.
  ...metric("speed", { "kilometer-per-hour": 1e6 / 3_600, "meter-per-second": 1_000 }),
  ...imperial("speed", { "mile-per-hour": 447.04, knot: 514.444 }),
  "temperature-celsius": { dimension: "temperature", factor: 1, system: "metric" },
  "temperature-fahrenheit": { dimension: "temperature", factor: 5 / 9, offset: -32, system: "imperial" },
  "temperature-kelvin": { dimension: "temperature", factor: 1, offset: -273.15, system: "metric" },
  "torque-newton-meter": { dimension: "torque", factor: 1, system: "metric" },
  "concentr-percent": { dimension: "percent", factor: 1, system: "metric" },
  "concentr-karat": { dimension: "fineness", factor: 1, system: "metric" },
  "mass-carat": { dimension: "carat", factor: 1, system: "metric" },
  "grammage-gram-per-square-meter": { dimension: "grammage", factor: 1, system: "metric" },
  // A trial of 100 nights is one of 100 days.
  "duration-night": { dimension: "time", factor: 86_400, system: "metric" },
  "rotation-per-minute": { dimension: "rotation", factor: 1, system: "metric" },
  "angle-degree": { dimension: "angle", factor: 1, system: "metric" },
};

function metric(dimension: Unit["dimension"], factors: Record<string, number>): Record<string, Unit> {
  return ofGroup(dimension, dimension, factors, "metric");
}

function imperial(dimension: Unit["dimension"], factors: Record<string, number>): Record<string, Unit> {
  return ofGroup(dimension, dimension, factors, "imperial");
}

function ofGroup(
  group: string,
  dimension: Unit["dimension"],
  factors: Record<string, number>,
  system: Unit["system"] = "metric",
): Record<string, Unit> {
  return Object.fromEntries(
    Object.entries(factors).map(([name, factor]) => [`${group}-${name}`, { dimension, factor, system }]),
  );
}
