import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { SettingsSection } from "../settings-section.tsx";

/** Which texts the shop wants of each product: what counts as missing. */
export function TextsSection({ types }: { types: readonly { label: string; wanted: boolean }[] }) {
  const { t } = useTranslation("settings");
  return (
    <SettingsSection title={t("texts.title")} description={t("texts.about")}>
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <ul className="sw-settings-texts">
            {types.map(({ label, wanted }) => (
              <li key={label}>
                <InlineStack gap="200" blockAlign="center">
                  <Text as="span">{label}</Text>
                  <Badge {...(wanted ? { tone: "success" as const } : {})}>
                    {wanted ? t("texts.wanted") : t("texts.notWanted")}
                  </Badge>
                </InlineStack>
              </li>
            ))}
          </ul>
          <Button url="/app/rules/texts">{t("texts.change")}</Button>
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}
