import { Link } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionBar, type DockAction } from "../dock/action-bar.tsx";
import type { DockActionId } from "../dock/dock-row.ts";
import { actionsOfFinding } from "../dock/finding-actions.ts";
import { RowWords } from "../dock/row-words.tsx";
import type { FindingView } from "../marks/finding-view.ts";
import { useFindingSentence } from "./finding-sentence.ts";
import { KeepDialog } from "./keep-dialog.tsx";
import "../dock/dock.css";

export interface CardFindingsProps {
  /** the content type's label */
  label: string;
  /** those that a person has to look at, in the order of their numbers */
  findings: readonly FindingView[];
  /** which of them is asked about */
  at: number;
  busy: boolean;
  onAt(at: number): void;
  /** absent while the text is edited: what is kept is kept of words that are saved */
  onKeep?(finding: FindingView, reason: string, done: () => void): void;
  /** puts the fact's words in */
  onUseWords(finding: FindingView): void;
  onLeaveOut(finding: FindingView): void;
  onEdit(): void;
  onFacts(): void;
  onAgain(): void;
}

/** What is found in a text, one finding at a time, with the same words and buttons as in the review. */
export function CardFindings(props: CardFindingsProps) {
  const { label, findings, at, busy } = props;
  const { t } = useTranslation("dock");
  const { t: marks } = useTranslation("marks");
  const sentence = useFindingSentence(label);
  const [keeping, setKeeping] = useState(false);
  const finding = findings[Math.min(at, findings.length - 1)];
  if (!finding) return null;
  const index = findings.indexOf(finding);
  const asked = { finding, number: index + 1, at: index + 1, of: findings.length, text: label };
  const actions = actionsOfFinding(finding)
    .filter((id) => id !== "showBoth" && (id !== "keep" || props.onKeep))
    .map((id): DockAction => (id === "useWords" && !finding.fix ? { id, label: t("useWordsOpen") } : { id }));
  const acts: Partial<Record<DockActionId, () => void>> = {
    useWords: () => (finding.fix ? props.onUseWords(finding) : props.onEdit()),
    leaveOut: () => props.onLeaveOut(finding),
    keep: () => setKeeping(true),
    edit: props.onEdit,
    correct: props.onFacts,
    addFact: props.onFacts,
    again: props.onAgain,
  };
  return (
    <div className={`sw-card-finding sw-card-finding-${finding.severity}`}>
      <div className="sw-card-finding-words">
        <RowWords row={{ kind: "finding", ...asked }} />
        <div className="sw-card-finding-why" dir="auto">
          {sentence(finding)}{" "}
          {finding.product ? (
            <Link url={`/app/products/${finding.product.id}`} monochrome>
              {t("showBothOf", { title: finding.product.title })}
            </Link>
          ) : null}
        </div>
      </div>
      <div className="sw-card-finding-acts">
        <ActionBar
          actions={actions}
          keys={false}
          label={t("about")}
          room={null}
          onAct={(id) => (busy ? undefined : acts[id]?.())}
        />
        {findings.length > 1 ? (
          <button
            type="button"
            className="sw-dock-button sw-dock-plain"
            aria-label={t("action.nextFinding")}
            onClick={() => props.onAt((index + 1) % findings.length)}
          >
            {t("ofFindings", { at: index + 1, of: findings.length })} ›
          </button>
        ) : null}
      </div>
      {keeping ? (
        <KeepDialog
          about={finding.quote ? marks("quote", { words: finding.quote }) : sentence(finding)}
          needsReason={finding.severity === "block"}
          busy={busy}
          onKeep={(reason) => props.onKeep?.(finding, reason, () => setKeeping(false))}
          onClose={() => setKeeping(false)}
        />
      ) : null}
    </div>
  );
}
