import { BlockStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";

export interface RejectDialogProps {
  /** what is rejected, e.g. "SEO title" */
  label: string;
  busy: boolean;
  onReject(reason: string): void;
  onClose(): void;
}

/** Asks why a text is rejected, without insisting on it. Mounted while it is open. */
export function RejectDialog({ label, busy, onReject, onClose }: RejectDialogProps) {
  const { t } = useTranslation("product");
  const { t: frame } = useTranslation("frame");
  const [reason, setReason] = useState("");
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("reject.title", { text: label })}
      primaryAction={{
        content: t("act.reject"),
        destructive: true,
        onAction: () => onReject(reason.trim()),
        loading: busy,
      }}
      secondaryActions={[{ content: frame("goBack"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          <Text as="p">{t("reject.words")}</Text>
          <TextField
            label={t("reject.why")}
            autoFocus
            helpText={t("reject.whyHelp")}
            value={reason}
            onChange={setReason}
            maxLength={1_000}
            multiline={2}
            autoComplete="off"
          />
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}
