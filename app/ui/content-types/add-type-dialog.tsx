import { Banner, BlockStack, Checkbox, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";
import { type DetailsForm, limitOf, TaskFields } from "./type-details-fields.tsx";
import { type FieldChoices, fieldKinds, kindLabels, nameOfLabel } from "./type-view.ts";

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
  const ready = form.label.trim() !== "" && validName.test(name) && !Number.isNaN(limitChars);
  return (
    <Dialog
      open
      onClose={props.onClose}
      title="Add a content type"
      primaryAction={{
        content: "Add content type",
        onAction: () =>
          props.onAdd({ name, label: form.label, task: form.task, limitChars, metafieldType: kind, field, published }),
        disabled: !ready || (place === "own" && field === null),
        loading: busy,
      }}
      secondaryActions={[{ content: "Cancel", onAction: props.onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {problem ? (
            <Banner tone="critical" title="The content type was not added">
              <p>{problem}</p>
            </Banner>
          ) : null}
          <FormLayout>
            <TextField
              label="Label"
              value={form.label}
              onChange={(label) => setForm({ ...form, label })}
              placeholder="How to use"
              maxLength={60}
              error={errors.label}
              autoComplete="off"
            />
            <TextField
              label="Name"
              value={name}
              onChange={setTypedName}
              maxLength={40}
              helpText="As content rules and the API call it. It cannot be changed later."
              error={
                errors.name ??
                (name !== "" && !validName.test(name)
                  ? "Use at least two small letters, digits or underscores, beginning with a letter."
                  : undefined)
              }
              autoComplete="off"
            />
            <ChoiceList
              title="Where it stands in Shopify"
              choices={[
                { value: "app", label: "A new metafield of this app" },
                {
                  value: "own",
                  label: "A metafield that your products have already",
                  helpText: "Its texts are then texts that can be rewritten, and no longer facts to write from.",
                },
              ]}
              selected={[place]}
              onChange={([value]) => {
                setPlace(value === "own" ? "own" : "app");
                if (value === "own" && choices === null) props.onFields();
              }}
            />
            {place === "app" ? (
              <Select label="Kind of text" options={fieldKinds} value={kind} onChange={setKind} />
            ) : (
              <OwnField choices={choices} field={field} error={errors.place} onChoose={setChosen} />
            )}
            <TaskFields form={form} errors={errors} onChange={setForm} />
            <Checkbox
              label="Publish approved texts"
              helpText="Otherwise they are kept here only."
              checked={published}
              onChange={setPublished}
            />
          </FormLayout>
        </BlockStack>
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
  const { choices, field, error, onChoose } = props;
  if (choices === null) {
    return (
      <Text as="p" tone="subdued">
        Asking Shopify for your product metafields…
      </Text>
    );
  }
  if (choices.problem) {
    return (
      <Banner tone="warning" title="Your metafields could not be read">
        <p>{choices.problem}</p>
      </Banner>
    );
  }
  if (choices.fields.length === 0) {
    return (
      <Text as="p" tone="subdued">
        No product metafield holds a text. Make one in Shopify under Settings, Metafields and metaobjects, Products: of
        the type single line text, multi-line text, rich text or a list of single line texts.
      </Text>
    );
  }
  const kindOf = (type: string) => kindLabels[fieldKinds.find(({ value }) => value === type)?.kind ?? "string"];
  return (
    <Select
      label="Metafield"
      options={choices.fields.map(({ id, name, type }) => ({ value: id, label: `${name} (${id}, ${kindOf(type)})` }))}
      value={field ?? ""}
      onChange={onChoose}
      error={error}
    />
  );
}
