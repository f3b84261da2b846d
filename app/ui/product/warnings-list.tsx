import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { WarningView } from "./product-detail-view.ts";

/** What the checks found in a text; what blocks it first. */
export function WarningsList({ warnings }: { warnings: WarningView[] }) {
  if (warnings.length === 0) return null;
  const sorted = [...warnings].sort((a, b) => Number(b.severity === "block") - Number(a.severity === "block"));
  return (
    <BlockStack as="ul" gap="150">
      {sorted.map((warning) => (
        <li key={`${warning.code} ${warning.description}`} className="sw-plain">
          <InlineStack gap="200" blockAlign="start" wrap={false}>
            <span>
              <Badge tone={warning.severity === "block" ? "critical" : "warning"}>
                {warning.severity === "block" ? "Blocks" : "Check"}
              </Badge>
            </span>
            <span dir="auto" className="sw-wrap">
              <Text as="span" tone={warning.severity === "block" ? "critical" : "caution"}>
                {sentence(warning.description)}
              </Text>
            </span>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}

function sentence(text: string): string {
  const first = text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
  return /[.!?…:]$/.test(first) ? first : `${first}.`;
}
