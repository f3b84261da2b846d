import { useState } from "react";
import { useTranslation } from "react-i18next";
import { HtmlView } from "../html-view.tsx";
import type { TextBody } from "../text-body.ts";
import type { TextEditorProps } from "./editor-props.ts";
import { useLoadedEditor } from "./load-editor.ts";
import { SourceEditor } from "./source-editor.tsx";
import "../marks/marks.css";
import "./editor.css";

/**
 * Edits one text in its place: rich text with HTML on demand, bullets, or a line. It keeps nothing: what is written goes out by
 * `onChange` (see `useSavedText`, which saves it by itself). A text whose markup the rich text cannot keep opens as HTML, with a
 * word why; so does one whose editor could not be loaded. Only where there is a browser: a page shows the text itself until then.
 */
export function TextEditor(props: TextEditorProps) {
  const { kind, onChange } = props;
  const { t } = useTranslation("editor");
  const loaded = useLoadedEditor();
  const [body, setBody] = useState(props.value);
  const [wantsSource, setWantsSource] = useState(false);
  // Each way of editing begins with what the other left.
  const [begun, setBegun] = useState(props.value);
  const given = { ...props, value: begun, onChange: change };
  function change(value: TextBody) {
    setBody(value);
    onChange(value);
  }
  const turn = (source: boolean) => {
    setBegun(body);
    setWantsSource(source);
  };
  if (loaded === null) return <Frame kind={kind}>{<Awaited {...props} />}</Frame>;
  if (loaded === "failed") {
    return (
      <Frame kind={kind}>
        <SourceEditor {...given} why={t("notLoaded")} />
      </Frame>
    );
  }
  const isHeld = kind !== "html" || loaded.holds(htmlOf(wantsSource ? body : begun));
  if (kind === "html" && (wantsSource || !isHeld)) {
    return (
      <Frame kind={kind}>
        <SourceEditor
          {...given}
          autoFocus={wantsSource || props.autoFocus}
          why={isHeld ? undefined : t("onlyHtml")}
          onRich={isHeld ? () => turn(false) : undefined}
        />
      </Frame>
    );
  }
  const { LiveEditor } = loaded;
  return (
    <Frame kind={kind}>
      <LiveEditor {...given} onSource={kind === "html" ? () => turn(true) : undefined} />
    </Frame>
  );
}

function htmlOf(body: TextBody): string {
  return typeof body === "string" ? body : "";
}

function Frame({ kind, children }: { kind: TextEditorProps["kind"]; children: React.ReactNode }) {
  return <div className={`sw-editor sw-editor-${kind}`}>{children}</div>;
}

/** As tall as the editor will be, with the text in its place. */
function Awaited({ kind, value, lang }: TextEditorProps) {
  return (
    <>
      {kind === "html" || kind === "bullets" ? <div className="sw-editor-bar" /> : null}
      <div className="sw-editor-page sw-editor-awaited" aria-busy="true" lang={lang} dir="auto">
        {kind === "html" ? (
          <HtmlView html={htmlOf(value)} lang={lang} />
        ) : Array.isArray(value) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: two bullets may say the same
          value.map((line, index) => <p key={index}>{line}</p>)
        ) : (
          <p>{value}</p>
        )}
      </div>
    </>
  );
}
