import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { changesOf } from "../changes-of.ts";
import { Dialog } from "../dialog.tsx";
import { StaleForm } from "../stale-form.tsx";
import "../ui.css";

export interface AttributeView {
  name: string;
  value: string;
}

export interface OwnAttributesDialogProps {
  /** as saved by now: others than the form was opened with are somebody else's */
  attributes: AttributeView[];
  busy: boolean;
  /** @param seen what the form was made from */
  onSave(attributes: AttributeView[], seen: AttributeView[]): void;
  onClose(): void;
}

/** Lets a person say what Shopify does not know about the product. Mounted while it is open. */
export function OwnAttributesDialog({ attributes, busy, onSave, onClose }: OwnAttributesDialogProps) {
  const { t } = useTranslation("product");
  const { t: frame } = useTranslation("frame");
  const { t: texts } = useTranslation("texts");
  const key = useId();
  const [rows, setRows] = useState(() => rowsOf(attributes));
  const [base, setBase] = useState(attributes);
  const changes = changesOf(texts, pairsOf(base), pairsOf(attributes));
  const change = (at: number, part: Partial<AttributeView>) =>
    setRows((now) => now.map((row) => (row.i === at ? { ...row, ...part } : row)));
  const filled = rows.filter(({ name, value }) => name.trim() !== "" || value.trim() !== "");
  const nameless = filled.filter(({ name }) => name.trim() === "");
  const save = (seen: AttributeView[]) =>
    onSave(
      filled.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
      seen,
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("own.attributes")}
      primaryAction={{
        content: t("own.save"),
        onAction: () => save(base),
        disabled: nameless.length > 0,
        loading: busy,
      }}
      secondaryActions={[{ content: frame("cancel"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {changes.length > 0 ? (
            <StaleForm
              changes={changes}
              busy={busy}
              onKeepMine={() => save(attributes)}
              onTakeTheirs={() => {
                setBase(attributes);
                setRows(rowsOf(attributes));
              }}
            />
          ) : null}
          <Text as="p" tone="subdued">
            {t("own.attributesAbout")}
          </Text>
          {rows.map(({ i, name, value }) => (
            <div key={`${key}${i}`} className="sw-attribute">
              <TextField
                label={t("own.name")}
                value={name}
                onChange={(text) => change(i, { name: text })}
                maxLength={60}
                autoComplete="off"
                placeholder={t("own.nameHint")}
                error={nameless.some((row) => row.i === i) ? t("own.nameMissing") : undefined}
              />
              <TextField
                label={t("own.value")}
                value={value}
                onChange={(text) => change(i, { value: text })}
                maxLength={500}
                autoComplete="off"
                placeholder={t("own.valueHint")}
              />
              <Button
                icon={DeleteIcon}
                accessibilityLabel={name ? t("own.remove", { name }) : t("own.removeAttribute")}
                onClick={() => setRows((now) => now.filter((row) => row.i !== i))}
              />
            </div>
          ))}
          <InlineStack>
            <Button
              icon={PlusIcon}
              disabled={rows.length >= 50}
              onClick={() => setRows((now) => [...now, { ...blank, i: Math.max(-1, ...now.map((row) => row.i)) + 1 }])}
            >
              {t("own.addAttribute")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}

const blank: AttributeView = { name: "", value: "" };

function rowsOf(attributes: readonly AttributeView[]) {
  return (attributes.length > 0 ? attributes : [blank]).map((row, i) => ({ ...row, i }));
}

function pairsOf(attributes: readonly AttributeView[]): [string, string][] {
  return attributes.map(({ name, value }) => [name, value]);
}
