import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ImportView } from "./product-view.ts";

/** How far the import of the catalogue is. */
export function ImportCard({ progress }: { progress: ImportView }) {
  const { t, i18n } = useTranslation("products");
  const { done, total, label, waiting, jobId } = progress;
  const percent = total ? Math.min(100, Math.round((done / total) * 100)) : 0;
  const counted = total
    ? t("importing.of", { done, count: total })
    : done > 0
      ? t("importing.soFar", { count: done })
      : t("importing.waiting");
  // What a job notes of itself is English.
  const waitingWords = ({ for: whom, message }: NonNullable<ImportView["waiting"]>) => {
    const said = i18n.language === "en" ? message : null;
    if (whom === "person") return said ?? t("importing.waitsForYou");
    return said === null ? t("importing.noAnswer") : `${said} ${t("importing.goesOn")}`;
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {t("importing.title")}
          </Text>
          <Button variant="plain" url={`/app/activity/${jobId}`}>
            {t("importing.show")}
          </Button>
        </InlineStack>
        <ProgressBar progress={percent} size="small" tone="primary" ariaLabelledBy="import-progress" />
        <Text as="p" tone="subdued" id="import-progress">
          {label ? `${label} · ` : ""}
          {counted}
        </Text>
        {waiting ? (
          <Text as="p" tone="caution">
            {waitingWords(waiting)}
          </Text>
        ) : (
          <Text as="p" tone="subdued" variant="bodySm">
            {t("importing.leave")}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
