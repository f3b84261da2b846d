import { countChars } from "../texts/text-body.ts";
import { isEmpty, oneText } from "./read-source.ts";
import type { ProblemCode, RowProblem, Value } from "./row.ts";
import type { Column, Shape } from "./template.ts";
import { cutText } from "./values/cut-text.ts";
import { isGtin } from "./values/gtin.ts";
import { isAmount, isMoney } from "./values/money.ts";

const shapeProblems: Record<Shape, ProblemCode> = {
  gtin: "not_gtin",
  url: "not_url",
  money: "not_money",
  amount: "not_money",
  whole_number: "not_whole_number",
  date: "not_date",
  boolean: "not_boolean",
};

/** A value after its column's rules: as it is written, with what was found. */
export interface JudgedValue {
  value: Value;
  /** what is wrong with it: it is not written */
  problem: RowProblem | null;
  /** what was changed so that it can be written */
  notice: RowProblem | null;
}

/** Holds a value to what its column asks. An empty one is judged by `required` alone. Pure. */
export function judgeValue(column: Column, given: Value): JudgedValue {
  if (isEmpty(given)) {
    return { value: given, problem: column.required ? problemOf(column, "empty") : null, notice: null };
  }
  const { value, notice } = column.cut ? cut(column, given) : { value: given, notice: null };
  return { value, problem: problemIn(column, value), notice };
}

function cut(column: Column, value: Value): Pick<JudgedValue, "value" | "notice"> {
  const { max_chars: chars = Number.POSITIVE_INFINITY, max_items: items = Number.POSITIVE_INFINITY } = column;
  if (typeof value === "string") {
    const text = cutText(value, chars);
    return { value: text, notice: text === value ? null : problemOf(column, "too_long", chars) };
  }
  if (value.length <= items) return { value, notice: null };
  return { value: value.slice(0, items) as Value, notice: problemOf(column, "too_many_items", items) };
}

function problemIn(column: Column, value: Value): RowProblem | null {
  const { min_chars, max_chars, max_bytes, min_items, max_items, one_of, shape } = column;
  const parts = typeof value === "string" ? [value] : value.flatMap((one) => (typeof one === "string" ? [one] : []));
  if (typeof value !== "string") {
    if (min_items !== undefined && value.length < min_items) return problemOf(column, "too_few_items", min_items);
    if (max_items !== undefined && value.length > max_items) return problemOf(column, "too_many_items", max_items);
  }
  for (const part of parts.length > 0 ? parts : contentOf(value)) {
    if (min_chars !== undefined && countChars(part) < min_chars) return problemOf(column, "too_short", min_chars);
    if (max_chars !== undefined && countChars(part) > max_chars) return problemOf(column, "too_long", max_chars);
  }
  for (const part of parts) {
    if (one_of !== undefined && !one_of.includes(part)) return problemOf(column, "not_in_list", part);
    if (shape !== undefined && !hasShape(shape, part)) return problemOf(column, shapeProblems[shape], part);
  }
  if (max_bytes !== undefined && Buffer.byteLength(oneText(value)) > max_bytes)
    return problemOf(column, "too_many_bytes", max_bytes);
  return null;
}

/** Of groups the longest part is the text; names and marks are short. */
function contentOf(value: Value): string[] {
  if (typeof value === "string") return [value];
  return value.flatMap((one) => (typeof one === "string" ? [one] : Object.values(one).slice(-1)));
}

function hasShape(shape: Shape, value: string): boolean {
  switch (shape) {
    case "gtin":
      return isGtin(value);
    case "url":
      return isWebAddress(value);
    case "money":
      return isMoney(value);
    case "amount":
      return isAmount(value);
    case "whole_number":
      return /^\d{1,15}$/.test(value);
    case "date":
      return (
        /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d))?$/.test(value) && !Number.isNaN(Date.parse(value))
      );
    case "boolean":
      return value === "true" || value === "false";
  }
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return (
    url !== null &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    url.hostname.includes(".") &&
    !/\s/.test(value)
  );
}

export function problemOf(column: Pick<Column, "name">, code: ProblemCode, detail: string | number = ""): RowProblem {
  return { code, column: column.name, detail: String(detail).slice(0, 200) };
}
