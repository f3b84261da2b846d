import { BlockStack, Spinner, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import type { PublishPlanView } from "./publish-plan-view.ts";

export interface PublishDialogProps {
  /** null while it is counted */
  plan: PublishPlanView | null;
  /** what it takes off the live texts, in a sentence; "" for nothing */
  losses: string;
  /** the one whose own texts go live alone */
  market?: string | undefined;
  busy: boolean;
  onPublish(): void;
  onClose(): void;
}

/** Shows what goes live and what is left out, and why, before anything does. */
export function PublishDialog({ plan, losses, market, busy, onPublish, onClose }: PublishDialogProps) {
  const { t } = useTranslation("products");
  const count = plan?.products ?? 0;
  const nothing = plan ? plan.chosen - plan.products - plan.conflicts : 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={plan ? t("publishDialog.title", { count }) : t("publishDialog.counting")}
      primaryAction={{
        content: t("publishDialog.confirm", { count }),
        onAction: onPublish,
        disabled: count === 0,
        loading: busy,
      }}
      secondaryActions={[{ content: t("dialog.cancel"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="200">
          {plan === null ? (
            <Spinner size="small" accessibilityLabel={t("publishDialog.counting")} />
          ) : (
            <Text as="p" fontWeight="semibold">
              {t("publishDialog.texts", { count: plan.texts })}
            </Text>
          )}
          {market === undefined ? null : <Text as="p">{t("publishDialog.forMarket", { market })}</Text>}
          {plan && plan.conflicts > 0 ? (
            <Text as="p">{t("publishDialog.conflicts", { count: plan.conflicts })}</Text>
          ) : null}
          {nothing > 0 ? <Text as="p">{t("publishDialog.nothing", { count: nothing })}</Text> : null}
          {losses ? (
            <Text as="p" tone="caution">
              {losses}
            </Text>
          ) : null}
          <Text as="p" tone="subdued">
            {t("publishDialog.text")}
          </Text>
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}
