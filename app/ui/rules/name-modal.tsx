import { BlockStack, TextField } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { DialogForm } from "../dialog-form.tsx";
import { lengthChars } from "../text-body.ts";

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

/** As many as the rules' name may have: people count an emoji as one. */
const maxNameChars = 80;

/** What is wrong with a name as it is typed, undefined when nothing is. */
export function nameError(t: TFunction<"rules">, name: string): string | undefined {
  return lengthChars(name.trim()) > maxNameChars ? t("nameTooLong", { count: maxNameChars }) : undefined;
}

/** Asks for the name of new rules. */
export function NameModal({ open, title, confirmLabel, busy, problem, children, onConfirm, onClose }: NameModalProps) {
  const { t } = useTranslation("rules");
  const [name, setName] = useState("");
  const error = nameError(t, name);
  const valid = name.trim() !== "" && error === undefined;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      primaryAction={{ content: confirmLabel, onAction: () => onConfirm(name), disabled: !valid, loading: busy }}
      secondaryActions={[{ content: t("cancel"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <DialogForm ready={valid} busy={busy} onSubmit={() => onConfirm(name)}>
          <BlockStack gap="400">
            {children}
            <TextField
              label={t("nameOfNew")}
              autoFocus
              value={name}
              onChange={setName}
              error={problem ?? error}
              autoComplete="off"
            />
          </BlockStack>
        </DialogForm>
      </Dialog.Section>
    </Dialog>
  );
}
