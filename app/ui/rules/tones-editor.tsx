import { BlockStack, Box, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isMap } from "./config-draft.ts";
import { type ConfigField, wordsOfField } from "./config-fields.ts";
import { RowsEditor } from "./rows-editor.tsx";
import { stringsOf } from "./strings-of.ts";

export interface TonesEditorProps {
  field: ConfigField;
  value: unknown;
  disabled: boolean;
  error: string | undefined;
  onChange(value: Record<string, Record<string, string>>): void;
}

/** Pairs of sentences by brand. */
export function TonesEditor({ field, value, disabled, error, onChange }: TonesEditorProps) {
  const { t, i18n } = useTranslation("rules");
  const { help, keyLabel, valueLabel } = wordsOfField(i18n.t, field);
  const tones = Object.fromEntries(
    Object.entries(isMap(value) ? value : {}).map(([brand, pairs]) => [brand, stringsOf(pairs)]),
  );
  const [brands, setBrands] = useState(() => Object.keys(tones));
  const [brand, setBrand] = useState("");
  const name = brand.trim();
  const add = () => {
    setBrands([...brands, name]);
    setBrand("");
  };
  return (
    <BlockStack gap="400">
      {brands.map((one) => (
        <Box key={one} borderColor="border" borderWidth="025" borderRadius="200" padding="300">
          <BlockStack gap="200">
            <RowsEditor
              label={one}
              help=""
              keyLabel={keyLabel}
              valueLabel={valueLabel}
              multiline
              value={tones[one] ?? {}}
              disabled={disabled}
              onChange={(pairs) => onChange({ ...tones, [one]: pairs })}
            />
            {disabled ? null : (
              <InlineStack>
                <Button
                  variant="plain"
                  tone="critical"
                  onClick={() => {
                    setBrands(brands.filter((other) => other !== one));
                    onChange(Object.fromEntries(Object.entries(tones).filter(([other]) => other !== one)));
                  }}
                >
                  {t("types.removeOf", { name: one })}
                </Button>
              </InlineStack>
            )}
          </BlockStack>
        </Box>
      ))}
      {disabled ? (
        brands.length === 0 ? (
          <Text as="span" tone="subdued">
            {t("none")}
          </Text>
        ) : null
      ) : (
        <TextField
          label={t("tones.add")}
          value={brand}
          onChange={setBrand}
          helpText={help}
          error={error}
          autoComplete="off"
          connectedRight={
            <Button onClick={add} disabled={name === "" || brands.includes(name)}>
              {t("tones.addButton")}
            </Button>
          }
        />
      )}
    </BlockStack>
  );
}
