import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cleanHtml } from "../../lib/html/clean-html.ts";
import type { TextBody } from "../text-body.ts";
import type { TextEditorProps } from "./editor-props.ts";

export interface SourceEditorProps extends TextEditorProps {
  /** why it is no rich text; shown above it */
  why?: string | undefined;
  /** back to the rich text; absent where it cannot hold the text */
  onRich?: (() => void) | undefined;
}

/** A text as it is written: HTML, or the words of a text whose editor could not be loaded, a line a bullet. */
export function SourceEditor(props: SourceEditorProps) {
  const { label, kind, value, lang, autoFocus, describedBy, handle, why, onRich } = props;
  const { t } = useTranslation("editor");
  const [begun] = useState(() => spread(kind, value));
  const [text, setText] = useState(begun);
  const latest = useRef({ text, props });
  latest.current = { text, props };
  const field = useRef<HTMLTextAreaElement>(null);
  const change = (written: string) => {
    setText(written);
    props.onChange(written === begun ? value : bodyOf(kind, written, value));
  };
  useEffect(() => {
    if (autoFocus) field.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  useEffect(() => {
    if (!handle) return;
    handle.current = {
      focus: () => field.current?.focus(),
      replace(quote, words) {
        const { text, props } = latest.current;
        if (!text.includes(quote)) return false;
        const written = text.replaceAll(quote, words);
        setText(written);
        props.onChange(bodyOf(props.kind, written, props.value));
        return true;
      },
    };
    return () => {
      handle.current = null;
    };
  }, [handle]);
  return (
    <>
      <div className="sw-editor-bar">
        <div className="sw-editor-tools">
          <span className="sw-editor-why">{why}</span>
          <span className="sw-grow" />
          {onRich ? (
            <button type="button" className="sw-editor-tool sw-editor-html" aria-pressed onClick={onRich}>
              HTML
            </button>
          ) : null}
        </div>
      </div>
      <textarea
        ref={field}
        className={`sw-editor-source${kind === "html" ? "" : " sw-editor-plain"}`}
        aria-label={kind === "html" ? t("html", { text: label }) : label}
        {...(describedBy ? { "aria-describedby": describedBy } : {})}
        lang={lang}
        dir="auto"
        spellCheck={kind !== "html"}
        value={text}
        rows={Math.min(24, Math.max(kind === "line" ? 1 : 3, text.split("\n").length + 1))}
        onChange={({ target }) => change(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const command = event.ctrlKey || event.metaKey;
          const act =
            command && event.key === "Enter"
              ? props.onDone
              : command && event.key === "."
                ? props.onSuggestion
                : event.key === "Escape"
                  ? props.onLeave
                  : kind === "line" && event.key === "Enter"
                    ? () => undefined
                    : undefined;
          if (!act) return;
          event.preventDefault();
          act();
        }}
      />
    </>
  );
}

/** HTML with one block a line, so that it can be read while it is edited. */
export function spread(kind: TextEditorProps["kind"], value: TextBody): string {
  if (Array.isArray(value)) return value.join("\n");
  return kind === "html" ? value.replace(/(<\/(?:p|li|ul|ol|h[1-6]|blockquote)>|<(?:ul|ol)>)(?=<)/gi, "$1\n") : value;
}

function bodyOf(kind: TextEditorProps["kind"], written: string, live: TextBody): TextBody {
  if (kind === "bullets") {
    return written
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }
  if (kind !== "html") return written.replace(/\s*\n\s*/g, " ").trim();
  return cleanHtml(written, { by: "person", live: typeof live === "string" ? live : "" });
}
