import { Banner, BlockStack, FormLayout, TextField } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changesOf } from "../changes-of.ts";
import { Dialog } from "../dialog.tsx";
import { DialogForm } from "../dialog-form.tsx";
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
  const { t: texts } = useTranslation("texts");
  const { t } = useTranslation("rules");
  const [form, setForm] = useState<DetailsForm>(formOf(details));
  const [base, setBase] = useState(details);
  const limitChars = limitOf(form.limit);
  const changes = changesOf(texts, linesOf(t, base), linesOf(t, details));
  const save = (seen: TypeDetails) => onSave({ label: form.label, task: form.task, limitChars }, seen);
  const ready = form.label.trim() !== "" && !Number.isNaN(limitChars);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("textTypes.editOf", { text: label })}
      primaryAction={{
        content: t("textTypes.dialog.save"),
        onAction: () => save(base),
        disabled: !ready,
        loading: busy,
      }}
      secondaryActions={[{ content: t("cancel"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <DialogForm ready={ready} busy={busy} onSubmit={() => save(base)}>
          <BlockStack gap="400">
            {changes.length > 0 ? (
              <StaleForm
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
              <Banner tone="critical" title={t("textTypes.dialog.notSaved")}>
                <p>{problem}</p>
              </Banner>
            ) : null}
            <FormLayout>
              <TextField
                label={t("textTypes.dialog.label")}
                value={form.label}
                onChange={(value) => setForm({ ...form, label: value })}
                maxLength={60}
                error={errors.label}
                autoComplete="off"
              />
              <TaskFields form={form} errors={errors} onChange={setForm} />
            </FormLayout>
          </BlockStack>
        </DialogForm>
      </Dialog.Section>
    </Dialog>
  );
}

function formOf({ label, task, limitChars }: TypeDetails): DetailsForm {
  return { label, task, limit: limitChars === null ? "" : String(limitChars) };
}

function linesOf(t: TFunction<"rules">, { label, task, limitChars }: TypeDetails): [string, string][] {
  return [
    [t("textTypes.dialog.label"), label],
    [t("textTypes.dialog.changedTask"), task],
    [
      t("textTypes.dialog.changedLimit"),
      limitChars === null ? t("textTypes.dialog.noLimit") : t("textTypes.dialog.chars", { count: limitChars }),
    ],
  ];
}
