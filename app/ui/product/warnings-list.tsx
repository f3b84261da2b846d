import { BlockStack } from "@shopify/polaris";
import { type FindingEvents, FindingLine } from "./finding-line.tsx";
import type { WarningView } from "./product-detail-view.ts";
import "../ui.css";

export interface WarningsListProps {
  warnings: WarningView[];
  /** the content type's label */
  label: string;
  /** epoch ms; absent where no decisions are shown */
  now?: number | undefined;
  /** absent where findings are only shown */
  events?: FindingEvents | undefined;
}

/** What the checks found in a text: what blocks it first, what a person kept last. */
export function WarningsList({ warnings, label, now, events }: WarningsListProps) {
  if (warnings.length === 0) return null;
  const sorted = [...warnings].sort((a, b) => weightOf(b) - weightOf(a));
  return (
    <BlockStack as="ul" gap="150">
      {sorted.map((warning) => (
        <li key={`${warning.code} ${warning.description}`} className="sw-plain">
          <FindingLine finding={warning} label={label} now={now} events={events} />
        </li>
      ))}
    </BlockStack>
  );
}

function weightOf({ decision, severity }: WarningView): number {
  if (decision) return 0;
  return severity === "block" ? 2 : 1;
}
