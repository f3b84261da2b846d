import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { formatDollars } from "../money.ts";
import { countOf } from "../numbers.ts";
import type { SpendingView } from "../spending.ts";

/** What the form holds; empty strings mean: no cap, and the operator's price. Prices are dollars per million tokens. */
export interface SpendForm {
  dailyCostCap: string;
  dailyCreditsCap: string;
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

/** A price as the operator set it. */
export interface PriceView {
  input: number;
  cached: number;
  output: number;
}

export interface SpendSectionProps {
  form: SpendForm;
  onChange(name: keyof SpendForm, value: string): void;
  /** names of the models as the form has them now */
  models: {
    v1: string;
    v2: string;
    /** null: nobody is asked, or a model that is priced above */
    examiner: string | null;
  };
  operatorPrices: Record<string, PriceView>;
  spending: SpendingView;
  errors: Partial<Record<string, string>>;
}

/** The daily caps, the prices that money is counted with, and what the shop has spent. */
export function SpendSection({ form, onChange, models, operatorPrices, spending, errors }: SpendSectionProps) {
  const field = (
    name: keyof SpendForm,
    label: string,
    more: { placeholder?: string; prefix?: string; helpText?: string },
  ) => (
    <TextField
      label={label}
      inputMode="decimal"
      value={form[name]}
      onChange={(value) => onChange(name, value)}
      error={errors[name]}
      autoComplete="off"
      {...more}
      helpText={errors[name] ? undefined : more.helpText}
    />
  );
  const { availableCredits, today } = spending;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">
          {availableCredits === null
            ? "Credits are not limited. "
            : `${countOf(Math.max(0, availableCredits), "credit")} left. `}
          Today so far: {countOf(today.credits, "credit")}, {formatDollars(today.costNanos)}
          {today.unpricedCalls > 0 ? ` and ${countOf(today.unpricedCalls, "model call")} whose price was not set` : ""}.
        </Text>
        <FormLayout>
          <FormLayout.Group>
            {field("dailyCostCap", "Daily cap in money", { prefix: "$", helpText: "Empty: no cap." })}
            {field("dailyCreditsCap", "Daily cap in credits", { helpText: "Empty: no cap." })}
          </FormLayout.Group>
          {(["v1", "v2", "examiner"] as const).map((version) => {
            const model = models[version];
            if (model === null) return null;
            const set = operatorPrices[model];
            const as = (value: number | undefined) => ({
              prefix: "$",
              placeholder: value === undefined ? "not set" : String(value),
            });
            return (
              <BlockStack gap="200" key={version}>
                <Text as="h3" variant="headingSm">
                  Price of {model} ({version}) per million tokens
                </Text>
                <FormLayout.Group condensed>
                  {field(`${version}Input`, "Input", as(set?.input))}
                  {field(`${version}Cached`, "Cached input", as(set?.cached))}
                  {field(`${version}Output`, "Output", as(set?.output))}
                </FormLayout.Group>
              </BlockStack>
            );
          })}
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
