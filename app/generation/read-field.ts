import { z } from "zod";
import type { TextBody } from "../db/schema/index.ts";
import { isRecord, parseJson } from "../lib/json.ts";

const oneText = z.string().max(200_000);
const bulletTexts = z.array(z.string().max(20_000)).max(100);

/** Names under which models wrap a text that was asked for as a bare string. */
const textNames = ["text", "value", "content", "html", "bullet", "point"] as const;
const listNames = ["items", "bullets", "values", "list", "points", "content"] as const;

/** What a field of an answer is to hold. */
export type Shape = "text" | "texts";

/** The text or list of texts that a value means. @returns undefined for what could mean several things */
export function readField(shape: Shape, value: unknown): TextBody | undefined {
  return shape === "texts" ? readTexts(value) : readText(value);
}

/** A text: as it is, alone in a list, or in an object that names it. @returns undefined for what could mean several things */
function readText(value: unknown): string | undefined {
  const alone = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const text = isRecord(alone) ? only(alone, textNames) : alone;
  return oneText.safeParse(text).data;
}

/**
 * A list of texts: as it is, without what is empty; its JSON as a text; one a line, or each with a mark or number of its own.
 * @returns undefined for what could mean several things: words with commas are one text as well as a list
 */
function readTexts(value: unknown): string[] | undefined {
  const list = listOf(value);
  if (!list || list.length > 200) return undefined;
  const texts = list.flatMap((one) => (one === null || one === "" ? [] : [readText(one)]));
  return bulletTexts.safeParse(texts).data;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.length === 1 && Array.isArray(value[0]) ? value[0] : value;
  if (isRecord(value)) return numbered(value) ?? listOf(only(value, listNames));
  if (typeof value !== "string" || value.length > 200_000) return undefined;
  const trimmed = value.trim();
  if (trimmed.startsWith("[")) {
    const inner = parseJson(trimmed);
    return Array.isArray(inner) ? inner : undefined;
  }
  return linesOf(trimmed);
}

/** `- `, `* `, `• `, `1. `, `2) ` and the like. A minus belongs to its number. */
const mark = /^(?:[-*–—]\s+|[•·‣▪✓✔➤►]\s*|\d{1,3}[.)]\s+)/u;

function linesOf(text: string): string[] | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const marked = lines.filter((line) => mark.test(line)).length;
  if (lines.length === 1) return inOneLine(text);
  // A line without a mark among marked ones is either the rest of the line before or a heading; it cannot be known which.
  if (lines.length === 0 || (marked > 0 && marked < lines.length)) return undefined;
  return lines.map((line) => line.replace(mark, ""));
}

/** `• one • two`: each is preceded by a mark that no sentence uses. */
function inOneLine(line: string): string[] | undefined {
  if (!/^[•·‣▪✓✔➤►]/u.test(line)) return mark.test(line) ? [line.replace(mark, "")] : undefined;
  const [sign = ""] = line;
  return line
    .split(sign)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** `{"1":"…","2":"…"}` or `{"bullet_1":"…"}`: numbered from one, or from zero. */
function numbered(value: Record<string, unknown>): unknown[] | undefined {
  const entries = Object.entries(value).slice(0, 201);
  const numbers = entries.map(([key]) => Number(/^[a-z_ -]{0,20}?(\d{1,3})$/i.exec(key)?.[1] ?? Number.NaN));
  const first = numbers[0] ?? Number.NaN;
  const inOrder = (first === 0 || first === 1) && numbers.every((number, i) => number === first + i);
  return inOrder ? entries.map(([, one]) => one) : undefined;
}

/** The one field of these names that an object has. */
function only(value: Record<string, unknown>, names: readonly string[]): unknown {
  const own = names.filter((name) => Object.hasOwn(value, name));
  return own.length === 1 ? value[own[0] ?? ""] : undefined;
}
