import { z } from "zod";
import type { MetafieldNode } from "../shopify/operations/index.ts";

export interface Attribute {
  name: string;
  value: string;
}

const maxValueChars = 2_000;
// Legacy SEO fields are live texts, and ratings are what buyers say: neither is a fact about the product.
const notFacts = /^(global\.(title_tag|description_tag)|reviews\..+)$/;

/**
 * A metafield as a fact with a name people read: its definition's, or `custom.care_guide` → "Care guide". Null for what says nothing about the
 * product in words (references, files, JSON, money) and for what apps keep for themselves.
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-data-types
 */
export function attributeOf(metafield: MetafieldNode): Attribute | null {
  const { namespace, key, type, value } = metafield;
  if (namespace.startsWith("app--") || namespace.startsWith("$app") || notFacts.test(`${namespace}.${key}`))
    return null;
  const words = type.startsWith("list.") ? listWords(type.slice(5), value) : valueWords(type, value);
  return words ? { name: metafield.definition?.name || nameOf(key), value: words.slice(0, maxValueChars) } : null;
}

function nameOf(key: string): string {
  const words = key.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listWords(type: string, value: string): string | null {
  const list = z.array(z.unknown()).safeParse(parseJson(value));
  if (!list.success) return null;
  const words = list.data.flatMap((entry) => {
    const text = valueWords(type, typeof entry === "string" ? entry : JSON.stringify(entry));
    return text ? [text] : [];
  });
  return words.length > 0 ? words.join(", ") : null;
}

function valueWords(type: string, value: string): string | null {
  switch (type) {
    case "single_line_text_field":
    case "multi_line_text_field":
    case "number_integer":
    case "number_decimal":
    case "date":
    case "date_time":
      return value.trim() || null;
    case "boolean":
      return value === "true" ? "Yes" : "No";
    case "dimension":
    case "weight":
    case "volume":
      return measureWords(value);
    case "rich_text_field":
      return richTextWords(parseJson(value)) || null;
    default:
      return null;
  }
}

const measure = z.object({ value: z.coerce.number(), unit: z.string() });

/** `{"value":25.0,"unit":"CENTIMETERS"}` → "25 cm" */
function measureWords(value: string): string | null {
  const parsed = measure.safeParse(parseJson(value));
  if (!parsed.success) return null;
  const unit = parsed.data.unit.toLowerCase();
  return `${parsed.data.value} ${shortUnits[unit] ?? unit.replaceAll("_", " ")}`;
}

const shortUnits: Record<string, string> = {
  millimeters: "mm", centimeters: "cm", meters: "m", inches: "in", feet: "ft", yards: "yd",
  grams: "g", kilograms: "kg", ounces: "oz", pounds: "lb",
  milliliters: "ml", centiliters: "cl", liters: "l", cubic_meters: "m³", us_fluid_ounces: "US fl oz",
  us_pints: "US pt", us_quarts: "US qt", us_gallons: "US gal", imperial_fluid_ounces: "fl oz",
}; // biome-ignore format: unit to sign

/** The words of Shopify's rich text tree, a space between blocks. */
function richTextWords(node: unknown, depth = 0): string {
  if (typeof node !== "object" || node === null || depth > 20) return "";
  if ("value" in node && typeof node.value === "string") return node.value;
  const children: unknown[] = "children" in node && Array.isArray(node.children) ? node.children : [];
  const gap = "type" in node && (node.type === "root" || node.type === "list") ? " " : "";
  return children
    .map((child) => richTextWords(child, depth + 1))
    .join(gap)
    .trim();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
