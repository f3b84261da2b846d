import { Text } from "@shopify/polaris";
import { Dialog } from "./dialog.tsx";

export interface ConfirmModalProps {
  open: boolean;
  title: string;
  /** what happens, and what does not */
  message: string;
  confirmLabel: string;
  destructive?: boolean;
  busy?: boolean;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that cannot simply be taken back. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { open, title, message, confirmLabel, destructive = false, busy = false, onConfirm, onClose } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      primaryAction={{ content: confirmLabel, onAction: onConfirm, destructive, loading: busy }}
      secondaryActions={[{ content: "Go back", onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <Text as="p">{message}</Text>
      </Dialog.Section>
    </Dialog>
  );
}
