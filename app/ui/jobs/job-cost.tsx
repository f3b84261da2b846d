import { InlineStack, Text } from "@shopify/polaris";
import { formatCount } from "../numbers.ts";
import { describeCost, type RunFiguresView } from "./job-view.ts";

/** What a job has cost so far: credits, money, tokens, and how much of the prompts the provider had in its cache. */
export function JobCost({ cost }: { cost: RunFiguresView }) {
  const share = cost.tokensIn === 0 ? 0 : Math.round((cost.tokensCached / cost.tokensIn) * 100);
  return (
    <InlineStack gap="600">
      <Figure label="Credits">{formatCount(cost.credits)}</Figure>
      <Figure label="Model cost">{describeCost(cost)}</Figure>
      <Figure label="Model calls">{formatCount(cost.calls)}</Figure>
      {cost.calls === 0 ? null : (
        <Figure label="Tokens">
          {formatCount(cost.tokensIn)} in, {share} % of them from the cache · {formatCount(cost.tokensOut)} out
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
