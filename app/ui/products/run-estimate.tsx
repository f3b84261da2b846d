import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { formatDollars } from "../money.ts";
import { countOf, formatCount, formatDuration } from "../numbers.ts";
import { type Estimate, estimateRun, type SpendingView } from "../spending.ts";

export interface RunEstimateProps {
  products: number;
  /** true when there are more products than were counted */
  capped: boolean;
  contentTypes: string[];
  model: { version: string; name: string; creditsPerProduct: number } | undefined;
  spending: SpendingView;
  /** the run may wait: half the model's price, and up to a day */
  waits?: boolean;
}

/** What a run will cost in credits, money and time, beside what is left; "unknown" where nothing is known. */
export function RunEstimate({ products, capped, contentTypes, model, spending, waits }: RunEstimateProps) {
  const credits = products * (model?.creditsPerProduct ?? 0);
  const full = model ? estimateRun(spending, { agentModel: model.version, contentTypes, products }) : null;
  const estimate = full && waits ? { ...full, costNanos: full.waitingCostNanos } : full;
  const more = capped ? "more than " : "";
  return (
    <BlockStack gap="200">
      <Line label="Credits" strong>
        {more}
        {countOf(credits, "credit")}
        {spending.availableCredits === null ? "" : ` of ${formatCount(Math.max(0, spending.availableCredits))} left`}
      </Line>
      <Line label="Model cost">
        {estimate === null
          ? "unknown"
          : estimate.costNanos === null
            ? "unknown"
            : `${more || "about "}${formatDollars(estimate.costNanos)}`}
      </Line>
      <Line label="Time">
        {waits
          ? "up to 24 hours"
          : estimate?.durationMs == null
            ? "unknown"
            : `${more || "about "}${formatDuration(Math.max(1_000, estimate.durationMs))}`}
      </Line>
      <TodayLine spending={spending} />
      <Text as="p" tone="subdued" variant="bodySm">
        {basisOf(estimate, model?.name ?? "")} {capWarning(estimate, credits, spending)}
      </Text>
    </BlockStack>
  );
}

/** Whether the shop's credits do not cover it: it would be refused. */
export function isBeyondBalance(credits: number, { availableCredits }: SpendingView): boolean {
  return availableCredits !== null && credits > availableCredits;
}

function Line({ label, strong, children }: { label: string; strong?: boolean; children: React.ReactNode }) {
  return (
    <InlineStack align="space-between" gap="200">
      <Text as="span" fontWeight={strong ? "semibold" : "regular"}>
        {label}
      </Text>
      <Text as="span" fontWeight={strong ? "semibold" : "regular"}>
        {children}
      </Text>
    </InlineStack>
  );
}

function TodayLine({ spending }: { spending: SpendingView }) {
  const { today, dailyCostCapNanos, dailyCreditsCap } = spending;
  const parts = [
    dailyCostCapNanos === null ? "" : `${formatDollars(today.costNanos)} of ${formatDollars(dailyCostCapNanos)}`,
    dailyCreditsCap === null ? "" : `${formatCount(today.credits)} of ${countOf(dailyCreditsCap, "credit")}`,
  ].filter(Boolean);
  return parts.length === 0 ? null : <Line label="Used of today's cap">{parts.join(" · ")}</Line>;
}

function basisOf(estimate: Estimate | null, model: string): string {
  if (estimate === null) {
    return "Money and time are unknown until a first product was written with this model: try a few products first.";
  }
  const from = `Estimated from your last ${countOf(estimate.basis, "product")}${estimate.sameTypes ? "" : ", written with other content types"}.`;
  return estimate.costNanos === null ? `${from} The price of ${model} is not set: enter it in Settings.` : from;
}

function capWarning(estimate: Estimate | null, credits: number, spending: SpendingView): string {
  const { today, dailyCostCapNanos, dailyCreditsCap } = spending;
  const beyondCost = dailyCostCapNanos !== null && today.costNanos + (estimate?.costNanos ?? 0) > dailyCostCapNanos;
  const beyondCredits = dailyCreditsCap !== null && today.credits + credits > dailyCreditsCap;
  return beyondCost || beyondCredits
    ? "Your daily cap will pause this run; it goes on by itself at 00:00 UTC, or when you raise the cap."
    : "";
}
