import { BlockStack, TextField } from "@shopify/polaris";
import { HtmlView } from "../html-view.tsx";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { BulletsEditor } from "./bullets-editor.tsx";
import { LengthNote } from "./length-note.tsx";
import "../ui.css";

export interface TextEditorProps {
  type: ContentTypeView;
  body: TextBody;
  lang: string;
  onChange(body: TextBody): void;
}

const rows: Record<ContentTypeView["kind"], number> = { line: 1, text: 3, html: 10, bullets: 1 };

/** Edits one text by hand; the page's save bar saves it. */
export function TextEditor({ type, body, lang, onChange }: TextEditorProps) {
  if (Array.isArray(body) || type.kind === "bullets") {
    const bullets = Array.isArray(body) ? body : body.split("\n").filter((line) => line !== "");
    return (
      <BlockStack gap="200">
        <BulletsEditor bullets={bullets} limitChars={type.limitChars} lang={lang} onChange={onChange} />
        <LengthNote type={type} body={bullets} />
      </BlockStack>
    );
  }
  return (
    <BlockStack gap="200">
      <div lang={lang}>
        <TextField
          label={type.kind === "html" ? `${type.label} (HTML)` : type.label}
          labelHidden={type.kind !== "html"}
          value={body}
          onChange={(value) => onChange(type.kind === "html" ? value : value.replace(/\n+/g, " "))}
          multiline={rows[type.kind]}
          maxHeight="24rem"
          monospaced={type.kind === "html"}
          autoComplete="off"
          spellCheck
        />
      </div>
      <LengthNote type={type} body={body} />
      {type.kind === "html" ? (
        <section className="sw-preview" aria-label="Preview">
          <HtmlView html={body} lang={lang} />
        </section>
      ) : null}
    </BlockStack>
  );
}
