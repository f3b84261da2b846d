import { BlockStack, Box, Button, Card, Collapsible, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOfLabel } from "../content-types/type-view.ts";
import { isMap, valueAt, withValueAt } from "./config-draft.ts";
import { contentTypeFields } from "./config-fields.ts";
import type { ConfigDraft } from "./config-view.ts";
import { FieldEditor } from "./field-editor.tsx";

export interface ContentTypesEditorProps {
  draft: ConfigDraft;
  /** those that every shop has, in their order */
  known: { name: string; label: string }[];
  types: { name: string; label: string }[];
  disabled: boolean;
  errorAt(path: readonly string[]): string | undefined;
  onChange(draft: ConfigDraft): void;
}

const families = ["title", "string", "bullets"] as const;

/** What is written: each content type with its task, limit and own rules. Further ones can be added. */
export function ContentTypesEditor(props: ContentTypesEditorProps) {
  const { t } = useTranslation("rules");
  const { draft, known, types, disabled, errorAt, onChange } = props;
  const [open, setOpen] = useState<readonly string[]>([]);
  const [label, setLabel] = useState("");
  const name = nameOfLabel(label);
  const isThere = types.some((type) => type.name === name || type.label === label.trim());
  const added = (type: string) => !known.some((one) => one.name === type);
  const familyPath = (type: string) => ["client", "content_type_family_map", type];
  return (
    <BlockStack gap="300">
      {types.map((type) => {
        const own = valueAt(draft, ["content_types", type.name]);
        const fields = contentTypeFields(type.name);
        const isOpen = open.includes(type.name) || fields.some(({ path }) => errorAt(path) !== undefined);
        const act = isOpen ? "close" : disabled ? "show" : "edit";
        const id = `type-${type.name}`;
        const limit =
          isMap(own) && typeof own.character_limit === "number"
            ? t("types.upTo", { count: own.character_limit })
            : t("types.own");
        return (
          <Card key={type.name} padding="0">
            <Box padding="400">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <BlockStack gap="050">
                  <Text as="h3" variant="headingSm">
                    {type.label}
                  </Text>
                  <Text as="p" tone="subdued" variant="bodySm">
                    {own === undefined ? t("types.noneOwn") : limit}
                  </Text>
                </BlockStack>
                <Button
                  variant="plain"
                  disclosure={isOpen ? "up" : "down"}
                  ariaExpanded={isOpen}
                  ariaControls={id}
                  accessibilityLabel={t(`types.${act}Of`, { text: type.label })}
                  onClick={() => setOpen(isOpen ? open.filter((one) => one !== type.name) : [...open, type.name])}
                >
                  {t(`types.${act}`)}
                </Button>
              </InlineStack>
            </Box>
            <Collapsible id={id} open={isOpen}>
              <Box padding="400" paddingBlockStart="0">
                <BlockStack gap="400">
                  {added(type.name) ? (
                    <Select
                      label={t("types.kindOfText")}
                      options={families.map((family) => ({ value: family, label: t(`types.kind.${family}`) }))}
                      value={String(valueAt(draft, familyPath(type.name)) ?? "string")}
                      disabled={disabled}
                      onChange={(family) => onChange(withValueAt(draft, familyPath(type.name), family))}
                    />
                  ) : null}
                  {fields.map((field) => (
                    <FieldEditor
                      key={field.path.join(".")}
                      field={field}
                      value={valueAt(draft, field.path)}
                      types={types}
                      disabled={disabled}
                      error={errorAt(field.path)}
                      onChange={(value) => onChange(withValueAt(draft, field.path, value))}
                    />
                  ))}
                  {added(type.name) && !disabled ? (
                    <InlineStack>
                      <Button
                        tone="critical"
                        variant="plain"
                        onClick={() =>
                          onChange(
                            withValueAt(
                              withValueAt(draft, ["content_types", type.name], undefined),
                              familyPath(type.name),
                              undefined,
                            ),
                          )
                        }
                      >
                        {t("types.removeOf", { name: type.label })}
                      </Button>
                    </InlineStack>
                  ) : null}
                </BlockStack>
              </Box>
            </Collapsible>
          </Card>
        );
      })}
      {disabled ? null : (
        <Card>
          <TextField
            label={t("types.add")}
            value={label}
            onChange={setLabel}
            placeholder={t("types.hint")}
            helpText={t("types.addHelp")}
            error={
              label.trim() !== "" && name.length < 2
                ? t("types.otherLetters")
                : isThere
                  ? t("types.already")
                  : undefined
            }
            autoComplete="off"
            connectedRight={
              <Button
                disabled={name.length < 2 || isThere}
                onClick={() => {
                  const withFamily = withValueAt(draft, familyPath(name), "string");
                  onChange(withValueAt(withFamily, ["content_types", name], { task: "" }));
                  setOpen([...open, name]);
                  setLabel("");
                }}
              >
                {t("add")}
              </Button>
            }
          />
        </Card>
      )}
    </BlockStack>
  );
}
