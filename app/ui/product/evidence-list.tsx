import { BlockStack, Button, Collapsible, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { factWords } from "../marks/fact-name.ts";
import type { EvidenceView } from "./product-detail-view.ts";
import "../ui.css";

/** The fact behind each number and word of a text that has one. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
  const { t } = useTranslation("product");
  const { t: marks } = useTranslation("marks");
  const [open, setOpen] = useState(false);
  const id = useId();
  if (evidence.length === 0) return null;
  return (
    <BlockStack gap="150" inlineAlign="start">
      <Button
        variant="plain"
        disclosure={open ? "up" : "down"}
        ariaControls={id}
        ariaExpanded={open}
        onClick={() => setOpen(!open)}
      >
        {t("backed", { count: evidence.length })}
      </Button>
      <Collapsible open={open} id={id}>
        <dl className="sw-evidence">
          {evidence.map(({ text, fact, path }) => (
            <div key={`${text} ${fact}`}>
              <dt dir="auto">{text}</dt>
              <dd dir="auto">
                <Text as="span" tone="subdued">
                  {factWords(marks, { path, fact })}
                </Text>
              </dd>
            </div>
          ))}
        </dl>
      </Collapsible>
    </BlockStack>
  );
}
