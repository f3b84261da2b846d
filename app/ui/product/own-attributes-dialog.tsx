import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useId, useState } from "react";
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
  const key = useId();
  const [rows, setRows] = useState(() => rowsOf(attributes));
  const [base, setBase] = useState(attributes);
  const changes = changesOf(pairsOf(base), pairsOf(attributes));
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
      title="Your attributes"
      primaryAction={{
        content: "Save",
        onAction: () => save(base),
        disabled: nameless.length > 0,
        loading: busy,
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {changes.length > 0 ? (
            <StaleForm
              what="The attributes"
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
            What you enter here counts as a fact: texts may use it, and it replaces an attribute of the same name from
            Shopify. Your store itself is not changed. No model writes here.
          </Text>
          {rows.map(({ i, name, value }) => (
            <div key={`${key}${i}`} className="sw-attribute">
              <TextField
                label="Name"
                value={name}
                onChange={(text) => change(i, { name: text })}
                maxLength={60}
                autoComplete="off"
                placeholder="e.g. Fit"
                error={nameless.some((row) => row.i === i) ? "Give it a name." : undefined}
              />
              <TextField
                label="Value"
                value={value}
                onChange={(text) => change(i, { value: text })}
                maxLength={500}
                autoComplete="off"
                placeholder="e.g. relaxed, true to size"
              />
              <Button
                icon={DeleteIcon}
                accessibilityLabel={`Remove ${name || "this attribute"}`}
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
              Add attribute
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
