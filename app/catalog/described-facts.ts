import { namedRows } from "../lib/html/tables-of-html.ts";
import type { ProductAttribute } from "./own-attributes.ts";

/** A value under a name. */
export interface NamedValue {
  name: string;
  value: string;
}

const most = 60;
const maxValueChars = 500;
/** `Material: linen`; a label is a few words without the signs of a sentence, and what follows is no address or time. */
const labelled = /^(?<name>\p{L}[^:：.!?;,\n]{0,39})[:：](?!\/\/)\s*(?<value>\S.*)$/u;
const clock = /\d$/;

/**
 * The values that a description gives under a name: rows of its tables with two columns, of its description lists, and lines that begin
 * with a label and go on with no sentence. The first of two with one name counts.
 * @param text the description's plain text, one line a block
 */
export function describedFacts(html: string, text: string): ProductAttribute[] {
  const rows = /<(?:table|dl)\b/i.test(html) ? namedRows(html) : [];
  const facts = new Map<string, ProductAttribute>();
  for (const { name, value } of [...rows, ...labelledLines(text)]) {
    const key = name.toLowerCase();
    if (facts.size < most && !facts.has(key)) {
      facts.set(key, { name, value: value.slice(0, maxValueChars), source: "description" });
    }
  }
  return [...facts.values()];
}

function labelledLines(text: string): NamedValue[] {
  if (!/[:：]/.test(text)) return [];
  return text.split("\n").flatMap((line) => labelledValue(line) ?? []);
}

/** `Material: linen` as a name and a value; null for a sentence, an address, a time of day and a step of instructions. */
export function labelledValue(line: string): NamedValue | null {
  const { name = "", value = "" } = labelled.exec(line)?.groups ?? {};
  const label = name.trim();
  return isLabel(label) && isValue(value) && !(clock.test(label) && /^\d/.test(value))
    ? { name: label, value: value.trim() }
    : null;
}

/** "Q", "Step 1" and the opening of a sentence name nothing of a product. */
function isLabel(label: string): boolean {
  const words = label.split(/\s+/);
  return (label.length > 1 || /[\p{Lo}]/u.test(label)) && words.length <= 4 && !/\s\d+$/.test(label);
}

/** A value that a description gives under a name is no sentence and no address. */
function isValue(value: string): boolean {
  const isSentence = /[.!?…]["”»]?$/.test(value) && value.split(/\s+/).length > 6;
  return value.length <= 160 && !isSentence && !/\S@\S/.test(value);
}
