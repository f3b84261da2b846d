import { z } from "zod";
import type { MetafieldNode } from "../shopify/operations/index.ts";
import { measurementWords } from "./measurement.ts";
import type { NameOf } from "./reference-names.ts";
import { richTextWords } from "./rich-text-words.ts";

/**
 * A metafield's value in words, a list's entries divided by commas; null when it tells nothing about a product in words:
 * addresses, references whose name is not known, JSON that no definition of the shop declares.
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-data-types
 */
export function metafieldWords(
  { type, value, definition }: Pick<MetafieldNode, "type" | "value" | "definition">,
  nameOf: NameOf,
): string | null {
  if (!type.startsWith("list.")) return wordsOf(type, value, nameOf, Boolean(definition));
  const list = parseJson(value);
  if (!Array.isArray(list)) return null;
  const item = type.slice("list.".length);
  const words = list.flatMap((entry: unknown) => {
    const text = wordsOf(item, typeof entry === "string" ? entry : JSON.stringify(entry), nameOf, Boolean(definition));
    return text ? [text] : [];
  });
  return words.length > 0 ? words.join(", ") : null;
}

function wordsOf(type: string, value: string, nameOf: NameOf, isDeclared: boolean): string | null {
  switch (type) {
    case "single_line_text_field":
    case "multi_line_text_field":
    case "number_integer":
    case "number_decimal":
    case "color":
    case "id":
      return value.trim() || null;
    case "boolean":
      return value === "true" ? "Yes" : "No";
    case "date":
    case "date_time":
      return dateWords(value);
    case "language":
      return languageName(value);
    case "link":
      return linkSchema.safeParse(parseJson(value)).data?.text.trim() || null;
    case "money":
      return moneyWords(parseJson(value));
    case "rating":
      return ratingWords(parseJson(value));
    case "rich_text_field":
      return richTextWords(parseJson(value)) || null;
    case "json":
      return isDeclared ? jsonWords(parseJson(value)) : null;
    case "url":
      return null;
    default:
      return type.endsWith("_reference") ? nameOf(value) : measurementWords(parseJson(value));
  }
}

const linkSchema = z.object({ text: z.string() });
const longDate = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** As Shopify stores it and as people say it: `2026-03-01 (1 March 2026)`. */
function dateWords(value: string): string | null {
  const time = Date.parse(value);
  return Number.isNaN(time) ? value.trim() || null : `${value.trim()} (${longDate.format(time)})`;
}

const languageNames = new Intl.DisplayNames("en", { type: "language" });

function languageName(value: string): string | null {
  try {
    return languageNames.of(value.trim()) ?? null;
  } catch {
    return value.trim() || null;
  }
}

const money = z.object({ amount: z.coerce.string(), currency_code: z.string() });

function moneyWords(value: unknown): string | null {
  const parsed = money.safeParse(value);
  return parsed.success ? `${parsed.data.amount} ${parsed.data.currency_code}` : null;
}

const rating = z.object({ value: z.coerce.number(), scale_max: z.coerce.number() });

function ratingWords(value: unknown): string | null {
  const parsed = rating.safeParse(value);
  return parsed.success ? `${parsed.data.value} of ${parsed.data.scale_max}` : null;
}

const maxJsonLeaves = 40;

/** `{"fibre":"wool","share":0.3}` → "fibre: wool, share: 0.3" */
function jsonWords(value: unknown): string | null {
  const words: string[] = [];
  collect(value, "", 0);
  return words.length > 0 ? words.join(", ") : null;

  function collect(part: unknown, name: string, depth: number): void {
    if (words.length >= maxJsonLeaves || depth > 4) return;
    if (Array.isArray(part)) for (const entry of part) collect(entry, name, depth + 1);
    else if (typeof part === "object" && part !== null)
      for (const [key, entry] of Object.entries(part)) collect(entry, key.replace(/[_-]+/g, " "), depth + 1);
    else if (part !== null && part !== undefined && part !== "") {
      const text = typeof part === "boolean" ? (part ? "Yes" : "No") : String(part);
      words.push(name === "" ? text : `${name}: ${text}`);
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
