import { BlockStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
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
  const [reason, setReason] = useState("");
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Reject this ${label}?`}
      primaryAction={{ content: "Reject", destructive: true, onAction: () => onReject(reason.trim()), loading: busy }}
      secondaryActions={[{ content: "Go back", onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          <Text as="p">The text is put aside and stays in the history. Your store is not changed.</Text>
          <TextField
            label="What is wrong with it? (optional)"
            autoFocus
            helpText="Kept with the text, and counted on the Acceptance page."
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
