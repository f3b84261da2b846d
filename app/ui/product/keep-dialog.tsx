import { BlockStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";

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
      title="Keep the text as it is?"
      primaryAction={{ content: "Keep mine", onAction: keep, loading: busy }}
      secondaryActions={[{ content: "Go back", onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          <Text as="p">
            <span dir="auto">{about}</span>
          </Text>
          <Text as="p" tone="subdued">
            The finding stays on show as kept, and blocks neither this text nor later versions that say the same. It
            counts as a false alarm of the check.
          </Text>
          <TextField
            label={needsReason ? "Why is it right?" : "Why is it right? (optional)"}
            autoFocus
            helpText="Shown to your colleagues."
            value={reason}
            onChange={(value) => {
              setReason(value);
              setMissing(false);
            }}
            error={missing ? "Say in a few words why it is right" : undefined}
            maxLength={1_000}
            autoComplete="off"
          />
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}
