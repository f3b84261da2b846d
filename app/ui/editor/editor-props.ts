import type { MarkView } from "../marks/mark-view.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";

/** What the page may do with an open editor. All of it can be undone in the editor, and counts as a change by the person. */
export interface EditorHandle {
  focus(): void;
  /** Puts other words in the place of each occurrence of the quote. @returns false where the text does not hold it any more */
  replace(quote: string, words: string): boolean;
}

export interface TextEditorProps {
  /** what the text is called; names the field */
  label: string;
  kind: ContentTypeView["kind"];
  /**
   * The text to begin with. Later values are not looked at: an editor that is to begin anew gets another `key`. What is not
   * changed comes out byte for byte as it came in.
   */
  value: TextBody;
  /** BCP-47 of the text, for the right letters and the spelling */
  lang: string;
  /** drawn in the text without becoming part of it */
  marks?: readonly MarkView[] | undefined;
  /** takes the focus when it opens, its end first */
  autoFocus?: boolean | undefined;
  /** id of an element that says more of the field */
  describedBy?: string | undefined;
  /** what can be done with it from outside, once it is there */
  handle?: React.MutableRefObject<EditorHandle | null> | undefined;
  /**
   * With each letter, except while an input method composes: then once that is over. HTML has gone through the app's own
   * clean-up, bullets are without empty ones.
   */
  onChange(value: TextBody): void;
  /** Ctrl or ⌘ with Enter */
  onDone?: (() => void) | undefined;
  /** Escape */
  onLeave?: (() => void) | undefined;
  /** Ctrl or ⌘ with a full stop: the words that are suggested for the finding in focus */
  onSuggestion?: (() => void) | undefined;
  /** a mark was clicked */
  onMark?: ((key: string) => void) | undefined;
}
