import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { EditorHandle } from "../editor/editor-props.ts";
import { TextEditor } from "../editor/text-editor.tsx";
import type { MarkView } from "../marks/mark-view.ts";
import { editNote } from "./edit-note.ts";
import type { NoAnswer } from "./outbox.ts";
import type { ReviewText } from "./review-view.ts";
import { useLength } from "./text-slot.tsx";
import type { SlotWords } from "./use-slot-words.ts";

export interface SlotEditorProps {
  text: ReviewText;
  words: SlotWords;
  /** the text's name, as people read it */
  label: string;
  lang: string;
  marks: readonly MarkView[];
  /** words of it were not taken */
  isRefused: boolean;
  /** what was typed last is on its way */
  isWaiting: boolean;
  trouble: NoAnswer["kind"] | null;
  /** words that the finding in focus suggests */
  suggestion: { quote: string; with: string } | null;
  onDone(): void;
}

/** A text in its own place, to be written in. It saves itself; leaving it decides nothing. */
export function SlotEditor(props: SlotEditorProps) {
  const { text, words, label, lang, marks, isRefused, isWaiting, trouble, suggestion, onDone } = props;
  const { t } = useTranslation("review");
  const { t: e } = useTranslation("editor");
  const lengthOf = useLength();
  const { begun, typed, sent, change, save } = words;
  const handle = useRef<EditorHandle | null>(null);
  const leave = () => {
    save();
    onDone();
  };
  const note = editNote({ begun, typed, sent, isWaiting, isRefused, hasTrouble: trouble !== null });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is typed is saved when the focus leaves
    <div className="sw-slot-editor" onBlur={save}>
      <TextEditor
        label={label}
        kind={text.kind}
        value={begun}
        lang={lang}
        marks={marks}
        autoFocus
        handle={handle}
        onChange={change}
        onDone={leave}
        onLeave={leave}
        onSuggestion={() => {
          if (suggestion) handle.current?.replace(suggestion.quote, suggestion.with);
        }}
      />
      <div className="sw-slot-editor-foot">
        <span>{lengthOf(text, typed)}</span>
        <span role="status" data-note={note}>
          {note === null ? "" : note === "empty" ? e("empty") : t(`edit.${note}`)}
        </span>
        <button type="button" className="sw-dock-button" onClick={leave}>
          {t("edit.done")}
        </button>
      </div>
    </div>
  );
}
