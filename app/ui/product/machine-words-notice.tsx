import { Banner, BlockStack, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";

/** Words of the product's data that are evidence for nothing. */
export interface MachineWordsView {
  /** where they are: `description`, `title`, `attributes.Material` */
  path: string;
  /** as people read the place */
  name: string;
  words: string;
  reason: "addressed_to_machine" | "hidden" | "encoded";
}

const reasons: Record<MachineWordsView["reason"], string> = {
  addressed_to_machine: "contains text addressed to a machine",
  hidden: "contains text that shoppers do not see",
  encoded: "contains encoded text",
};
const maxShownChars = 400;
const maxShown = 20;

/** Tells which words of the product's data no text is written from, and why. Nothing where there are none. */
export function MachineWordsNotice({
  words,
  isOpen = false,
}: {
  words: readonly MachineWordsView[];
  /** whether the words are shown at first; default: once a person asks for them */
  isOpen?: boolean | undefined;
}) {
  const [open, setOpen] = useState(isOpen);
  const id = useId();
  if (words.length === 0) return null;
  return (
    <Banner tone="warning">
      <BlockStack gap="200">
        {toldOnce(words).map((sentence) => (
          <Text as="p" key={sentence}>
            {sentence}
          </Text>
        ))}
        <InlineStack>
          <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open} ariaControls={id}>
            {open ? "Hide" : "Show"}
          </Button>
        </InlineStack>
        <Collapsible open={open} id={id}>
          <dl className="sw-facts">
            {words.slice(0, maxShown).map(({ path, name, words: said }) => (
              <div key={`${path} ${said}`}>
                <dt dir="auto">{name}</dt>
                <dd dir="auto">{said.length > maxShownChars ? `${said.slice(0, maxShownChars)}…` : said}</dd>
              </div>
            ))}
          </dl>
          {words.length > maxShown ? <Text as="p" tone="subdued">{`And ${words.length - maxShown} more.`}</Text> : null}
        </Collapsible>
      </BlockStack>
    </Banner>
  );
}

function toldOnce(words: readonly MachineWordsView[]): string[] {
  const places = Map.groupBy(words, ({ reason }) => reason);
  return [...places].map(([reason, found]) => {
    const names = [...new Set(found.map(({ path, name }) => (path === "description" ? "description" : `"${name}"`)))];
    const [only = ""] = names;
    const place = names.length > 1 ? "This product" : only === "description" ? "This description" : `The field ${only}`;
    return `${place} ${reasons[reason]}. It is not used as facts.`;
  });
}
