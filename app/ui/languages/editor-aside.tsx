import { useTranslation } from "react-i18next";
import { factName } from "../marks/fact-name.ts";
import { openFindings } from "../product/open-findings.ts";
import type { FactRow, TermView, TranslationView } from "./editor-view.ts";

export interface EditorAsideProps {
  texts: readonly TranslationView[];
  facts: readonly FactRow[];
  /** the text that the person is at; null: none yet, all are spoken of */
  current: string | null;
  /** leads to a text */
  onText(name: string): void;
}

/** Beside the texts: what is found in them, what the glossary asks of the one that has the focus, and what is known of the product. */
export function EditorAside({ texts, facts, current, onText }: EditorAsideProps) {
  const { t } = useTranslation("languages");
  const { t: marks } = useTranslation("marks");
  const at = texts.find(({ type }) => type.name === current);
  const terms = termsOf(at ? [at] : texts);
  const found = texts.flatMap(({ type, newest }) => {
    const waits = newest?.state === "draft" || newest?.state === "approved";
    const count = waits ? openFindings(newest.warnings).length : 0;
    return count > 0 ? [{ type, count }] : [];
  });
  return (
    <aside className="sw-tr-aside" aria-label={t("editor.beside.label")}>
      {found.length > 0 ? (
        <section>
          <h2>{t("editor.beside.findings")}</h2>
          <ul>
            {found.map(({ type, count }) => (
              <li key={type.name}>
                <button type="button" className="sw-tr-to" onClick={() => onText(type.name)}>
                  {t("editor.beside.found", { text: type.label, count })}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{t("editor.beside.glossary")}</h2>
        {at ? <p className="sw-tr-said">{at.type.label}</p> : null}
        {terms.length === 0 ? <p className="sw-tr-said">{t("editor.beside.noTerms")}</p> : null}
        <ul>
          {terms.map((term) => (
            <li key={`${term.kind} ${term.source} ${term.target}`} data-kept={term.isKept ?? undefined}>
              <span dir="auto">{t(`editor.beside.term.${term.kind}`, { ...term })}</span>
              {term.isKept === null ? null : (
                <span className="sw-tr-kept">{t(term.isKept ? "editor.beside.kept" : "editor.beside.broken")}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      {facts.length > 0 ? (
        <section>
          <h2>{t("editor.beside.facts")}</h2>
          <dl>
            {facts.map(({ path, name, value }) => (
              <div key={path}>
                <dt>{factName(marks, { path, name })}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </aside>
  );
}

/** Each term once; of several texts it is kept to when all of them do that have a translation. */
function termsOf(texts: readonly TranslationView[]): TermView[] {
  const byWords = new Map<string, TermView>();
  for (const term of texts.flatMap(({ terms = [] }) => terms)) {
    const key = `${term.kind} ${term.source} ${term.target}`;
    const known = byWords.get(key);
    const isKept = known && term.isKept === null ? known.isKept : known?.isKept === false ? false : term.isKept;
    byWords.set(key, { ...term, isKept });
  }
  return [...byWords.values()].sort((a, b) => Number(a.isKept !== false) - Number(b.isKept !== false));
}
