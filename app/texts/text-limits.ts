import type { TextLimits } from "../db/schema/index.ts";
import { slotNamed } from "./slot.ts";
import { countChars } from "./text-body.ts";

/**
 * The longest texts of places that have no definition, in characters, by kind and field. Shopify names no number where it says
 * that an option or one of its values is too long (OPTION_NAME_TOO_LONG, OPTION_VALUE_NAME_TOO_LONG); 255 is what its fields of
 * one line take, as on record for titles and handles: "Handle is too long (maximum is 255 characters)".
 * Titles of products and alt texts have theirs among the rules of the store channel; nothing hard is known of search texts.
 * @see https://shopify.dev/docs/api/admin-graphql/latest/enums/ProductOptionsCreateUserErrorCode
 */
const longest: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ProductOption: { name: 255 },
  ProductOptionValue: { name: 255 },
  Collection: { title: 255 },
  Page: { title: 255 },
  Blog: { title: 255 },
  Article: { title: 255 },
  Menu: { title: 255 },
  Link: { title: 255 },
};

/** Which limits Shopify itself sets a text, by the name of its slot; null for none. */
export function ownLimitsOf(name: string): TextLimits | null {
  const { resource, field } = slotNamed(name);
  const max = longest[resource.split("/")[0] ?? ""]?.[field];
  return max === undefined ? null : { max };
}

/** The stricter one of limits of length; null where there is none. */
export function stricterOf(...limits: (number | null | undefined)[]): number | null {
  const known = limits.filter((limit) => limit !== null && limit !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

/** What of a text is outside of a place's limits. */
export type LimitBreach =
  | { kind: "too_long" | "too_short"; chars: number; limit: number; part: number }
  | { kind: "not_a_choice"; choices: readonly string[]; part: number }
  | { kind: "not_of_pattern"; pattern: string; part: number }
  | { kind: "too_many" | "too_few"; items: number; limit: number };

/** @param parts the entries of a list, or the one text */
export function breachesOf(limits: TextLimits, parts: readonly string[]): LimitBreach[] {
  const { max = Number.POSITIVE_INFINITY, min = 0, most = Number.POSITIVE_INFINITY, least = 0 } = limits;
  const { choices, pattern } = limits;
  const items = parts.length;
  const found: LimitBreach[] = parts.flatMap((text, part): LimitBreach[] => {
    const chars = countChars(text);
    if (choices && !choices.includes(text)) return [{ kind: "not_a_choice", choices, part }];
    if (chars > max) return [{ kind: "too_long", chars, limit: max, part }];
    if (chars < min) return [{ kind: "too_short", chars, limit: min, part }];
    return pattern !== undefined && isFound(pattern, text) === false ? [{ kind: "not_of_pattern", pattern, part }] : [];
  });
  if (items > most) found.push({ kind: "too_many", items, limit: most });
  if (items < least) found.push({ kind: "too_few", items, limit: least });
  return found;
}

const longestMatched = 1_000;
/** Of each more than these the time may grow by a power of the text's length, or double with each. */
const mostRepeats = { anchored: 2, free: 1 };
const mostChoices = 3;

/**
 * Whether a pattern is found in a text; null where that is left to Shopify. Its patterns take as long as the text is long; here
 * one with repeated groups, several repeats or many choices could take years, and one that is not written alike in both, or means
 * something else as `\s` does, is no reason to refuse a text.
 */
function isFound(pattern: string, text: string): boolean | null {
  const plain = pattern.replace(/\\./g, "").replace(/\[[^\]]*\]/g, "x");
  const repeats = plain.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0;
  const choices = plain.match(/(?<!\()\?|\|/g)?.length ?? 0;
  const most = plain.startsWith("^") && !plain.includes("|") ? mostRepeats.anchored : mostRepeats.free;
  if (/\)[*+{?]/.test(plain) || /\\[sSbB]/.test(pattern)) return null;
  if (repeats > most || choices > mostChoices || text.length > longestMatched) return null;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return null;
  }
}
