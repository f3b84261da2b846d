import { Banner, BlockStack, FormLayout, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";
import { type DetailsForm, limitOf, TaskFields } from "./type-details-fields.tsx";

export interface TypeDetails {
  label: string;
  task: string;
  limitChars: number | null;
}

export interface EditTypeDialogProps {
  label: string;
  details: TypeDetails;
  busy: boolean;
  problem: string | null;
  errors: Record<string, string>;
  onSave(details: TypeDetails): void;
  onClose(): void;
}

/** Changes what an added content type is called and what is asked of it. */
export function EditTypeDialog({ label, details, busy, problem, errors, onSave, onClose }: EditTypeDialogProps) {
  const [form, setForm] = useState<DetailsForm>({
    label: details.label,
    task: details.task,
    limit: details.limitChars === null ? "" : String(details.limitChars),
  });
  const limitChars = limitOf(form.limit);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Edit ${label}`}
      primaryAction={{
        content: "Save",
        onAction: () => onSave({ label: form.label, task: form.task, limitChars }),
        disabled: form.label.trim() === "" || Number.isNaN(limitChars),
        loading: busy,
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {problem ? (
            <Banner tone="critical" title="The content type was not saved">
              <p>{problem}</p>
            </Banner>
          ) : null}
          <FormLayout>
            <TextField
              label="Label"
              value={form.label}
              onChange={(value) => setForm({ ...form, label: value })}
              maxLength={60}
              error={errors.label}
              autoComplete="off"
            />
            <TaskFields form={form} errors={errors} onChange={setForm} />
          </FormLayout>
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}
