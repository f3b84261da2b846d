import { z } from "zod";

const measurementSchema = z.object({ value: z.coerce.number(), unit: z.string() });

/**
 * A measurement metafield as people write it: `{"value":25.0,"unit":"CENTIMETERS"}` → "25 cm". Null when it is none.
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-data-types for the types and their units
 */
export function measurementWords(value: unknown): string | null {
  const parsed = measurementSchema.safeParse(value);
  if (!parsed.success) return null;
  const { value: amount, unit } = parsed.data;
  return inWords(amount, unit.toLowerCase()) ?? `${amount} ${signOf(unit.toLowerCase())}`;
}

const times = /^(?:nano|micro|milli)?seconds$|^(?:minutes|hours|days|months|years)$/;
const timeNames = new Map<string, Intl.NumberFormat>();

/** Times are written out, 1 hour, 30 minutes; CLDR knows their forms. */
function inWords(amount: number, unit: string): string | null {
  if (!times.test(unit)) return null;
  let format = timeNames.get(unit);
  if (!format) {
    format = new Intl.NumberFormat("en", {
      style: "unit",
      unit: unit.slice(0, -1),
      unitDisplay: "long",
      useGrouping: false,
      maximumFractionDigits: 9,
    });
    timeNames.set(unit, format);
  }
  return format.format(amount);
}

/** CLDR's English for these is either not what people write on goods (Mb/s, hr, US gal/h) or absent. */
const ownSigns: Record<string, string> = {
  bits_per_second: "bps", kilobits_per_second: "kbps", megabits_per_second: "Mbps", gigabits_per_second: "Gbps",
  british_thermal_units_per_hour: "BTU/h", tons_of_refrigeration: "tons of refrigeration",
  decibels_isotropic: "dBi", decibels_dipole: "dBd", foot_candles: "fc", horsepower: "hp",
  bytes: "bytes", milliamp_hours: "mAh", watt_hours: "Wh", miles_per_hour: "mph", pounds_per_square_inch: "psi",
  pixels_per_inch: "ppi", dots_per_inch: "dpi", revolutions_per_minute: "rpm", megapixels: "MP",
  square_feet: "sq ft", square_inches: "sq in", square_yards: "sq yd",
  us_fluid_ounces: "fl oz", us_pints: "pt", us_quarts: "qt", us_gallons: "gal",
  imperial_fluid_ounces: "imp fl oz", imperial_pints: "imp pt", imperial_quarts: "imp qt", imperial_gallons: "imp gal",
}; // biome-ignore format: unit to sign

const signs: Record<string, string> = {
  amperes: "A", bars: "bar", bytes: "B", calories: "cal", celsius: "°C", decibels: "dB", fahrenheit: "°F", farads: "F",
  feet: "ft", gallons: "gal", grams: "g", gram: "g", henries: "H", hertz: "Hz", hour: "h", inches: "in", joules: "J",
  kelvin: "K", liters: "l", lumens: "lm", lux: "lx", meters: "m", miles: "mi", milliliter: "ml", minute: "min", ohms: "Ω",
  ounces: "oz", pixels: "px", pounds: "lb", second: "s", volts: "V", watts: "W", yards: "yd",
}; // biome-ignore format: unit to sign

const prefixes: Record<string, string> = {
  pico: "p", nano: "n", micro: "µ", milli: "m", centi: "c", kilo: "k", mega: "M", giga: "G", tera: "T",
}; // biome-ignore format: prefix to sign

/** The sign of a unit, put together of what its name is made of; an unknown one keeps its name. */
function signOf(unit: string): string {
  const own = ownSigns[unit] ?? signs[unit];
  if (own !== undefined) return own;
  const [whole, per] = unit.split("_per_");
  if (whole !== undefined && per !== undefined) return `${signOf(whole)}/${signOf(per)}`;
  const power = /^(square|cubic)_(.+)$/.exec(unit);
  if (power) return `${signOf(power[2] ?? "")}${power[1] === "square" ? "²" : "³"}`;
  const prefixed = /^(pico|nano|micro|milli|centi|kilo|mega|giga|tera)(.+)$/.exec(unit);
  const base = prefixed && signs[prefixed[2] ?? ""];
  return base ? `${prefixes[prefixed[1] ?? ""]}${base}` : unit.replaceAll("_", " ");
}
