import { Button, Select, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { type TermKindView, type TermRowView, termKindViews } from "../terms-view.ts";

export interface TermRowProps {
  row: TermRowView;
  /** its place, from 0 */
  at: number;
  sourceLanguage: string;
  language: string;
  locale: string;
  dir: "ltr" | "rtl";
  onChange(change: Partial<TermRowView>): void;
  onRemove(): void;
}

/** One term: the shop's own words, what is asked for, and the words of the other language. */
export function TermRow({ row, at, sourceLanguage, language, locale, dir, onChange, onRemove }: TermRowProps) {
  const { t } = useTranslation("rules");
  const number = at + 1;
  const isKept = row.kind === "kept";
  const lacks = (words: string, isAsked: boolean) =>
    isAsked && words.trim() === "" && row.note + row.source + row.target !== "" ? t("glossary.missing") : undefined;
  return (
    <div className="sw-term-row">
      <TextField
        id={`term-${at}`}
        label={t("terms.sourceRow", { language: sourceLanguage, row: number })}
        labelHidden
        placeholder={row.kind === "forbidden" ? t("terms.anySource") : sourceLanguage}
        value={row.source}
        maxLength={500}
        onChange={(source) => onChange({ source })}
        error={lacks(row.source, row.kind !== "forbidden")}
        autoComplete="off"
      />
      <Select
        label={t("terms.kindRow", { row: number })}
        labelHidden
        options={termKindViews.map((value) => ({ value, label: t(`terms.kind.${value}`) }))}
        value={row.kind}
        onChange={(kind) => onChange({ kind: kind as TermKindView, ...(kind === "kept" ? { target: "" } : {}) })}
      />
      <div lang={locale} dir={dir}>
        <TextField
          label={t("terms.targetRow", { language, row: number })}
          labelHidden
          placeholder={isKept ? row.source : language}
          value={row.target}
          disabled={isKept}
          maxLength={500}
          onChange={(target) => onChange({ target })}
          error={lacks(row.target, !isKept)}
          autoComplete="off"
        />
      </div>
      <TextField
        label={t("terms.noteRow", { row: number })}
        labelHidden
        placeholder={t("terms.note")}
        value={row.note}
        maxLength={300}
        onChange={(note) => onChange({ note })}
        autoComplete="off"
      />
      <Button icon={DeleteIcon} accessibilityLabel={t("glossary.removeRow", { row: number })} onClick={onRemove} />
    </div>
  );
}
