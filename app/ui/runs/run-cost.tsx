import { InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFormats } from "../use-formats.ts";
import type { RunFiguresView } from "./run-view.ts";
import { useRunWords } from "./run-words.ts";

/** What a run has cost so far: credits, money, tokens, and how much of the prompts the provider had in its cache. */
export function RunCost({ cost }: { cost: RunFiguresView }) {
  const { t } = useTranslation("runs");
  const { count, percent } = useFormats();
  const { money } = useRunWords();
  return (
    <InlineStack gap="600">
      <Figure label={t("cost.credits")}>{count(cost.credits)}</Figure>
      <Figure label={t("cost.money")}>{money(cost)}</Figure>
      <Figure label={t("cost.calls")}>{count(cost.calls)}</Figure>
      {cost.calls === 0 ? null : (
        <Figure label={t("cost.tokens")}>
          {t("cost.tokensOf", {
            in: count(cost.tokensIn),
            share: percent(cost.tokensIn === 0 ? 0 : cost.tokensCached / cost.tokensIn),
            out: count(cost.tokensOut),
          })}
        </Figure>
      )}
    </InlineStack>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text as="p" variant="bodySm" tone="subdued">
        {label}
      </Text>
      <Text as="p" numeric>
        {children}
      </Text>
    </div>
  );
}
