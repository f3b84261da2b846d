import { BlockStack, Modal, TextField } from "@shopify/polaris";
import { type ReactNode, useState } from "react";

export interface NameModalProps {
  open: boolean;
  title: string;
  confirmLabel: string;
  busy: boolean;
  problem: string | null;
  children?: ReactNode;
  onConfirm(name: string): void;
  onClose(): void;
}

export const nameRule = "1 to 20 small letters from a to z, without spaces.";

/** Asks for the name of a new config. */
export function NameModal({ open, title, confirmLabel, busy, problem, children, onConfirm, onClose }: NameModalProps) {
  const [name, setName] = useState("");
  const valid = /^[a-z]{1,20}$/.test(name);
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={title}
      primaryAction={{ content: confirmLabel, onAction: () => onConfirm(name), disabled: !valid, loading: busy }}
      secondaryActions={[{ content: "Cancel", onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {children}
          <TextField
            label="Name of the new config"
            value={name}
            onChange={setName}
            helpText={nameRule}
            error={problem ?? (name !== "" && !valid ? `Use ${nameRule}` : undefined)}
            maxLength={20}
            autoComplete="off"
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
