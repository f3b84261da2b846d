import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Dialog } from "./dialog.tsx";

export interface ConfirmModalProps {
  open: boolean;
  title: string;
  /** what happens, and what does not */
  message: React.ReactNode;
  confirmLabel: string;
  destructive?: boolean;
  busy?: boolean;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that cannot simply be taken back. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { t } = useTranslation("frame");
  const { open, title, message, confirmLabel, destructive = false, busy = false, onConfirm, onClose } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      primaryAction={{ content: confirmLabel, onAction: onConfirm, destructive, loading: busy }}
      secondaryActions={[{ content: t("goBack"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>{typeof message === "string" ? <Text as="p">{message}</Text> : message}</Dialog.Section>
    </Dialog>
  );
}
