import { BlockStack, Button, Collapsible, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { countOf } from "../numbers.ts";
import "../ui.css";

/** The fact behind each number and word of a text that has one. */
export function EvidenceList({ evidence }: { evidence: { text: string; fact: string }[] }) {
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
        {countOf(evidence.length, "detail")} backed by product facts
      </Button>
      <Collapsible open={open} id={id}>
        <dl className="sw-evidence">
          {evidence.map(({ text, fact }) => (
            <div key={`${text} ${fact}`}>
              <dt dir="auto">{text}</dt>
              <dd dir="auto">
                <Text as="span" tone="subdued">
                  {fact}
                </Text>
              </dd>
            </div>
          ))}
        </dl>
      </Collapsible>
    </BlockStack>
  );
}
