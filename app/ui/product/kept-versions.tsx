import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { KeptView } from "../kept.ts";
import { useFormats } from "../use-formats.ts";

/** How far back a product's history goes. */
export function KeptVersions({ kept }: { kept: Pick<KeptView, "draftDays" | "publishedDays"> }) {
  const { t } = useTranslation("product");
  const { days } = useFormats();
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {t("keptVersions", { drafts: days(kept.draftDays), published: days(kept.publishedDays) })}
    </Text>
  );
}
