import { type Editor, EditorContent, Extension, getSchema, type UseEditorOptions, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import type { MarkView } from "../marks/mark-view.ts";
import type { TextBody } from "../text-body.ts";
import { bodyOfDoc, docOfBody, holdsHtml } from "./doc-of-body.ts";
import type { TextEditorProps } from "./editor-props.ts";
import { extensionsFor } from "./extensions.ts";
import { MarksExtension, showMarks } from "./marks-extension.ts";
import { placeMarks } from "./place-marks.ts";
import { Toolbar } from "./toolbar.tsx";

/** Whether this editor keeps all that an HTML text holds; otherwise it is to be edited as HTML. */
export function holds(html: string): boolean {
  return holdsHtml(getSchema(extensionsFor("html")), html);
}

interface LiveEditorProps extends TextEditorProps {
  /** shows the text as HTML; absent where it is none */
  onSource?: (() => void) | undefined;
}

/** The editor itself, with what it needs of TipTap: loaded when the first text is opened. */
export function LiveEditor(props: LiveEditorProps) {
  const { label, kind, lang, marks, autoFocus, describedBy, handle, onSource } = props;
  const latest = useRef(props);
  latest.current = props;
  const [begun] = useState(() => {
    const extensions = [...extensionsFor(kind), MarksExtension, keysOf(latest)];
    const doc = docOfBody(getSchema(extensions), kind, props.value);
    return { extensions, doc, value: props.value };
  });
  /** what was told of last; a change while an input method composes is told of afterwards */
  const told = useRef<TextBody>(begun.value);
  const tell = (editor: Editor) => {
    if (editor.isDestroyed || editor.view.composing) return;
    const { doc } = editor.state;
    const unchanged = JSON.stringify(doc.toJSON()) === JSON.stringify(begun.doc.toJSON());
    const body = unchanged ? begun.value : bodyOfDoc(doc, kind, begun.value);
    if (JSON.stringify(body) === JSON.stringify(told.current)) return;
    told.current = body;
    latest.current.onChange(body);
  };
  const self = useRef<Editor | null>(null);
  const speak = useRef(tell);
  speak.current = tell;
  // The same each time: TipTap takes other options for a change of the editor.
  const [options] = useState(
    (): UseEditorOptions => ({
      extensions: begun.extensions,
      content: begun.doc.toJSON(),
      autofocus: autoFocus ? "end" : false,
      shouldRerenderOnTransaction: false,
      immediatelyRender: true,
      enableInputRules: kind === "html",
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": kind === "line" ? "false" : "true",
          "aria-label": label,
          ...(describedBy ? { "aria-describedby": describedBy } : {}),
          lang,
          dir: "auto",
          spellcheck: "true",
          class: `sw-editor-words sw-editor-words-${kind}${kind === "html" ? " sw-html" : ""}`,
        },
        handlePaste: (_view, { clipboardData }) =>
          pasted(self.current, kind, clipboardData?.getData("text/plain") ?? ""),
        handleDOMEvents: {
          click: (_view, { target }) => {
            const mark = target instanceof Element ? target.closest("[data-finding]") : null;
            if (mark) latest.current.onMark?.(mark.getAttribute("data-finding") ?? "");
            return false;
          },
        },
      },
      onUpdate: ({ editor }) => speak.current(editor),
      onBlur: ({ editor }) => speak.current(editor),
    }),
  );
  const editor = useEditor(options) as Editor;
  self.current = editor;
  useEffect(() => {
    // ProseMirror takes over what was composed a little after the browser says that it is.
    const dom = editor.view.dom;
    const later = () => setTimeout(() => speak.current(editor), 60);
    dom.addEventListener("compositionend", later);
    return () => dom.removeEventListener("compositionend", later);
  }, [editor]);
  useEffect(() => {
    const show = () => showMarks(editor.view, marks ?? noMarks);
    show();
    const dom = editor.view.dom;
    const later = () => setTimeout(show, 60);
    dom.addEventListener("compositionend", later);
    return () => dom.removeEventListener("compositionend", later);
  }, [editor, marks]);
  useEffect(() => {
    if (!handle) return;
    handle.current = {
      focus: () => editor.commands.focus(),
      replace: (quote, words) => replaceWords(editor, quote, words),
    };
    return () => {
      handle.current = null;
    };
  }, [editor, handle]);
  return (
    <>
      {kind === "html" || kind === "bullets" ? <Toolbar editor={editor} kind={kind} onSource={onSource} /> : null}
      <EditorContent editor={editor} className="sw-editor-page" />
    </>
  );
}

const noMarks: readonly MarkView[] = [];

function keysOf(latest: React.RefObject<TextEditorProps>) {
  const call = (name: "onDone" | "onLeave" | "onSuggestion") => () => {
    const act = latest.current?.[name];
    act?.();
    return act !== undefined;
  };
  return Extension.create({
    name: "shelfwrightKeys",
    priority: 2_000,
    addKeyboardShortcuts: () => ({
      "Mod-Enter": call("onDone"),
      Escape: call("onLeave"),
      "Mod-.": call("onSuggestion"),
    }),
  });
}

/** Into a text that has no markup come words only; into bullets each line as one. */
function pasted(editor: Editor | null, kind: TextEditorProps["kind"], words: string): boolean {
  if (kind === "html" || !editor) return false;
  const lines = words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const bullets = kind === "bullets" ? lines.map((line) => line.replace(/^(?:[-*•·–—])\s+/u, "")) : [lines.join(" ")];
  const [only] = bullets;
  if (only === undefined || only === "") return true;
  const text = (words: string) => ({ type: "text", text: words });
  if (bullets.length === 1) editor.commands.insertContent(text(only));
  else editor.commands.insertContent(bullets.map((one) => ({ type: "bullet", content: [text(one)] })));
  return true;
}

function replaceWords(editor: Editor, quote: string, words: string): boolean {
  const mark: MarkView = { key: "", kind: "warns", number: null, quote, at: [], about: "" };
  const places = placeMarks(editor.state.doc, [mark]);
  if (places.length === 0) return false;
  const { tr } = editor.state;
  // From the end, so that the places before stay where they are.
  for (const { from, to } of places.toReversed()) {
    if (words === "") tr.delete(from, to);
    else tr.insertText(words, from, to);
  }
  editor.view.dispatch(tr);
  return true;
}
