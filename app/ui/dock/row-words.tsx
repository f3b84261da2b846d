import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { factName } from "../marks/fact-name.ts";
import { dimensionKey } from "../marks/finding-dimension.ts";
import { findingTitleKey, sourceKey } from "../marks/finding-words.ts";
import { FindingNumber } from "../marks/marked-text.tsx";
import { saidOfDetails } from "../marks/said-of-details.ts";
import { useFindingSentence } from "../product/finding-sentence.ts";
import type { AskedFinding, DockRow } from "./dock-row.ts";
import { sortOf } from "./finding-actions.ts";

export interface RowWordsProps {
  row: DockRow;
  /** what a check says of a text as a whole is said nowhere else */
  alone?: boolean;
}

/** What the first row says, on two lines: of a contradiction both sides beside each other. */
export function RowWords({ row, alone = false }: RowWordsProps) {
  const { t } = useTranslation("dock");
  switch (row.kind) {
    case "clean": {
      const title = row.texts === 0 ? t("nothingToReview") : t("clean");
      const backed = t("backed", { count: row.backed });
      const examined = row.examined > 0 ? ` ${t("examined", { count: row.examined })}` : "";
      return <Lines tone="success" icon="✓" title={title} words={row.backed > 0 ? `${backed}${examined}` : ""} />;
    }
    case "finding":
      return <FindingWords {...row} alone={alone} />;
    case "conflict":
      return (
        <Lines
          tone="warning"
          icon="⚠"
          title={t("conflict", { text: row.text, count: row.texts })}
          words={t("conflictAsk")}
        />
      );
    case "unexamined":
      return <Lines tone="warning" icon="⚠" title={t("unexamined")} words={t("unexaminedWhy")} />;
    case "held":
      return <Lines tone="warning" icon="⚠" title={t("held")} words={t("heldWhy")} />;
    case "told":
      return <Lines tone="warning" icon="⚠" title={row.message} words="" />;
    case "editing":
      return <Lines tone="plain" icon="" title={t("editing", { text: row.text })} words={t("editingHow")} />;
  }
}

function FindingWords({ finding, number, text, alone }: AskedFinding & { alone: boolean }) {
  const { t } = useTranslation("dock");
  const { t: m } = useTranslation("marks");
  const kind = finding.severity === "block" ? "blocks" : "warns";
  const { fact, quote } = finding;
  const sort = sortOf(finding);
  const dimension = dimensionKey(finding);
  const title = m(findingTitleKey(finding));
  const sentence = useFindingSentence(text)(finding);
  const head = (
    <div className="sw-dock-title">
      <FindingNumber number={number} kind={kind} />
      <b className={finding.severity === "block" ? "sw-dock-critical" : "sw-dock-caution"}>{title}</b>
      <span className="sw-dock-subdued">· {text}</span>
      {dimension === null ? null : <span className="sw-dock-subdued sw-dock-dimension">· {m(dimension)}</span>}
    </div>
  );
  if (fact && quote !== null) {
    return (
      <div className="sw-dock-sides">
        <div>
          {head}
          <Side label={t("yourText")} words={quote} />
        </div>
        <div>
          <div className="sw-dock-title sw-dock-subdued">
            {t("factFrom", { name: factName(m, fact), source: m(sourceKey(fact.source)) })}
          </div>
          <Quote words={fact.value} />
        </div>
      </div>
    );
  }
  return (
    <div>
      {head}
      <div className="sw-dock-line">
        {quote === null ? null : <Quote words={quote} inline />}{" "}
        {sort === "provable" ? (
          t("provable")
        ) : sort === "unsupported" ? (
          t("noFact")
        ) : finding.product ? (
          <bdi>{finding.product.title}</bdi>
        ) : finding.details ? (
          saidOfDetails(m, finding.details)
        ) : alone && quote === null && sentence !== title ? (
          sentence
        ) : null}
      </div>
    </div>
  );
}

function Side({ label, words }: { label: string; words: string }) {
  return (
    <div className="sw-dock-line">
      <span className="sw-dock-subdued">{label}</span> <Quote words={words} inline />
    </div>
  );
}

/** A merchant's words: cut when they are long, and then read in full on hovering. */
function Quote({ words, inline = false }: { words: string; inline?: boolean }) {
  const { t } = useTranslation("marks");
  const shown = <bdi>{t("quote", { words })}</bdi>;
  return inline ? (
    <b className="sw-dock-quote" title={words}>
      {shown}
    </b>
  ) : (
    <div className="sw-dock-line">
      <b className="sw-dock-quote" title={words}>
        {shown}
      </b>
    </div>
  );
}

function Lines({ tone, icon, title, words }: { tone: string; icon: string; title: string; words: ReactNode }) {
  return (
    <div>
      <div className="sw-dock-title">
        {icon === "" ? null : (
          <span className={`sw-dock-${tone}`} aria-hidden="true">
            {icon}
          </span>
        )}
        <b className={`sw-dock-${tone}`}>{title}</b>
      </div>
      {words === "" ? null : <div className="sw-dock-line sw-dock-subdued">{words}</div>}
    </div>
  );
}
