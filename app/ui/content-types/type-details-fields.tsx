import { BlockStack, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** What a person enters for an added type beside its kind and place; the limit as it is typed. */
export interface DetailsForm {
  label: string;
  task: string;
  limit: string;
}

/** null: empty, no limit; NaN: no number. */
export function limitOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}

/** The fields that adding and changing a content type share. */
export function TaskFields(props: {
  form: DetailsForm;
  errors: Record<string, string>;
  onChange(form: DetailsForm): void;
}) {
  const { t } = useTranslation("rules");
  const { form, errors, onChange } = props;
  return (
    <BlockStack gap="400">
      <TextField
        label={t("textTypes.dialog.task")}
        value={form.task}
        onChange={(task) => onChange({ ...form, task })}
        multiline={3}
        maxHeight="12rem"
        helpText={t("textTypes.dialog.taskHelp")}
        error={errors.task}
        autoComplete="off"
      />
      <TextField
        label={t("textTypes.dialog.limit")}
        type="number"
        min={1}
        value={form.limit}
        onChange={(limit) => onChange({ ...form, limit })}
        helpText={t("textTypes.dialog.limitHelp")}
        error={errors.limitChars ?? (Number.isNaN(limitOf(form.limit)) ? t("textTypes.dialog.number") : undefined)}
        autoComplete="off"
      />
    </BlockStack>
  );
}
