import { Badge, Banner, BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { changesOf } from "../changes-of.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { Moment } from "../moment.tsx";
import { countOf } from "../numbers.ts";
import { Page } from "../page.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import { SettingsSection } from "../settings-section.tsx";
import { StaleForm } from "../stale-form.tsx";
import { isMap, tidyDraft, valueAt, withValueAt } from "./config-draft.ts";
import { fieldGroups } from "./config-fields.ts";
import type { ConfigDetailView, ConfigDraft } from "./config-view.ts";
import { ContentTypesEditor } from "./content-types-editor.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { labelOfType } from "./field-name.ts";
import { NameModal, nameError } from "./name-modal.tsx";
import { saveFile } from "./save-file.ts";
import { valuesOf } from "./values-of-config.ts";

export interface ConfigInputView {
  label: string;
  description?: string;
  content_config: unknown;
}

export interface ConfigPageProps {
  config: ConfigDetailView;
  known: { name: string; label: string }[];
  /** content types of the saved rules that the shop does not have */
  unknown: string[];
  addingTypes: boolean;
  notices: ReactNode;
  now: number;
  saving: boolean;
  /** what an action other than saving is under way */
  busy: boolean;
  problem: string | null;
  /** by the field's address in the file, e.g. content_config.guidelines */
  errors: Record<string, string>;
  copyProblem: string | null;
  /** what somebody saved since the form was opened, once the person tried to save over it */
  theirs: ConfigDetailView | null;
  /** @param seen of the state that it takes the place of */
  onSave(input: ConfigInputView, seen: string): void;
  onTakeTheirs(): void;
  onDuplicate(name: string): void;
  onDelete(): void;
  onHistory(): void;
  onAddTypes(): void;
  /** shown below the form, given what the form holds now */
  preview(config: unknown): ReactNode;
}

/** Shows one config and lets people edit the shop's own. */
export function ConfigPage(props: ConfigPageProps) {
  const { config, known, errors, saving } = props;
  const [name, setName] = useState(config.name);
  const [description, setDescription] = useState(config.description);
  const [draft, setDraft] = useState<ConfigDraft>(config.config);
  const [round, setRound] = useState(0);
  const [dialog, setDialog] = useState<"copy" | "delete" | null>(null);
  const readOnly = config.preset;
  const tidy = tidyDraft(draft) ?? {};
  const dirty =
    name !== config.name ||
    description !== config.description ||
    JSON.stringify(tidy) !== JSON.stringify(tidyDraft(config.config) ?? {});
  const errorAt = (path: readonly string[]) => {
    const address = `content_config.${path.join(".")}`;
    const [key, message] =
      Object.entries(errors).find(([field]) => field === address || field.startsWith(`${address}.`)) ?? [];
    return key === undefined ? undefined : message;
  };
  const types = typesOf(draft, known);
  const input = { label: name, ...(description === "" ? {} : { description }), content_config: tidy };
  const { theirs } = props;
  const use = `Used by ${countOf(config.products, "product")}, assigned by ${countOf(config.rules, "rule")}.`;
  return (
    <Page
      title={config.name}
      titleMetadata={readOnly ? <Badge>Preset</Badge> : undefined}
      subtitle={readOnly ? (config.description ?? undefined) : undefined}
      backAction={{ content: "Content rules", url: "/app/configs" }}
      secondaryActions={[
        { content: "Duplicate", onAction: () => setDialog("copy"), disabled: dirty },
        { content: "Export", onAction: () => saveFile(`${config.name}.json`, config.file), disabled: dirty },
        ...(readOnly
          ? []
          : [
              { content: "History", onAction: props.onHistory },
              { content: "Delete", destructive: true, onAction: () => setDialog("delete") },
            ]),
      ]}
    >
      <PageSaveBar
        id="config"
        dirty={dirty && !readOnly}
        saving={saving}
        onSave={() => props.onSave(input, config.seen)}
        onDiscard={() => {
          setName(config.name);
          setDescription(config.description);
          setDraft(config.config);
          setRound(round + 1);
        }}
      />
      <BlockStack gap="400">
        {props.notices}
        {readOnly ? (
          <Banner
            title="This preset ships with the app"
            action={{ content: "Duplicate it", onAction: () => setDialog("copy") }}
          >
            <p>It stays as it is. Duplicate it to make rules of your own from it.</p>
          </Banner>
        ) : null}
        {props.unknown.length > 0 && !readOnly && !dirty ? (
          <Banner
            tone="warning"
            title={`Your shop does not have ${props.unknown.map((type) => labelOfType(type, known)).join(", ")} yet`}
            action={{
              content: props.unknown.length === 1 ? "Add it" : "Add them",
              loading: props.addingTypes,
              onAction: props.onAddTypes,
            }}
            secondaryAction={{ content: "Content types", url: "/app/content-types" }}
          >
            <p>
              These rules name content types that are not among those of your shop, so nothing is written for them. Each
              is added with a metafield of this app; to use a metafield that you have already, add it in Content types.
            </p>
          </Banner>
        ) : null}
        {theirs ? (
          <StaleForm
            what="These rules"
            changes={changesOf(valuesOf(config, types), valuesOf(theirs, types))}
            busy={saving}
            onKeepMine={() => props.onSave(input, theirs.seen)}
            onTakeTheirs={props.onTakeTheirs}
          />
        ) : null}
        {props.problem ? (
          <Banner tone="critical" title="The rules were not saved">
            <p>{props.problem}</p>
          </Banner>
        ) : null}
        <BlockStack gap="600" key={round}>
          {readOnly ? null : (
            <SettingsSection title="Name" description={use}>
              <Card>
                <FormLayout>
                  <TextField
                    label="Name"
                    value={name}
                    onChange={setName}
                    error={nameError(name) ?? errors.label}
                    autoComplete="off"
                  />
                  <TextField
                    label="Description"
                    value={description}
                    onChange={setDescription}
                    helpText="For your colleagues: what these rules are for."
                    error={errors.description}
                    maxLength={256}
                    showCharacterCount
                    autoComplete="off"
                  />
                  {config.updatedAt === null ? null : (
                    <Text as="p" tone="subdued">
                      Saved <Moment at={config.updatedAt} now={props.now} />
                    </Text>
                  )}
                </FormLayout>
              </Card>
            </SettingsSection>
          )}
          <SettingsSection
            title="Texts"
            description="What is written for a product, how long it may be, and what holds for one kind of text only."
          >
            <ContentTypesEditor
              {...{ draft, known, types, errorAt }}
              disabled={readOnly}
              onChange={(next) => setDraft(next)}
            />
          </SettingsSection>
          {fieldGroups.map((group) => (
            <SettingsSection key={group.title} title={group.title} description={group.description}>
              <Card>
                <BlockStack gap="400">
                  {group.fields.map((field) => (
                    <FieldEditor
                      key={field.path.join(".")}
                      field={field}
                      value={valueAt(draft, field.path)}
                      types={types}
                      disabled={readOnly}
                      error={errorAt(field.path)}
                      onChange={(value) => setDraft((now) => withValueAt(now, field.path, value))}
                    />
                  ))}
                </BlockStack>
              </Card>
            </SettingsSection>
          ))}
        </BlockStack>
        {props.preview(tidy)}
      </BlockStack>
      <NameModal
        open={dialog === "copy"}
        title={`Duplicate ${config.name}`}
        confirmLabel="Duplicate"
        busy={props.busy}
        problem={props.copyProblem}
        onConfirm={props.onDuplicate}
        onClose={() => setDialog(null)}
      />
      <ConfirmModal
        open={dialog === "delete"}
        title={`Delete ${config.name}?`}
        message={`${use} Rules that assign it are deleted with it; the products then follow the next rule. Texts that were written stay.`}
        confirmLabel="Delete rules"
        destructive
        busy={props.busy}
        onConfirm={props.onDelete}
        onClose={() => setDialog(null)}
      />
    </Page>
  );
}

/** The known content types, then those that the config adds. */
function typesOf(draft: ConfigDraft, known: ConfigPageProps["known"]): ConfigPageProps["known"] {
  const own = Object.keys(isMap(draft.content_types) ? draft.content_types : {});
  return [
    ...known,
    ...own
      .filter((name) => !known.some((type) => type.name === name))
      .map((name) => ({ name, label: labelOfType(name, known) })),
  ];
}
