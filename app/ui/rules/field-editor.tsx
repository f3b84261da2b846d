import { BlockStack, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { type ConfigField, wordsOfField } from "./config-fields.ts";
import { RowsEditor } from "./rows-editor.tsx";
import { SeveritiesEditor } from "./severities-editor.tsx";
import { stringsOf } from "./strings-of.ts";
import { TonesEditor } from "./tones-editor.tsx";

export interface FieldEditorProps {
  field: ConfigField;
  value: unknown;
  /** names of the content types that a config can speak of */
  types: { name: string; label: string }[];
  /** shown, not to be changed */
  disabled: boolean;
  error: string | undefined;
  onChange(value: unknown): void;
}

/** One field of a config, edited by its kind. An empty one is taken away. */
export function FieldEditor({ field, value, types, disabled, error, onChange }: FieldEditorProps) {
  const { i18n } = useTranslation("rules");
  const { kind } = field;
  const { label, help, keyLabel, valueLabel } = wordsOfField(i18n.t, field);
  const list = Array.isArray(value) ? value.map(String) : [];
  if (kind === "tones") return <TonesEditor {...{ field, value, disabled, error, onChange }} />;
  if (kind === "severities") return <SeveritiesEditor {...{ field, value, disabled, error, onChange }} />;
  if (kind === "pairs" || kind === "groups") {
    const grouped = kind === "groups";
    return (
      <RowsEditor
        {...{ label, help, keyLabel, valueLabel, disabled, error }}
        value={stringsOf(value)}
        multiline={grouped}
        onChange={(rows) =>
          onChange(
            grouped ? Object.fromEntries(Object.entries(rows).map(([name, terms]) => [name, terms.split("\n")])) : rows,
          )
        }
      />
    );
  }
  if (kind === "types") {
    return (
      <BlockStack gap="100">
        <ChoiceList
          allowMultiple
          title={label}
          choices={types.map((type) => ({ value: type.name, label: type.label }))}
          selected={list}
          disabled={disabled}
          error={error}
          onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
        />
        <Text as="p" tone="subdued">
          {help}
        </Text>
      </BlockStack>
    );
  }
  if (kind === "number") {
    return (
      <TextField
        label={label}
        helpText={help}
        type="number"
        min={1}
        value={value === undefined || value === null ? "" : String(value)}
        onChange={(text) => onChange(text === "" ? undefined : Number(text))}
        readOnly={disabled}
        error={error}
        autoComplete="off"
      />
    );
  }
  const lines = kind === "lines";
  const required = field.path.at(-1) === "task";
  return (
    <TextField
      label={label}
      helpText={help}
      value={lines ? list.join("\n") : String(value ?? "")}
      onChange={(text) => onChange(text === "" && !required ? undefined : lines ? text.split("\n") : text)}
      multiline={lines ? 2 : required ? 2 : undefined}
      maxHeight="20rem"
      readOnly={disabled}
      error={error}
      autoComplete="off"
    />
  );
}
