import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { formatCount } from "../numbers.ts";
import type { ImportView } from "./product-view.ts";

/** How far the import of the catalogue is. */
export function ImportCard({ progress }: { progress: ImportView }) {
  const { done, total, label, waiting, jobId } = progress;
  const percent = total ? Math.min(100, Math.round((done / total) * 100)) : 0;
  const counted = total
    ? `${formatCount(done)} of ${formatCount(total)} products`
    : done > 0
      ? `${formatCount(done)} products so far`
      : "Waiting for Shopify to gather the products";
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            Importing your catalogue
          </Text>
          <Button variant="plain" url={`/app/jobs/${jobId}`}>
            Show the job
          </Button>
        </InlineStack>
        <ProgressBar progress={percent} size="small" tone="primary" ariaLabelledBy="import-progress" />
        <Text as="p" tone="subdued" id="import-progress">
          {label ? `${label} · ` : ""}
          {counted}
        </Text>
        {waiting ? (
          <Text as="p" tone="caution">
            {waiting}
          </Text>
        ) : (
          <Text as="p" tone="subdued" variant="bodySm">
            You can leave this page: the import goes on, and products appear as they arrive.
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
