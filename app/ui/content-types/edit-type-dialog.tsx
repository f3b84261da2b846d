import { Banner, BlockStack, FormLayout, TextField } from "@shopify/polaris";
import { useState } from "react";
import { changesOf } from "../changes-of.ts";
import { Dialog } from "../dialog.tsx";
import { StaleForm } from "../stale-form.tsx";
import { type DetailsForm, limitOf, TaskFields } from "./type-details-fields.tsx";

export interface TypeDetails {
  label: string;
  task: string;
  limitChars: number | null;
}

export interface EditTypeDialogProps {
  label: string;
  /** as saved by now: others than the form was opened with are somebody else's */
  details: TypeDetails;
  busy: boolean;
  problem: string | null;
  errors: Record<string, string>;
  /** @param seen what the form was made from */
  onSave(details: TypeDetails, seen: TypeDetails): void;
  onClose(): void;
}

/** Changes what an added content type is called and what is asked of it. */
export function EditTypeDialog({ label, details, busy, problem, errors, onSave, onClose }: EditTypeDialogProps) {
  const [form, setForm] = useState<DetailsForm>(formOf(details));
  const [base, setBase] = useState(details);
  const limitChars = limitOf(form.limit);
  const changes = changesOf(linesOf(base), linesOf(details));
  const save = (seen: TypeDetails) => onSave({ label: form.label, task: form.task, limitChars }, seen);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Edit ${label}`}
      primaryAction={{
        content: "Save",
        onAction: () => save(base),
        disabled: form.label.trim() === "" || Number.isNaN(limitChars),
        loading: busy,
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {changes.length > 0 ? (
            <StaleForm
              what="This content type"
              changes={changes}
              busy={busy}
              onKeepMine={() => save(details)}
              onTakeTheirs={() => {
                setBase(details);
                setForm(formOf(details));
              }}
            />
          ) : null}
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

function formOf({ label, task, limitChars }: TypeDetails): DetailsForm {
  return { label, task, limit: limitChars === null ? "" : String(limitChars) };
}

function linesOf({ label, task, limitChars }: TypeDetails): [string, string][] {
  return [
    ["Label", label],
    ["What to write", task],
    ["Limit", limitChars === null ? "none" : `${limitChars} characters`],
  ];
}
