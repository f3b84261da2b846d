import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { HistoryList } from "./history-list.tsx";
import type { LostTextView } from "./product-detail-view.ts";

/** Texts whose place the product no longer has: nothing can be made of them here, but they can be read, compared and copied. */
export function LostTexts({ texts, now }: { texts: LostTextView[]; now: number }) {
  const { t } = useTranslation("product");
  if (texts.length === 0) return null;
  return (
    <section aria-label={t("lost.title")}>
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingSm">
              {t("lost.title")}
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {t("lost.about")}
            </Text>
          </BlockStack>
          {texts.map(({ contentType, label, locale, html, history }) => {
            const kind = html ? "html" : Array.isArray(history[0]?.body) ? "bullets" : "text";
            return (
              <BlockStack key={`${locale} ${contentType}`} gap="100">
                <Text as="h3" variant="bodyMd" fontWeight="semibold">
                  {label}
                </Text>
                <HistoryList
                  type={{ name: contentType, label, limitChars: null, kind }}
                  versions={history}
                  lang={locale}
                  now={now}
                  copies
                />
              </BlockStack>
            );
          })}
        </BlockStack>
      </Card>
    </section>
  );
}
