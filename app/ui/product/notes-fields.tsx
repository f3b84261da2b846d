import { BlockStack, Text, TextField } from "@shopify/polaris";
import type { ContentTypeView } from "../text-body.ts";

/** What a person wants of a run, for all texts and for each. */
export interface NotesChoice {
  notes: string;
  /** content type → what to do with it */
  fieldNotes: Record<string, string>;
}

export const noNotes: NotesChoice = { notes: "", fieldNotes: {} };

export interface NotesFieldsProps {
  /** the content types that will be written */
  types: ContentTypeView[];
  notes: NotesChoice;
  onChange(notes: NotesChoice): void;
}

const maxNoteChars = 2_000;

/** Notes for a generation: one for all texts, and one a text. */
export function NotesFields({ types, notes, onChange }: NotesFieldsProps) {
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        Notes (optional)
      </Text>
      {types.length === 1 ? null : (
        <TextField
          label="For all texts"
          value={notes.notes}
          onChange={(text) => onChange({ ...notes, notes: text })}
          maxLength={maxNoteChars}
          multiline={2}
          autoComplete="off"
          placeholder="e.g. Written for people who cook outdoors"
        />
      )}
      {types.map(({ name, label }) => (
        <TextField
          key={name}
          label={`For the ${label.startsWith("SEO") ? label : label.toLowerCase()}`}
          value={notes.fieldNotes[name] ?? ""}
          onChange={(text) => onChange({ ...notes, fieldNotes: { ...notes.fieldNotes, [name]: text } })}
          maxLength={maxNoteChars}
          multiline
          autoComplete="off"
        />
      ))}
      <Text as="p" tone="subdued" variant="bodySm">
        Notes say how to write. To add something a text may state as a fact, add it to the product's attributes.
      </Text>
    </BlockStack>
  );
}

/** Notes without the empty ones and those of texts that are not written. */
export function askedNotes({ notes, fieldNotes }: NotesChoice, types: readonly string[]): NotesChoice {
  const asked = Object.entries(fieldNotes).filter(([type, note]) => types.includes(type) && note.trim() !== "");
  return { notes: notes.trim(), fieldNotes: Object.fromEntries(asked) };
}
