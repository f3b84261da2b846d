import { Banner, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SettingsSection } from "../settings-section.tsx";

export interface DataSectionProps {
  /** its name, which is typed to erase everything */
  shop: string;
  exporting: "json" | "csv" | null;
  busy: boolean;
  problem: string | null;
  onExport(format: "json" | "csv"): void;
  onErase(name: string): void;
}

/** Everything of the shop as a file, and away with it. */
export function DataSection({ shop, exporting, busy, problem, onExport, onErase }: DataSectionProps) {
  const { t } = useTranslation("settings");
  const [name, setName] = useState("");
  const isTyped = name.trim().toLowerCase() === shop;
  return (
    <SettingsSection title={t("data.title")} description={t("data.about")}>
      <Card>
        <BlockStack gap="500">
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t("data.export")}
            </Text>
            <Text as="p" tone="subdued">
              {t("data.exportHelp")}
            </Text>
            <InlineStack gap="200">
              <Button onClick={() => onExport("json")} loading={exporting === "json"} disabled={exporting === "csv"}>
                {t("data.json")}
              </Button>
              <Button onClick={() => onExport("csv")} loading={exporting === "csv"} disabled={exporting === "json"}>
                {t("data.csv")}
              </Button>
            </InlineStack>
          </BlockStack>
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t("data.erase")}
            </Text>
            <Text as="p" tone="subdued">
              {t("data.eraseHelp")}
            </Text>
            {problem ? (
              <Banner tone="critical">
                <p>{problem}</p>
              </Banner>
            ) : null}
            <TextField
              label={t("data.type", { name: shop })}
              value={name}
              onChange={setName}
              autoComplete="off"
              spellCheck={false}
            />
            <InlineStack>
              <Button tone="critical" disabled={!isTyped} loading={busy} onClick={() => onErase(name)}>
                {t("data.eraseNow")}
              </Button>
            </InlineStack>
          </BlockStack>
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}
