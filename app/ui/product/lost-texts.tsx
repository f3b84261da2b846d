import { BlockStack, Card, Text } from "@shopify/polaris";
import { HistoryList } from "./history-list.tsx";
import type { LostTextView } from "./product-detail-view.ts";

/** Texts whose place the product no longer has: nothing can be made of them here, but they can be read, compared and copied. */
export function LostTexts({ texts, now }: { texts: LostTextView[]; now: number }) {
  if (texts.length === 0) return null;
  return (
    <section aria-label="Kept texts">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingSm">
              Kept texts
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              Written for content types that were removed, for images that are gone, or in your store's earlier
              language. Copy from them what you need; when a content type is added again, its texts can be restored.
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
