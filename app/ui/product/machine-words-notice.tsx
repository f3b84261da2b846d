import { Banner, BlockStack, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

/** Words of the product's data that are evidence for nothing. */
export interface MachineWordsView {
  /** where they are: `description`, `title`, `attributes.Material` */
  path: string;
  /** as people read the place */
  name: string;
  words: string;
  reason: "addressed_to_machine" | "hidden" | "encoded";
}

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
  const { t } = useTranslation("product");
  const [open, setOpen] = useState(isOpen);
  const id = useId();
  if (words.length === 0) return null;
  return (
    <Banner tone="warning">
      <BlockStack gap="200">
        {toldOnce(words).map(({ key, name }) => (
          <Text as="p" key={key}>
            {t(key, { name })}
          </Text>
        ))}
        <InlineStack>
          <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open} ariaControls={id}>
            {t(open ? "machine.hide" : "machine.show")}
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
          {words.length > maxShown ? (
            <Text as="p" tone="subdued">
              {t("machine.more", { count: words.length - maxShown })}
            </Text>
          ) : null}
        </Collapsible>
      </BlockStack>
    </Banner>
  );
}

/** Each reason once, with the one place that it holds for or the whole product. */
function toldOnce(words: readonly MachineWordsView[]) {
  const places = Map.groupBy(words, ({ reason }) => reason);
  return [...places].map(([reason, found]) => {
    const names = [...new Set(found.map(({ path, name }) => (path === "description" ? "" : name)))];
    const place = names.length > 1 ? "product" : names[0] === "" ? "description" : "field";
    return { key: `machine.${place}.${reason}` as const, name: names[0] ?? "" };
  });
}
