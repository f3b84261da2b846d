import { useTranslation } from "react-i18next";
import type { FindingView } from "../marks/finding-view.ts";
import { MarkedText } from "../marks/marked-text.tsx";
import { isEmptyBody, type TextBody } from "../text-body.ts";
import { useMarkWords } from "./finding-sentence.ts";
import { marksOf } from "./open-findings.ts";
import type { TextView, VersionView } from "./product-detail-view.ts";

export interface ReadTextProps {
  type: TextView["type"];
  body: TextBody | null;
  lang: string;
  findings: readonly FindingView[];
  evidence: VersionView["evidence"];
  /** the finding that is asked about */
  focused: string | null;
  onMark(key: string): void;
  /** undefined where it cannot be edited now */
  onEdit?: (() => void) | undefined;
}

/** A text that is read until it is clicked: then it is edited in its place. By keyboard its button does the same. */
export function ReadText({ type, body, lang, findings, evidence, focused, onMark, onEdit }: ReadTextProps) {
  const { t } = useTranslation("product");
  const words = useMarkWords(type.label);
  if (body === null || isEmptyBody(body)) return <p className="sw-read-none">{t("card.nothing")}</p>;
  const click = ({ target }: React.MouseEvent) => {
    const isOther = target instanceof Element && target.closest("a, button, mark, [data-finding]") !== null;
    // Who marks words to copy them does not want to edit.
    if (!isOther && onEdit && (window.getSelection()?.isCollapsed ?? true)) onEdit();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shorter way to the button "Edit" beside it
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button is reached by keyboard
    <div className={onEdit ? "sw-read sw-read-open" : "sw-read"} onClick={click}>
      <MarkedText
        body={body}
        html={type.kind === "html"}
        lang={lang}
        marks={marksOf(findings, evidence, focused, words)}
        onMark={onMark}
      />
    </div>
  );
}
