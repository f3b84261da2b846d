import { BlockStack, Button, Collapsible, Select, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { checkNames } from "./check-names.ts";
import { type ConfigField, wordsOfField } from "./config-fields.ts";
import { stringsOf } from "./strings-of.ts";
import "../ui.css";

export interface SeveritiesEditorProps {
  field: ConfigField;
  value: unknown;
  disabled: boolean;
  error: string | undefined;
  onChange(value: unknown): void;
}

const severities = ["block", "warn", "off"] as const;

/** What each check does that finds something: for all texts, or for one content type over that. */
export function SeveritiesEditor({ field, value, disabled, error, onChange }: SeveritiesEditorProps) {
  const { t, i18n } = useTranslation("rules");
  const { path } = field;
  const { label, help } = wordsOfField(i18n.t, field);
  const ofOneType = path.length > 1;
  const set = stringsOf(value);
  const count = Object.keys(set).length;
  const [open, setOpen] = useState(!ofOneType);
  const id = useId();
  const change = (code: string, severity: string) => {
    const { [code]: _, ...others } = set;
    const next = severity === "" ? others : { ...others, [code]: severity };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <BlockStack gap="200" inlineAlign="stretch">
      <BlockStack gap="100" inlineAlign="start">
        {ofOneType ? (
          <Button
            variant="plain"
            disclosure={open ? "up" : "down"}
            ariaExpanded={open}
            ariaControls={id}
            onClick={() => setOpen(!open)}
          >
            {count === 0 ? label : t("severities.set", { label, count })}
          </Button>
        ) : (
          <Text as="span">{label}</Text>
        )}
        <Text as="p" tone="subdued">
          {help}
        </Text>
        {error ? (
          <Text as="p" tone="critical">
            {error}
          </Text>
        ) : null}
      </BlockStack>
      <Collapsible open={open || error !== undefined} id={id}>
        <div className="sw-severities">
          {checkNames(i18n.t).map(({ code, label: name, help: what, usual }) => (
            <Select
              key={code}
              label={name}
              helpText={what}
              options={[
                {
                  value: "",
                  label: ofOneType ? t("severities.asAll") : t("severities.usual", { severity: t(`checks.${usual}`) }),
                },
                ...severities.map((severity) => ({ value: severity, label: t(`severities.${severity}`) })),
              ]}
              value={set[code] ?? ""}
              disabled={disabled}
              onChange={(severity) => change(code, severity)}
            />
          ))}
        </div>
      </Collapsible>
    </BlockStack>
  );
}
