import { nanosPerDollar } from "../../credits/money.ts";
import type { SpendInput, SpendProblem, SpendSettings } from "../../credits/spend-settings.ts";

/** Daily caps and the prices of both models, as somebody writes them: "" for none. */
export interface SpendForm {
  dailyCostCap: string;
  dailyCreditsCap: string;
  v1Input: string;
  v1Cached: string;
  v1Output: string;
  v2Input: string;
  v2Cached: string;
  v2Output: string;
}

interface ModelNames {
  v1: string;
  v2: string;
}

/** The settings as the form shows them. */
export function spendFormOf({ dailyCostCapNanos, dailyCreditsCap, modelPrices }: SpendSettings, names: ModelNames) {
  const v1 = modelPrices[names.v1];
  const v2 = modelPrices[names.v2];
  const text = (value: number | null | undefined) => (value == null ? "" : String(value));
  const form: SpendForm = {
    dailyCostCap: text(dailyCostCapNanos === null ? null : dailyCostCapNanos / nanosPerDollar),
    dailyCreditsCap: text(dailyCreditsCap),
    v1Input: text(v1?.input),
    v1Cached: text(v1?.cached),
    v1Output: text(v1?.output),
    v2Input: text(v2?.input),
    v2Cached: text(v2?.cached),
    v2Output: text(v2?.output),
  };
  return form;
}

/** The form's prices by model name. A model that both versions use has one price: the first. */
export function spendInputOf(form: SpendForm, names: ModelNames): SpendInput {
  const { dailyCostCap, dailyCreditsCap } = form;
  const second = { input: form.v2Input, cached: form.v2Cached, output: form.v2Output };
  const first = { input: form.v1Input, cached: form.v1Cached, output: form.v1Output };
  return { dailyCostCap, dailyCreditsCap, prices: { [names.v2]: second, [names.v1]: first } };
}

/** The errors by the form's fields: `price.gpt-5.input` → `v2Input`. */
export function spendErrorsOf(errors: Record<string, SpendProblem>, names: ModelNames): Record<string, SpendProblem> {
  const fields: Record<string, SpendProblem> = {};
  for (const [field, problem] of Object.entries(errors)) {
    const place = /^price\.(.*)\.(input|cached|output)$/.exec(field);
    const version = place?.[1] === names.v1 ? "v1" : "v2";
    const part = place?.[2] ?? "";
    fields[place ? `${version}${part.charAt(0).toUpperCase()}${part.slice(1)}` : field] = problem;
  }
  return fields;
}
