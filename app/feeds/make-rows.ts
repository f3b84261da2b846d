import type { TextBody } from "../db/schema/index.ts";
import { checkChannelRules } from "./check-channel-rules.ts";
import { judgeValue, problemOf } from "./judge-value.ts";
import { isEmpty, oneText, readSource } from "./read-source.ts";
import type { FeedProduct, FeedScope, Row, RowInput, RowProblem, Value } from "./row.ts";
import type { Column, FeedTemplate } from "./template.ts";
import { textsOf, textsUsed } from "./texts-used.ts";
import { cleanLine } from "./values/clean-text.ts";

/** The rows of one product, each with what became of it. Pure. */
export function makeRows(template: FeedTemplate, product: FeedProduct, scope: FeedScope): Row[] {
  const variants = template.per === "product" ? [product.variants[0] ?? null] : product.variants;
  // A rule's check costs a thousand times what a cell does: once for each text, whatever rows share it.
  const judged = new Map<string, ReturnType<typeof checkChannelRules>>();
  const rulesOf = (contentType: string, body: TextBody) => {
    const key = `${contentType}\n${JSON.stringify(body)}`;
    const known = judged.get(key) ?? checkChannelRules({ contentType, body }, product, scope);
    judged.set(key, known);
    return known;
  };
  return variants.map((variant) => makeRow(template, { product, variant, scope }, rulesOf));
}

function makeRow(
  template: FeedTemplate,
  input: RowInput,
  rulesOf: (contentType: string, body: TextBody) => ReturnType<typeof checkChannelRules>,
): Row {
  const { product, variant, scope } = input;
  const values = new Map<string, Value>();
  const leftOut: RowProblem[] = [];
  const notices: RowProblem[] = [];
  const untranslated = new Set(textsUsed(template).filter((name) => product.texts.get(name)?.from === "source"));
  const leavesOut = scope.untranslated === "leave_out";
  for (const column of template.columns) {
    const lacks = leavesOut ? textsOf(column.source).filter((name) => untranslated.has(name)) : [];
    if (lacks.length > 0) {
      const problem = problemOf(column, "not_translated", lacks.join(", "));
      if (isNeeded(template, column)) leftOut.push(problem);
      else notices.push(problem);
      values.set(column.name, "");
      continue;
    }
    const { value, problem, notice } = judgeValue(column, readSource(column.source, input));
    const found = [problem && explained(column, problem, input), ...ruleProblems(column, value, rulesOf)].filter(
      isProblem,
    );
    const worst = found.find(({ kind }) => kind === "problem");
    if (notice) notices.push(notice);
    for (const { kind, problem: one } of found) {
      if (kind === "problem" && column.required) leftOut.push(one);
      else notices.push(one);
    }
    values.set(column.name, worst ? "" : value);
  }
  if (leftOut.every(({ code }) => code !== "not_translated")) leftOut.push(...demandProblems(template, values));
  return {
    id: rowId(values, input),
    productId: product.id,
    variantId: variant?.id ?? "",
    title: cleanLine(product.title),
    values,
    leftOut,
    notices,
    untranslated: !leavesOut && untranslated.size > 0,
  };
}

/** Whether rows without this column are worth nothing to the channel. */
function isNeeded({ demands, carries = [] }: FeedTemplate, { name, required }: Column): boolean {
  return (
    required || carries.includes(name) || demands.some((one) => one.demand === "one_of" && one.columns.includes(name))
  );
}

interface Found {
  /** `notice`: it is written all the same */
  kind: "problem" | "notice";
  problem: RowProblem;
}

function isProblem(one: Found | null): one is Found {
  return one !== null;
}

/** Why a value is empty, where the row itself tells. */
function explained({ name, source }: Column, problem: RowProblem, { product, scope }: RowInput): Found {
  const asks = JSON.stringify(source);
  if (problem.code === "empty" && asks.includes('"field":"url"') && product.url === null) {
    return { kind: "problem", problem: problemOf({ name }, "no_page") };
  }
  if (problem.code === "empty" && /price"/.test(asks) && scope.currency !== scope.shopCurrency) {
    return { kind: "problem", problem: problemOf({ name }, "other_currency", scope.currency) };
  }
  return { kind: "problem", problem };
}

function ruleProblems(
  { name, rules_of: contentType }: Column,
  value: Value,
  rulesOf: (contentType: string, body: TextBody) => ReturnType<typeof checkChannelRules>,
): Found[] {
  if (contentType === undefined || isEmpty(value)) return [];
  const { blocking, warnings } = rulesOf(contentType, bodyOf(value));
  const found = (kind: Found["kind"], list: string[]): Found[] =>
    list.map((words) => ({ kind, problem: problemOf({ name }, "channel_rule", words) }));
  return [...found("problem", blocking), ...found("notice", warnings)];
}

function bodyOf(value: Value): TextBody {
  if (typeof value === "string") return value;
  const [first] = value;
  // Of a marked text its words come last.
  return typeof first === "object" ? (Object.values(first).at(-1) ?? "") : (value as string[]);
}

function demandProblems({ demands, carries }: FeedTemplate, values: ReadonlyMap<string, Value>): RowProblem[] {
  const filled = (name: string) => !isEmpty(values.get(name) ?? "");
  const says = (name: string) => oneText(values.get(name) ?? "");
  const problems: RowProblem[] = [];
  for (const one of demands) {
    if (one.demand === "one_of") {
      const isExcused = one.unless !== undefined && says(one.unless.column) === one.unless.is;
      if (!isExcused && !one.columns.some(filled)) {
        problems.push({ code: "none_of", column: one.columns[0] ?? "", detail: one.columns.join(", ") });
      }
    } else if (one.demand === "not_both") {
      if (one.columns.every(filled))
        problems.push({ code: "both", column: one.columns[0], detail: one.columns.join(", ") });
    } else if (says(one.column) === one.is) {
      const missing = one.needs.filter((name) => !filled(name));
      if (missing.length > 0)
        problems.push({ code: "needed_with", column: missing[0] ?? "", detail: `${one.column}=${one.is}` });
    }
  }
  if (carries && !carries.some(filled))
    problems.push({ code: "nothing_to_carry", column: "", detail: carries.join(", ") });
  return problems;
}

/** What the first column says, which is the item's id in every template. */
function rowId(values: ReadonlyMap<string, Value>, { product, variant }: RowInput): string {
  const [first] = values.values();
  const text = first === undefined ? "" : oneText(first);
  return text === "" ? (variant?.id ?? product.id) : text;
}
