/**
 * The types that a metafield may have, and what fits each of them.
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-data-types
 */

const perTime = (names: string[], times: string[]) =>
  names.flatMap((name) => times.map((time) => `${name}_per_${time}`));

/** Measurement type → its units, as the documentation lists them. Shopify takes them in any case and stores capitals. */
export const measurementUnits: Readonly<Record<string, readonly string[]>> = {
  antenna_gain: ["decibels_isotropic", "decibels_dipole"],
  area: ["square_centimeters", "square_feet", "square_inches", "square_meters", "square_yards"],
  battery_charge_capacity: ["milliamp_hours"],
  battery_energy_capacity: ["watt_hours"],
  capacitance: ["picofarads", "nanofarads", "microfarads", "farads"],
  concentration: ["milligrams_per_gram", "milligrams_per_milliliter"],
  data_storage_capacity: ["bytes", "kilobytes", "megabytes", "gigabytes", "terabytes"],
  data_transfer_rate: ["bits_per_second", "kilobits_per_second", "megabits_per_second", "gigabits_per_second"],
  dimension: ["inches", "feet", "yards", "millimeters", "centimeters", "meters"],
  display_density: ["pixels_per_inch", "dots_per_inch"],
  distance: ["kilometers", "miles"],
  duration: [
    "nanoseconds", "microseconds", "milliseconds", "seconds", "minutes", "hours", "days", "months", "years",
  ],
  electric_current: ["milliamperes", "amperes", "kiloamperes"],
  electrical_resistance: ["ohms", "kiloohms"],
  energy: ["joules", "calories", "kilojoules", "kilocalories"],
  frequency: ["hertz", "kilohertz", "megahertz", "gigahertz"],
  illuminance: ["lux", "foot_candles"],
  inductance: ["microhenries", "millihenries", "henries"],
  luminous_flux: ["lumens"],
  mass_flow_rate: perTime(
    ["grams", "ounces", "pounds", "kilograms", "tons", "tonnes"],
    ["day", "hour", "minute", "second"],
  ),
  power: ["milliwatts", "watts", "horsepower", "kilowatts"],
  pressure: ["pounds_per_square_inch", "bars"],
  resolution: ["pixels", "megapixels"],
  rotational_speed: ["revolutions_per_minute"],
  sound_level: ["decibels"],
  speed: ["kilometers_per_hour", "feet_per_second", "miles_per_hour", "meters_per_second"],
  temperature: ["celsius", "fahrenheit", "kelvin"],
  thermal_power: ["british_thermal_units_per_hour", "kilowatts", "tons_of_refrigeration"],
  voltage: ["volts"],
  volume: [
    "milliliters", "centiliters", "liters", "cubic_meters", "us_fluid_ounces", "us_pints", "us_quarts", "us_gallons",
    "imperial_fluid_ounces", "imperial_pints", "imperial_quarts", "imperial_gallons",
  ],
  volumetric_flow_rate: perTime(["liters", "gallons", "cubic_feet", "cubic_meters"], ["hour", "minute", "second"]),
  weight: ["ounces", "pounds", "grams", "kilograms"],
}; // biome-ignore format: a table

/** Reference type → the resources that its gid may name. */
const references: Record<string, readonly string[]> = {
  article_reference: ["Article"],
  collection_reference: ["Collection"],
  company_reference: ["Company"],
  customer_reference: ["Customer"],
  file_reference: ["GenericFile", "MediaImage", "Video", "Model3d"],
  metaobject_reference: ["Metaobject"],
  mixed_reference: ["Metaobject"],
  order_reference: ["Order"],
  page_reference: ["Page", "OnlineStorePage"],
  product_reference: ["Product"],
  product_taxonomy_value_reference: ["TaxonomyValue"],
  variant_reference: ["ProductVariant"],
};

const single = [
  "boolean", "color", "date", "date_time", "html", "id", "json", "language", "link", "money", "multi_line_text_field",
  "number_decimal", "number_integer", "rating", "rich_text_field", "single_line_text_field", "url",
  ...Object.keys(measurementUnits), ...Object.keys(references),
]; // biome-ignore format: a list of names
const neverListed = new Set([
  "boolean", "company_reference", "html", "id", "json", "language", "money", "multi_line_text_field", "rich_text_field",
]); // biome-ignore format: a list of names

export const metafieldTypes: ReadonlySet<string> = new Set([
  ...single,
  ...single.filter((type) => !neverListed.has(type)).map((type) => `list.${type}`),
]);

/** Why a value does not fit its type, in Shopify's words as far as known; undefined when it fits. */
export function invalidValue(type: string, value: string, currency: string): string | undefined {
  if (!type.startsWith("list.")) return invalidOne(type, value, currency);
  const list = parseJson(value);
  if (!Array.isArray(list)) return "Value must be an array in JSON format.";
  const item = type.slice("list.".length);
  for (const [i, entry] of list.entries()) {
    const text = entryText(item, entry);
    const problem = text === undefined ? "Value must be a string." : invalidOne(item, text, currency);
    if (problem) return `Value at index ${i}: ${problem}`;
  }
  return undefined;
}

function entryText(item: string, entry: unknown): string | undefined {
  if (typeof entry === "string") return entry;
  if (item.startsWith("number") && typeof entry === "number") return String(entry);
  const isObject = item in measurementUnits || item === "link" || item === "rating";
  return isObject && typeof entry === "object" ? JSON.stringify(entry) : undefined;
}

function invalidOne(type: string, value: string, currency: string): string | undefined {
  const allowed = measurementUnits[type];
  if (allowed) return invalidMeasurement(type, value, allowed);
  const resources = references[type];
  if (resources) {
    const resource = /^gid:\/\/shopify\/(\w+)\/\w+$/.exec(value)?.[1];
    return resource !== undefined && resources.includes(resource)
      ? undefined
      : `Value must be a valid ${type.replaceAll("_", " ")}.`;
  }
  switch (type) {
    case "single_line_text_field":
    case "id":
      return /[\n\r]/.test(value) ? "Value must be a single line text string." : undefined;
    case "number_integer":
      return /^-?\d{1,16}$/.test(value) ? undefined : "Value must be an integer.";
    case "number_decimal":
      return /^-?\d{1,13}(\.\d{1,9})?$/.test(value) ? undefined : "Value must be a decimal.";
    case "boolean":
      return value === "true" || value === "false" ? undefined : "Value must be true or false.";
    case "color":
      return /^#[0-9a-f]{6}$/i.test(value) ? undefined : "Value must be a hex color code in the format '#000000'.";
    case "url":
      return invalidUrl(value);
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
        ? undefined
        : "Value must be in YYYY-MM-DD format.";
    case "date_time":
      return Number.isNaN(Date.parse(value)) ? "Value must be in “YYYY-MM-DDTHH:MM:SS” format." : undefined;
    case "language":
      return /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(value) ? undefined : "Value must be a language code.";
    case "json":
      return parseJson(value) === undefined ? "Value is invalid JSON." : undefined;
    case "money":
      return invalidMoney(parseObject(value), currency);
    case "link":
      return invalidLink(parseObject(value));
    case "rating":
      return invalidRating(parseObject(value));
    case "rich_text_field": {
      const tree = parseObject(value);
      const fine = tree?.type === "root" && Array.isArray(tree.children);
      return fine ? undefined : "Value is invalid JSON: root node required.";
    }
    default:
      return undefined;
  }
}

function invalidMeasurement(type: string, value: string, allowed: readonly string[]): string | undefined {
  const given = parseObject(value);
  const amount = given?.value;
  const isAmount = typeof amount === "number" || (typeof amount === "string" && /^-?\d+(\.\d+)?$/.test(amount));
  if (!given || !isAmount || typeof given.unit !== "string")
    return `Value must be a valid ${type} with a value and a unit.`;
  return allowed.includes(given.unit.toLowerCase())
    ? undefined
    : `Unit must be one of: ${allowed.map((unit) => unit.toUpperCase()).join(", ")}.`;
}

function invalidUrl(value: unknown): string | undefined {
  return typeof value === "string" && /^(https?|mailto|sms|tel):/.test(value)
    ? undefined
    : "Value must be one of the following URL schemes: https, http, mailto, sms, tel.";
}

function invalidMoney(given: Given, currency: string): string | undefined {
  const fine = typeof given?.amount === "string" && /^\d+(\.\d+)?$/.test(given.amount);
  if (!fine || typeof given.currency_code !== "string") return "Value must be a valid money amount.";
  return given.currency_code === currency ? undefined : `Currency code must match the store's currency: ${currency}.`;
}

function invalidLink(given: Given): string | undefined {
  return typeof given?.text === "string" && given.text !== ""
    ? invalidUrl(given.url)
    : "Value must have text and a url.";
}

function invalidRating(given: Given): string | undefined {
  const [least, rating, most] = [given?.scale_min, given?.value, given?.scale_max].map((part) =>
    typeof part === "string" ? Number(part) : Number.NaN,
  ) as [number, number, number];
  return least <= rating && rating <= most ? undefined : "Value must be a rating between scale_min and scale_max.";
}

/** The gids of a fitting value that point to something in the shop. */
export function referencesIn(type: string, value: string): string[] {
  const item = type.replace(/^list\./, "");
  return item in references ? (value.match(/gid:\/\/shopify\/\w+\/\w+/g) ?? []) : [];
}

/** A value as Shopify stores it: measurements with a capital unit and a decimal point, times with their offset. */
export function storedValue(type: string, value: string): string {
  if (type in measurementUnits) return storedMeasurement(parseObject(value));
  if (type.startsWith("list.") && type.slice("list.".length) in measurementUnits) {
    return `[${(parseJson(value) as Given[]).map(storedMeasurement).join(",")}]`;
  }
  return type === "date_time" && !/(Z|[+-]\d{2}:\d{2})$/i.test(value) ? `${value}+00:00` : value;
}

function storedMeasurement(given: Given): string {
  const amount = String(Number(given?.value));
  return `{"value":${amount.includes(".") ? amount : `${amount}.0`},"unit":"${String(given?.unit).toUpperCase()}"}`;
}

type Given = Record<string, unknown> | undefined;

function parseObject(text: string): Given {
  const value = parseJson(text);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
