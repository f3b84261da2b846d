import { BlockStack, Select, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { inSentence } from "../in-sentence.ts";
import type { ContentTypeView } from "../text-body.ts";
import "../ui.css";

/** What a person wants of a run, for all texts and for each. */
export interface NotesChoice {
  notes: string;
  /** content type → what to do with it, or its new text */
  fieldNotes: Record<string, string>;
  /** content types whose new text a person gives: no model writes them */
  given: string[];
}

export const noNotes: NotesChoice = { notes: "", fieldNotes: {}, given: [] };

export interface NotesFieldsProps {
  /** the content types that will be written */
  types: ContentTypeView[];
  notes: NotesChoice;
  onChange(notes: NotesChoice): void;
}

const maxNoteChars = 2_000;
const maxTextChars = 20_000;
/** Each image has an alt text of its own: one text cannot be given for all of them. */
const ofMany = "image_alt";

/** Notes for a generation: one for all texts, and one a text. */
export function NotesFields({ types, notes, onChange }: NotesFieldsProps) {
  const { t } = useTranslation("product");
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t("notes.title")}
      </Text>
      {types.length === 1 ? null : (
        <TextField
          label={t("notes.all")}
          value={notes.notes}
          onChange={(text) => onChange({ ...notes, notes: text })}
          maxLength={maxNoteChars}
          multiline={2}
          autoComplete="off"
          placeholder={t("notes.hint")}
        />
      )}
      {types.map((type) => (
        <div key={type.name} className="sw-grow">
          <NoteField {...{ type, notes, onChange }} />
        </div>
      ))}
      <Text as="p" tone="subdued" variant="bodySm">
        {t("notes.about")}
      </Text>
    </BlockStack>
  );
}

function NoteField({ type, notes, onChange }: { type: ContentTypeView } & Omit<NotesFieldsProps, "types">) {
  const { t, i18n } = useTranslation("product");
  const { name, label, kind } = type;
  const value = notes.fieldNotes[name] ?? "";
  const given = notes.given.includes(name);
  const others = notes.given.filter((one) => one !== name);
  const what = inSentence(label, i18n.language);
  return (
    <TextField
      label={t(given ? "notes.new" : "notes.for", { text: what })}
      value={value}
      onChange={(text) => onChange({ ...notes, fieldNotes: { ...notes.fieldNotes, [name]: text } })}
      maxLength={given ? maxTextChars : maxNoteChars}
      multiline={given && kind !== "line" ? 3 : true}
      maxHeight="16rem"
      helpText={given && kind === "bullets" ? t("notes.bulletLine") : undefined}
      error={given && value.trim() === "" ? t("notes.missing") : undefined}
      autoComplete="off"
      connectedRight={
        name === ofMany ? undefined : (
          <Select
            label={t("notes.holds", { text: what })}
            labelHidden
            options={[
              { value: "instruction", label: t("notes.instruction") },
              { value: "content", label: t("notes.newText") },
            ]}
            value={given ? "content" : "instruction"}
            onChange={(mode) => onChange({ ...notes, given: mode === "content" ? [...others, name] : others })}
          />
        )
      }
    />
  );
}

/** Notes without the empty ones and those of texts that are not chosen. */
export function askedNotes({ notes, fieldNotes, given }: NotesChoice, types: readonly string[]): NotesChoice {
  const asked = Object.entries(fieldNotes).filter(([type, note]) => types.includes(type) && note.trim() !== "");
  return {
    notes: notes.trim(),
    fieldNotes: Object.fromEntries(asked),
    given: given.filter((type) => types.includes(type)),
  };
}

/** Chosen texts that a person wants to give and has not written yet. */
export function missingTexts({ fieldNotes, given }: NotesChoice, types: readonly string[]): string[] {
  return given.filter((type) => types.includes(type) && (fieldNotes[type] ?? "").trim() === "");
}
