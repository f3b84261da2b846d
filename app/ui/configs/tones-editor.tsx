import { BlockStack, Box, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { isMap } from "./config-draft.ts";
import type { ConfigField } from "./config-fields.ts";
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
              keyLabel={field.keyLabel ?? ""}
              valueLabel={field.valueLabel ?? ""}
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
                  {`Remove ${one}`}
                </Button>
              </InlineStack>
            )}
          </BlockStack>
        </Box>
      ))}
      {disabled ? (
        brands.length === 0 ? (
          <Text as="span" tone="subdued">
            None
          </Text>
        ) : null
      ) : (
        <TextField
          label="Add a brand"
          value={brand}
          onChange={setBrand}
          helpText={field.help}
          error={error}
          autoComplete="off"
          connectedRight={
            <Button onClick={add} disabled={name === "" || brands.includes(name)}>
              Add brand
            </Button>
          }
        />
      )}
    </BlockStack>
  );
}
