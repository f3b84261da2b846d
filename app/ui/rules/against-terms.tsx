import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TermsAnswer } from "../terms-view.ts";

export interface AgainstTermsProps {
  /** what was found; null before somebody looked */
  against: NonNullable<TermsAnswer["against"]> | null;
  looking: boolean;
  /** false: the rows of the page are not what is looked for */
  isSaved: boolean;
  /** @param after the product behind which to look on; "" for the first */
  onLook(after: string): void;
  onTranslate(productIds: string[]): void;
}

/** The translations that are not as the terms of today say, each with the words that ask for it, and the way to make them again. */
export function AgainstTerms({ against, looking, isSaved, onLook, onTranslate }: AgainstTermsProps) {
  const { t } = useTranslation("rules");
  const texts = against?.texts ?? [];
  const next = against?.next ?? null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("terms.against")}
        </Text>
        <Text as="p" tone="subdued">
          {t(isSaved ? "terms.againstAbout" : "terms.againstUnsaved")}
        </Text>
        {against ? (
          <div role="status">
            <Text as="p">
              {t(texts.length === 0 ? "terms.noneAgainst" : "terms.foundAgainst", { count: texts.length })}
            </Text>
          </div>
        ) : null}
        {texts.length > 0 ? (
          <ul className="sw-terms-against">
            {texts.map(({ productId, title, text, words, url }) => (
              <li key={`${productId} ${text}`}>
                <Link url={url}>{title}</Link>{" "}
                <Text as="span" tone="subdued">
                  {t("terms.why", { text, words })}
                </Text>
              </li>
            ))}
          </ul>
        ) : null}
        <InlineStack gap="200">
          <Button onClick={() => onLook("")} loading={looking} disabled={!isSaved}>
            {t("terms.look")}
          </Button>
          {next === null ? null : (
            <Button onClick={() => onLook(next)} disabled={looking}>
              {t("terms.lookOn")}
            </Button>
          )}
          {texts.length === 0 ? null : (
            <Button onClick={() => onTranslate([...new Set(texts.map(({ productId }) => productId))])}>
              {t("terms.again")}
            </Button>
          )}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
