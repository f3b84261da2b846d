import { nanosPerDollar } from "../../credits/money.ts";
import type { SpendInput, SpendProblem, SpendSettings } from "../../credits/spend-settings.ts";

/** Daily caps and the prices of the models, as somebody writes them: "" for none. */
export interface SpendForm {
  dailyCostCap: string;
  dailyCreditsCap: string;
  runCostCap: string;
  v1Input: string;
  v1Cached: string;
  v1Output: string;
  v2Input: string;
  v2Cached: string;
  v2Output: string;
  examinerInput: string;
  examinerCached: string;
  examinerOutput: string;
}

interface ModelNames {
  v1: string;
  v2: string;
  /** null: there is none */
  examiner: string | null;
}

/** The settings as the form shows them. */
export function spendFormOf(
  { dailyCostCapNanos, runCostCapNanos, dailyCreditsCap, modelPrices }: SpendSettings,
  names: ModelNames,
) {
  const v1 = modelPrices[names.v1];
  const v2 = modelPrices[names.v2];
  const examiner = names.examiner === null ? undefined : modelPrices[names.examiner];
  const text = (value: number | null | undefined) => (value == null ? "" : String(value));
  const form: SpendForm = {
    dailyCostCap: text(dailyCostCapNanos === null ? null : dailyCostCapNanos / nanosPerDollar),
    dailyCreditsCap: text(dailyCreditsCap),
    runCostCap: text(runCostCapNanos === null ? null : runCostCapNanos / nanosPerDollar),
    v1Input: text(v1?.input),
    v1Cached: text(v1?.cached),
    v1Output: text(v1?.output),
    v2Input: text(v2?.input),
    v2Cached: text(v2?.cached),
    v2Output: text(v2?.output),
    examinerInput: text(examiner?.input),
    examinerCached: text(examiner?.cached),
    examinerOutput: text(examiner?.output),
  };
  return form;
}

/** A form that may be of before there was an examiner, or a cap for one run. */
type GivenSpendForm = Omit<SpendForm, LaterField> & Partial<Record<LaterField, string | undefined>>;
type LaterField = ExaminerField | "runCostCap";
type ExaminerField = "examinerInput" | "examinerCached" | "examinerOutput";

/** The form's prices by model name. A model that is named more than once has one price: that of the first version. */
export function spendInputOf(form: GivenSpendForm, names: ModelNames): SpendInput {
  const { dailyCostCap, dailyCreditsCap, runCostCap } = form;
  const second = { input: form.v2Input, cached: form.v2Cached, output: form.v2Output };
  const first = { input: form.v1Input, cached: form.v1Cached, output: form.v1Output };
  const { examinerInput: perInput, examinerCached: cached = "", examinerOutput: output = "" } = form;
  // What was not asked for stays as it is.
  const examiner =
    names.examiner === null || perInput === undefined ? {} : { [names.examiner]: { input: perInput, cached, output } };
  return {
    dailyCostCap,
    dailyCreditsCap,
    ...(runCostCap === undefined ? {} : { runCostCap }),
    prices: { ...examiner, [names.v2]: second, [names.v1]: first },
  };
}

/** The errors by the form's fields: `price.gpt-5.input` → `v2Input`. */
export function spendErrorsOf(errors: Record<string, SpendProblem>, names: ModelNames): Record<string, SpendProblem> {
  const fields: Record<string, SpendProblem> = {};
  for (const [field, problem] of Object.entries(errors)) {
    const place = /^price\.(.*)\.(input|cached|output)$/.exec(field);
    const version = place?.[1] === names.v1 ? "v1" : place?.[1] === names.v2 ? "v2" : "examiner";
    const part = place?.[2] ?? "";
    fields[place ? `${version}${part.charAt(0).toUpperCase()}${part.slice(1)}` : field] = problem;
  }
  return fields;
}
