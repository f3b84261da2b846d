import { Badge, Banner, BlockStack, Button, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { changesOf } from "../changes-of.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { Phrase } from "../phrase.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import { saveFile } from "../save-file.ts";
import { severityOf } from "./check-names.ts";
import { ChecksTable } from "./checks-table.tsx";
import { isMap, tidyDraft, valueAt, withValueAt } from "./config-draft.ts";
import type { ConfigField } from "./config-fields.ts";
import type { ConfigDetailView, ConfigDraft } from "./config-view.ts";
import { ContentTypesEditor } from "./content-types-editor.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { labelOfType } from "./field-name.ts";
import { NameModal, nameError } from "./name-modal.tsx";
import { fieldsOf, type Section, sectionOf } from "./rules-sections.ts";
import { SavedMeanwhile } from "./saved-meanwhile.tsx";
import { SectionNav } from "./section-nav.tsx";
import { TagsField } from "./tags-field.tsx";
import { TranslationRules } from "./translation-rules.tsx";
import { valuesOf } from "./values-of-config.ts";
import "./rules.css";

export interface ConfigInputView {
  label: string;
  description?: string;
  content_config: unknown;
}

export interface RulesEditorProps {
  config: ConfigDetailView;
  known: { name: string; label: string }[];
  /** content types of the saved rules that the shop does not have */
  unknown: string[];
  /** which products follow these rules, in words */
  where: string[];
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
  section: Section;
  hrefOf(section: Section): string;
  onGo(section: Section): void;
  /** the rules of the form, each time they change */
  onDraft(rules: unknown): void;
  /** @param seen of the state that it takes the place of */
  onSave(input: ConfigInputView, seen: string): void;
  onTakeTheirs(): void;
  onDuplicate(name: string): void;
  onDelete(): void;
  onHistory(): void;
  onAddTypes(): void;
  /** what may follow a save; stands above the form while nothing is changed in it */
  afterSave: ReactNode;
  /** those that the shop translates into */
  languages: readonly { locale: string; name: string }[];
  /** what the rules make of a few products; stands beside every section */
  tryPanel: ReactNode;
  /** findings that the rules in the form add, for the button of a narrow window */
  newFindings: number;
}

/** How many fields of a section fit on one screen; the rest is folded away below them. */
const shownFields: Partial<Record<Section, number>> = { voice: 8, facts: 4 };

/** One set of rules, in sections that each fit a screen, with a few products beside them that show what the rules do. */
export function RulesEditorPage(props: RulesEditorProps) {
  const { t: texts } = useTranslation("texts");
  const { config, known, errors, saving, section } = props;
  const { t, i18n } = useTranslation("rules");
  const [name, setName] = useState(config.name);
  const [description, setDescription] = useState(config.description);
  const [draft, setDraft] = useState<ConfigDraft>(config.config);
  const [round, setRound] = useState(0);
  const [dialog, setDialog] = useState<"copy" | "delete" | null>(null);
  const [trying, setTrying] = useState(false);
  const readOnly = config.preset;
  const tidy = tidyDraft(draft) ?? {};
  const rules = JSON.stringify(tidy);
  const dirty =
    name !== config.name ||
    description !== config.description ||
    rules !== JSON.stringify(tidyDraft(config.config) ?? {});
  const { onDraft } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the rules change, not when the page is drawn
  useEffect(() => onDraft(tidy), [rules]);
  const errorAt = (path: readonly string[]) => {
    const address = `content_config.${path.join(".")}`;
    const [key, message] =
      Object.entries(errors).find(([field]) => field === address || field.startsWith(`${address}.`)) ?? [];
    return key === undefined ? undefined : message;
  };
  const wrong = new Set(Object.keys(errors).map(sectionOf));
  const types = typesOf(draft, known);
  const input = { label: name, ...(description === "" ? {} : { description }), content_config: tidy };
  const { theirs } = props;
  const use = {
    products: t("try.products", { count: config.products }),
    rules: t("index.rules", { count: config.rules }),
  };
  const reader = { t: i18n.t, types };
  const isGeneral = section !== "texts" && section !== "languages" && section !== "where";
  const fields = isGeneral ? fieldsOf(section) : [];
  const shown = shownFields[section] ?? fields.length;
  const fieldEditor = (field: ConfigField) => {
    const value = valueAt(draft, field.path);
    const common = { disabled: readOnly, error: errorAt(field.path) };
    const onChange = (next: unknown) => setDraft((now) => withValueAt(now, field.path, next));
    const key = field.path.join(".");
    if (key === "client.forbidden_words") {
      const words = Array.isArray(value) ? value.map(String) : [];
      const change = (next: string[]) => onChange(next.length > 0 ? next : undefined);
      return (
        <TagsField
          key={key}
          label={t("words.never")}
          help={t(`words.neverHelp.${severityOf(draft, "FORBIDDEN_WORD")}`)}
          value={words}
          onChange={change}
          {...common}
        />
      );
    }
    if (field.kind === "severities") return <ChecksTable key={key} value={value} onChange={onChange} {...common} />;
    const editor = <FieldEditor key={key} field={field} value={value} types={types} onChange={onChange} {...common} />;
    const long = field.kind === "pairs" || field.kind === "groups" || field.kind === "tones";
    return long ? (
      <div key={key} className="sw-long">
        {editor}
      </div>
    ) : (
      editor
    );
  };
  return (
    <Page
      title={config.name}
      titleMetadata={
        <>
          {readOnly ? <Badge>{t("preset")}</Badge> : null}
          <Badge>{t("follow", { count: config.products })}</Badge>
        </>
      }
      subtitle={readOnly ? (config.description ?? undefined) : undefined}
      backAction={{ content: t("title"), url: "/app/rules" }}
      secondaryActions={[
        ...(readOnly ? [] : [{ content: t("history"), onAction: props.onHistory }]),
        { content: t("duplicate"), onAction: () => setDialog("copy"), disabled: dirty },
        {
          content: t("export"),
          onAction: () => saveFile(`${config.name}.json`, config.file),
          disabled: dirty,
        },
        ...(readOnly ? [] : [{ content: t("delete"), destructive: true, onAction: () => setDialog("delete") }]),
      ]}
      fullWidth
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
          <Banner title={t("presetTitle")} action={{ content: t("copyAndChange"), onAction: () => setDialog("copy") }}>
            <p>{t("presetText")}</p>
          </Banner>
        ) : null}
        {props.unknown.length > 0 && !readOnly && !dirty ? (
          <Banner
            tone="warning"
            title={t("unknown.title", { types: props.unknown.map((type) => labelOfType(type, known)).join(", ") })}
            action={{
              content: t("unknown.add", { count: props.unknown.length }),
              loading: props.addingTypes,
              onAction: props.onAddTypes,
            }}
            secondaryAction={{ content: t("index.texts"), url: "/app/rules/texts" }}
          >
            <p>{t("unknown.text")}</p>
          </Banner>
        ) : null}
        {readOnly || dirty ? null : props.afterSave}
        {theirs ? (
          <SavedMeanwhile
            by={theirs.updatedBy}
            at={theirs.updatedAt}
            changes={changesOf(texts, valuesOf(config, reader), valuesOf(theirs, reader))}
            busy={saving}
            onKeepMine={() => props.onSave(input, theirs.seen)}
            onDiscardMine={props.onTakeTheirs}
          />
        ) : null}
        {props.problem ? (
          <Banner tone="critical" title={t("notSaved")}>
            <p>{props.problem}</p>
          </Banner>
        ) : null}
        <div className="sw-rules">
          <SectionNav
            current={section}
            draft={tidyDraft(draft) as ConfigDraft}
            wrong={wrong}
            hrefOf={props.hrefOf}
            onGo={props.onGo}
          />
          <section className="sw-rules-form" key={`${round} ${section}`} aria-label={t(`section.${section}`)}>
            {section === "texts" ? (
              <BlockStack gap="300">
                <ContentTypesEditor {...{ draft, known, types, errorAt }} disabled={readOnly} onChange={setDraft} />
              </BlockStack>
            ) : section === "languages" ? (
              <TranslationRules {...{ draft, fieldEditor }} languages={props.languages} />
            ) : section === "where" ? (
              <BlockStack gap="300">
                {readOnly ? null : (
                  <Card>
                    <FormLayout>
                      <TextField
                        label={t("name")}
                        value={name}
                        onChange={setName}
                        error={nameError(t, name) ?? errors.label}
                        autoComplete="off"
                      />
                      <TextField
                        label={t("description")}
                        value={description}
                        onChange={setDescription}
                        helpText={t("descriptionHelp")}
                        error={errors.description}
                        maxLength={256}
                        showCharacterCount
                        autoComplete="off"
                      />
                      {config.updatedAt === null ? null : (
                        <Text as="p" tone="subdued">
                          <Phrase
                            text={t("savedWhen")}
                            parts={{ when: <Moment at={config.updatedAt} now={props.now} /> }}
                          />
                        </Text>
                      )}
                    </FormLayout>
                  </Card>
                )}
                <Card>
                  <BlockStack gap="300" inlineAlign="start">
                    <Text as="h2" variant="headingSm">
                      {t("where.title")}
                    </Text>
                    <Text as="p">{t("follow", { count: config.products })}</Text>
                    {props.where.length === 0 ? null : (
                      <ul className="sw-bullets">
                        {props.where.map((line) => (
                          <li key={line} dir="auto">
                            {line}
                          </li>
                        ))}
                      </ul>
                    )}
                    <Text as="p" tone="subdued">
                      {t("where.help")}
                    </Text>
                    <Button url="/app/rules/assignments">{t("where.change")}</Button>
                  </BlockStack>
                </Card>
              </BlockStack>
            ) : (
              <Card>
                <BlockStack gap="400">
                  <Text as="h2" variant="headingSm">
                    {t(`section.${section}`)}
                  </Text>
                  <Text as="p" tone="subdued">
                    {t(`about.${section}`)}
                  </Text>
                  <div className={section === "voice" ? "sw-rules-two" : "sw-rules-one"}>
                    {fields.slice(0, shown).map(fieldEditor)}
                  </div>
                  {fields.length > shown ? (
                    <details>
                      <summary>{t(section === "voice" ? "voice.more" : "facts.more")}</summary>
                      <div className="sw-rules-one">{fields.slice(shown).map(fieldEditor)}</div>
                    </details>
                  ) : null}
                </BlockStack>
              </Card>
            )}
          </section>
          <section className={`sw-rules-try${trying ? " sw-rules-try-open" : ""}`} id="try" aria-label={t("try.title")}>
            {props.tryPanel}
          </section>
        </div>
        <div className="sw-try-open">
          <Button
            onClick={() => setTrying(!trying)}
            ariaExpanded={trying}
            ariaControls="try"
            disclosure={trying ? "down" : "up"}
          >
            {trying
              ? t("try.close")
              : props.newFindings > 0
                ? t("try.openWith", { count: props.newFindings })
                : t("try.open")}
          </Button>
        </div>
      </BlockStack>
      <NameModal
        open={dialog === "copy"}
        title={t("duplicateOf", { name: config.name })}
        confirmLabel={t("duplicate")}
        busy={props.busy}
        problem={props.copyProblem}
        onConfirm={props.onDuplicate}
        onClose={() => setDialog(null)}
      />
      <ConfirmModal
        open={dialog === "delete"}
        title={t("deleteOf", { name: config.name })}
        message={t("deleteWords", use)}
        confirmLabel={t("deleteRules")}
        destructive
        busy={props.busy}
        onConfirm={props.onDelete}
        onClose={() => setDialog(null)}
      />
    </Page>
  );
}

/** The known content types, then those that the config adds. */
function typesOf(draft: ConfigDraft, known: RulesEditorProps["known"]): RulesEditorProps["known"] {
  const own = Object.keys(isMap(draft.content_types) ? draft.content_types : {});
  return [
    ...known,
    ...own
      .filter((name) => !known.some((type) => type.name === name))
      .map((name) => ({ name, label: labelOfType(name, known) })),
  ];
}
