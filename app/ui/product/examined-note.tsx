import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** Why the examiner did not read all of a text that the checks left in doubt: it was then judged without. */
export function ExaminedNote({ examined }: { examined: string | null }) {
  const { t } = useTranslation("product");
  if (!examined?.startsWith("no:")) return null;
  const code = examined.slice(3);
  const reason = code === "too_many" ? "sentences" : (reasons.find((one) => one === code) ?? "none");
  return (
    <Text as="p" tone="subdued" variant="bodySm">
      {t("examined.not", { reason: t(`examined.reason.${reason}`) })}
    </Text>
  );
}

const reasons = [
  "cancelled", "incomplete", "spend_cap", "model_refused", "model_truncated", "model_bad_answer", "model_prompt_cut",
  "examiner_wrong", "model_timeout", "model_unavailable", "model_rate_limited", "model_billing", "model_key", "model_not_allowed",
  "model_bad_request",
] as const; // biome-ignore format: a list of codes
