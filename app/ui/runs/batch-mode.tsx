import { Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { inARow } from "../in-a-row.ts";

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
  const { t } = useTranslation("runs");
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {describeBatchMode(t, view, open)}
    </Text>
  );
}

export function describeBatchMode(
  t: TFunction<"runs">,
  { waiting, sent, answered, direct }: BatchModeView,
  open: boolean,
): string {
  const parts: string[] = [t("batch.answered", { answered, count: waiting + sent + answered + direct })];
  if (open && sent > 0) parts.push(t("batch.sent", { count: waiting + sent }));
  else if (open && waiting > 0) parts.push(t("batch.gathered", { count: waiting }));
  if (direct > 0) parts.push(t("batch.direct", { count: direct }));
  return inARow(...parts);
}
