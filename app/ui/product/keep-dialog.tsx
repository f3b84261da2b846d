import { BlockStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { DialogForm } from "../dialog-form.tsx";

export interface KeepDialogProps {
  /** the words that are kept */
  about: string;
  /** what blocks is kept for a reason */
  needsReason: boolean;
  busy: boolean;
  onKeep(reason: string): void;
  onClose(): void;
}

/** Asks why a text is right although a check found something in it. Mounted while it is open. */
export function KeepDialog({ about, needsReason, busy, onKeep, onClose }: KeepDialogProps) {
  const { t } = useTranslation("product");
  const { t: frame } = useTranslation("frame");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const keep = () => {
    if (needsReason && reason.trim() === "") setMissing(true);
    else onKeep(reason.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("keep.title")}
      primaryAction={{ content: t("finding.keep"), onAction: keep, loading: busy }}
      secondaryActions={[{ content: frame("goBack"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <DialogForm ready busy={busy} onSubmit={keep}>
          <BlockStack gap="400">
            <Text as="p">
              <span dir="auto">{about}</span>
            </Text>
            <Text as="p" tone="subdued">
              {t("keep.words")}
            </Text>
            <TextField
              label={t(needsReason ? "keep.why" : "keep.whyOptional")}
              autoFocus
              helpText={t("keep.shown")}
              value={reason}
              onChange={(value) => {
                setReason(value);
                setMissing(false);
              }}
              error={missing ? t("keep.missing") : undefined}
              maxLength={1_000}
              autoComplete="off"
            />
          </BlockStack>
        </DialogForm>
      </Dialog.Section>
    </Dialog>
  );
}
