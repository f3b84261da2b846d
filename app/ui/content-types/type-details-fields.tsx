import { BlockStack, TextField } from "@shopify/polaris";

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
  const { form, errors, onChange } = props;
  return (
    <BlockStack gap="400">
      <TextField
        label="Task"
        value={form.task}
        onChange={(task) => onChange({ ...form, task })}
        multiline={3}
        maxHeight="12rem"
        helpText="What the model is asked to write. Content rules that say more of this content type go before it."
        error={errors.task}
        autoComplete="off"
      />
      <TextField
        label="Limit in characters"
        type="number"
        min={1}
        value={form.limit}
        onChange={(limit) => onChange({ ...form, limit })}
        helpText="Empty: no limit. For bullets it holds for each of them."
        error={errors.limitChars ?? (Number.isNaN(limitOf(form.limit)) ? "Enter a number." : undefined)}
        autoComplete="off"
      />
    </BlockStack>
  );
}
