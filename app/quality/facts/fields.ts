import { labelledValue } from "../../catalog/described-facts.ts";
import { yesNoOf } from "../language/yes-no.ts";

/** Words under the name that says what they are about; without one they are a sentence. */
export interface Field {
  name: string | undefined;
  text: string;
}

const sign = "✓✔✅☑🗸✗✘✕✖❌❎☒🚫⛔";
/** `✗ Parabens` and `Vegan ✓`: what a list of ticks and crosses says of its entries. */
const signFirst = new RegExp(`^([${sign}])\\ufe0f?\\s*([^${sign}\\n]{2,60})$`, "u");
const signLast = new RegExp(`^([^${sign}\\n]{2,60}?)\\s*[:–-]?\\s*([${sign}])\\ufe0f?$`, "u");
const innerName = /^([^:：]{1,40})[:：]\s*(\S.*)$/u;
const mostInnerChars = 4_000;

/**
 * The fields of a fact's value. A line that is named by nothing may be one itself: "Gluten: no" in a description or a note,
 * "✗ Parabens". A value may hold fields that only say yes or no, as JSON and lists have them: "fibre: wool, organic: No".
 */
export function fieldsOf(name: string | undefined, value: string): Field[] {
  if (name === undefined) {
    const line = tickedField(value) ?? labelledValue(value);
    return [line ? { name: line.name, text: line.value } : { name, text: value }];
  }
  if (value.length > mostInnerChars || !/[:：]/.test(value)) return [{ name, text: value }];
  const rest: string[] = [];
  const answers: Field[] = [];
  for (const part of value.split(/[;\n]\s*|,\s+/u)) {
    const [, inner = "", text = ""] = innerName.exec(part) ?? [];
    // "Moonstone (lab grown: no)": what is before the bracket is a value of its own.
    const [before, bracket] = inner.includes("(") ? inner.split(/\((?=[^(]*$)/u) : ["", inner];
    const answer = text !== "" && yesNoOf(text) ? bracket?.trim() : "";
    if (answer) {
      answers.push({ name: answer, text });
      if (before?.trim()) rest.push(before.trim());
    } else rest.push(part);
  }
  if (answers.length === 0) return [{ name, text: value }];
  return rest.length > 0 ? [...answers, { name, text: rest.join(", ") }] : answers;
}

function tickedField(line: string): { name: string; value: string } | null {
  const first = signFirst.exec(line);
  if (first) return { name: (first[2] ?? "").trim(), value: first[1] ?? "" };
  const last = signLast.exec(line);
  return last ? { name: (last[1] ?? "").trim(), value: last[2] ?? "" } : null;
}
