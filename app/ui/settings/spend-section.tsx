import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inARow } from "../in-a-row.ts";
import type { SpendingView } from "../spending.ts";
import { useFormats } from "../use-formats.ts";

/** What the form holds; empty strings mean: no cap, and the operator's price. Prices are dollars per million tokens. */
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

const nanosPerDollar = 1_000_000_000;

/** Whether a cap as it is typed is spent already. What is no number is told by the server. */
export function isBelow(typed: string, spent: number): boolean {
  const cap = Number(typed.trim().replace(",", "."));
  return typed.trim() !== "" && Number.isFinite(cap) && cap < spent;
}

/** The daily caps, the prices that money is counted with, and what the shop has spent. */
export function SpendSection({ form, onChange, models, operatorPrices, spending, errors }: SpendSectionProps) {
  const { t } = useTranslation("settings");
  const { dollars } = useFormats();
  const field = (
    name: keyof SpendForm,
    label: string,
    more: { placeholder?: string; prefix?: string; helpText?: ReactNode },
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
  const spent = {
    credits: t("spending.credits", { count: today.credits }),
    money: dollars(today.costNanos),
  };
  // It may be wanted, so that it is no error of the field.
  const below = (amount: string) => (
    <Text as="span" tone="caution">
      {t("spending.below", { spent: amount })}
    </Text>
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">
          {inARow(
            availableCredits === null
              ? t("spending.unlimited")
              : t("spending.left", { count: Math.max(0, availableCredits) }),
            today.unpricedCalls > 0
              ? t("spending.todayAnd", { ...spent, calls: t("spending.unpriced", { count: today.unpricedCalls }) })
              : t("spending.today", spent),
          )}
        </Text>
        <FormLayout>
          <FormLayout.Group>
            {field("dailyCostCap", t("spending.costCap"), {
              prefix: "$",
              helpText: isBelow(form.dailyCostCap, today.costNanos / nanosPerDollar)
                ? below(spent.money)
                : t("spending.noCap"),
            })}
            {field("dailyCreditsCap", t("spending.creditsCap"), {
              helpText: isBelow(form.dailyCreditsCap, today.credits) ? below(spent.credits) : t("spending.noCap"),
            })}
            {field("runCostCap", t("spending.runCap"), { prefix: "$", helpText: t("spending.runCapHelp") })}
          </FormLayout.Group>
          {(["v1", "v2", "examiner"] as const).map((version) => {
            const model = models[version];
            if (model === null) return null;
            const set = operatorPrices[model];
            const as = (value: number | undefined) => ({
              prefix: "$",
              placeholder: value === undefined ? t("spending.notSet") : String(value),
            });
            return (
              <BlockStack gap="200" key={version}>
                <Text as="h3" variant="headingSm">
                  {t("spending.price", { model, version: version === "examiner" ? t("spending.examiner") : version })}
                </Text>
                <FormLayout.Group condensed>
                  {field(`${version}Input`, t("spending.input"), as(set?.input))}
                  {field(`${version}Cached`, t("spending.cached"), as(set?.cached))}
                  {field(`${version}Output`, t("spending.output"), as(set?.output))}
                </FormLayout.Group>
              </BlockStack>
            );
          })}
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
