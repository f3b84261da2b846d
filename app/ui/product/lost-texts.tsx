import { BlockStack, Card, Text } from "@shopify/polaris";
import { HistoryList } from "./history-list.tsx";
import type { LostTextView } from "./product-detail-view.ts";

/** Texts of removed content types and of images that are gone: nothing can be made of them here, but they can be read. */
export function LostTexts({ texts, lang, now }: { texts: LostTextView[]; lang: string; now: number }) {
  if (texts.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm">
            Kept texts
          </Text>
          <Text as="p" tone="subdued" variant="bodySm">
            Written for content types that were removed, or for images that are gone. Copy from them what you need.
          </Text>
        </BlockStack>
        {texts.map(({ contentType, label, history }) => {
          const kind = Array.isArray(history[0]?.body) ? "bullets" : "text";
          return (
            <BlockStack key={contentType} gap="100">
              <Text as="h3" variant="bodyMd" fontWeight="semibold">
                {label}
              </Text>
              <HistoryList
                type={{ name: contentType, label, limitChars: null, kind }}
                versions={history}
                lang={lang}
                now={now}
              />
            </BlockStack>
          );
        })}
      </BlockStack>
    </Card>
  );
}
