import { Banner, BlockStack, Checkbox, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { DialogForm } from "../dialog-form.tsx";
import { type DetailsForm, limitOf, TaskFields } from "./type-details-fields.tsx";
import { type FieldChoices, fieldKinds, nameOfLabel } from "./type-view.ts";

export interface NewTypeInput {
  name: string;
  label: string;
  task: string;
  limitChars: number | null;
  metafieldType: string;
  /** a metafield of the shop's own; null: one of this app */
  field: string | null;
  published: boolean;
}

export interface AddTypeDialogProps {
  /** null while Shopify is asked */
  choices: FieldChoices | null;
  busy: boolean;
  problem: string | null;
  errors: Record<string, string>;
  onFields(): void;
  onAdd(input: NewTypeInput): void;
  onClose(): void;
}

const validName = /^[a-z][a-z0-9_]{1,39}$/;

/** Asks for a new content type: how it is called, what kind of text it is and where it is kept in Shopify. */
export function AddTypeDialog(props: AddTypeDialogProps) {
  const { t } = useTranslation("rules");
  const { choices, busy, problem, errors } = props;
  const [form, setForm] = useState<DetailsForm>({ label: "", task: "", limit: "" });
  const [typedName, setTypedName] = useState<string | null>(null);
  const [kind, setKind] = useState("multi_line_text_field");
  const [place, setPlace] = useState<"app" | "own">("app");
  const [chosen, setChosen] = useState<string | null>(null);
  const [published, setPublished] = useState(true);
  const name = typedName ?? nameOfLabel(form.label);
  const limitChars = limitOf(form.limit);
  const field = place === "own" ? (chosen ?? choices?.fields[0]?.id ?? null) : null;
  const named = form.label.trim() !== "" && validName.test(name);
  const ready = named && !Number.isNaN(limitChars) && (place === "app" || field !== null);
  const add = () =>
    props.onAdd({ name, label: form.label, task: form.task, limitChars, metafieldType: kind, field, published });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t("textTypes.dialog.title")}
      primaryAction={{
        content: t("textTypes.add"),
        onAction: add,
        disabled: !ready,
        loading: busy,
      }}
      secondaryActions={[{ content: t("cancel"), onAction: props.onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <DialogForm ready={ready} busy={busy} onSubmit={add}>
          <BlockStack gap="400">
            {problem ? (
              <Banner tone="critical" title={t("textTypes.dialog.notAdded")}>
                <p>{problem}</p>
              </Banner>
            ) : null}
            <FormLayout>
              <TextField
                label={t("textTypes.dialog.label")}
                value={form.label}
                onChange={(label) => setForm({ ...form, label })}
                placeholder={t("textTypes.dialog.labelHint")}
                maxLength={60}
                error={errors.label}
                autoComplete="off"
              />
              <TextField
                label={t("textTypes.dialog.name")}
                value={name}
                onChange={setTypedName}
                maxLength={40}
                helpText={t("textTypes.dialog.nameHelp")}
                error={
                  errors.name ?? (name !== "" && !validName.test(name) ? t("textTypes.dialog.nameWrong") : undefined)
                }
                autoComplete="off"
              />
              <ChoiceList
                title={t("textTypes.dialog.place")}
                choices={[
                  { value: "app", label: t("textTypes.dialog.placeApp") },
                  {
                    value: "own",
                    label: t("textTypes.dialog.placeOwn"),
                    helpText: t("textTypes.dialog.placeOwnHelp"),
                  },
                ]}
                selected={[place]}
                onChange={([value]) => {
                  setPlace(value === "own" ? "own" : "app");
                  if (value === "own" && choices === null) props.onFields();
                }}
              />
              {place === "app" ? (
                <Select
                  label={t("types.kindOfText")}
                  options={fieldKinds.map((one) => ({
                    value: one.value,
                    label: t(one.kind === "rich" ? "types.kind.richLong" : `types.kind.${one.kind}`),
                  }))}
                  value={kind}
                  onChange={setKind}
                />
              ) : (
                <OwnField choices={choices} field={field} error={errors.place} onChoose={setChosen} />
              )}
              <TaskFields form={form} errors={errors} onChange={setForm} />
              <Checkbox
                label={t("textTypes.dialog.publish")}
                helpText={t("textTypes.dialog.publishHelp")}
                checked={published}
                onChange={setPublished}
              />
            </FormLayout>
          </BlockStack>
        </DialogForm>
      </Dialog.Section>
    </Dialog>
  );
}

function OwnField(props: {
  choices: FieldChoices | null;
  field: string | null;
  error: string | undefined;
  onChoose(id: string): void;
}) {
  const { t } = useTranslation("rules");
  const { choices, field, error, onChoose } = props;
  if (choices === null) {
    return (
      <Text as="p" tone="subdued">
        {t("textTypes.dialog.asking")}
      </Text>
    );
  }
  if (choices.problem) {
    return (
      <Banner tone="warning" title={t("textTypes.dialog.notRead")}>
        <p>{choices.problem}</p>
      </Banner>
    );
  }
  if (choices.fields.length === 0) {
    return (
      <Text as="p" tone="subdued">
        {t("textTypes.dialog.noField")}
      </Text>
    );
  }
  const kindOf = (type: string) => t(`types.kind.${fieldKinds.find(({ value }) => value === type)?.kind ?? "string"}`);
  return (
    <Select
      label={t("textTypes.dialog.metafield")}
      options={choices.fields.map(({ id, name, type }) => ({
        value: id,
        label: t("textTypes.dialog.choice", { name, id, kind: kindOf(type) }),
      }))}
      value={field ?? ""}
      onChange={onChoose}
      error={error}
    />
  );
}
