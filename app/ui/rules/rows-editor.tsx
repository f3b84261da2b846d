import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInBrowser } from "../use-in-browser.ts";
import "../ui.css";

export interface RowsEditorProps {
  label: string;
  help: string;
  keyLabel: string;
  valueLabel: string;
  /** key → value; lists are written one entry a line */
  value: Record<string, string>;
  multiline?: boolean;
  disabled: boolean;
  error?: string | undefined;
  onChange(value: Record<string, string>): void;
}

/** So many rows come from the server; a thousand would take it a quarter of a second. */
const mostFromServer = 50;

/** Edits a map as rows of two fields. While a row has no key yet, or one that a row above has, it is shown but not part of the map. */
export function RowsEditor(props: RowsEditorProps) {
  const { label, help, keyLabel, valueLabel, multiline = false, disabled, error } = props;
  const { t } = useTranslation("rules");
  const [rows, setRows] = useState(() => Object.entries(props.value));
  const shown = useInBrowser() ? rows : rows.slice(0, mostFromServer);
  const firstOf = new Map(rows.map(([key], index) => [key, index] as const).toReversed());
  const change = (next: [string, string][]) => {
    setRows(next);
    // The first of two rows with one key holds.
    props.onChange(Object.fromEntries(next.filter(([key]) => key.trim() !== "").reverse()));
  };
  const set = (at: number, row: [string, string]) => change(rows.map((old, index) => (index === at ? row : old)));
  return (
    <BlockStack gap="200">
      <Text as="span">{label}</Text>
      {shown.map(([key, value], index) => {
        const twice = key.trim() !== "" && (firstOf.get(key) ?? index) < index;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place only
          <InlineStack key={index} gap="200" wrap={false} blockAlign="start">
            <div className="sw-grow">
              <TextField
                label={t("rows.numbered", { what: keyLabel, number: index + 1 })}
                labelHidden
                placeholder={keyLabel}
                value={key}
                onChange={(next) => set(index, [next, value])}
                readOnly={disabled}
                error={twice ? t("rows.above") : undefined}
                autoComplete="off"
              />
            </div>
            <div className="sw-grow">
              <TextField
                label={t("rows.numbered", { what: valueLabel, number: index + 1 })}
                labelHidden
                placeholder={valueLabel}
                value={value}
                onChange={(next) => set(index, [key, next])}
                readOnly={disabled}
                multiline={multiline ? 2 : false}
                maxHeight="16rem"
                autoComplete="off"
              />
            </div>
            <Button
              icon={DeleteIcon}
              accessibilityLabel={t("rows.removeOf", { what: keyLabel, number: index + 1, list: label })}
              disabled={disabled}
              onClick={() => change(rows.filter((_, at) => at !== index))}
            />
          </InlineStack>
        );
      })}
      {disabled ? (
        rows.length === 0 ? (
          <Text as="span" tone="subdued">
            {t("none")}
          </Text>
        ) : null
      ) : (
        <InlineStack>
          <Button
            icon={PlusIcon}
            onClick={() => setRows([...rows, ["", ""]])}
            accessibilityLabel={t("rows.addTo", { list: label })}
          >
            {t("add")}
          </Button>
        </InlineStack>
      )}
      {error ? (
        <Text as="p" tone="critical">
          {error}
        </Text>
      ) : null}
      <Text as="p" tone="subdued">
        {help}
      </Text>
    </BlockStack>
  );
}
