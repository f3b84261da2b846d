import { Text } from "@shopify/polaris";
import { countOf, formatCount } from "../numbers.ts";

/** First calls of a run that may wait, by their state. */
export interface BatchModeView {
  /** gathered for a batch */
  waiting: number;
  /** with the provider */
  sent: number;
  answered: number;
  /** not answered by a batch: written at the full price */
  direct: number;
}

/** How far a run in batch mode is. */
export function BatchMode({ view, open }: { view: BatchModeView; open: boolean }) {
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {describeBatchMode(view, open)}
    </Text>
  );
}

export function describeBatchMode({ waiting, sent, answered, direct }: BatchModeView, open: boolean): string {
  const all = waiting + sent + answered + direct;
  const waits = waiting + sent;
  const parts = [`Half price: ${formatCount(answered)} of ${countOf(all, "product")} answered.`];
  if (open && sent > 0) parts.push(`${countOf(waits, "product")} with the model's provider, up to 24 hours.`);
  else if (open && waits > 0) parts.push(`${countOf(waits, "product")} being gathered.`);
  if (direct > 0) parts.push(`${countOf(direct, "product")} without an answer from the batch: full price.`);
  return parts.join(" ");
}
