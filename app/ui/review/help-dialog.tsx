import { Checkbox } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import type { ReviewRights } from "./act-on-product.ts";

export interface HelpDialogProps {
  rights: ReviewRights;
  single: boolean;
  onSingle(on: boolean): void;
  onClose(): void;
}

const rows = [
  ["A", "approve"],
  ["R", "reject"],
  ["E", "edit"],
  ["W", "again"],
  ["S", "later"],
  ["Z", "undo"],
  ["U", "useWords"],
  ["K", "keep"],
  ["O", "correct"],
  ["N · F8", "nextFinding"],
  ["C", "view"],
  ["← →", "move"],
  ["↑ ↓", "texts"],
  ["⇧ A · ⇧ R", "oneText"],
  ["T · ⇧ T", "wording"],
  ["1 2", "conflict"],
  ["P", "publish"],
  ["F", "window"],
  ["Ctrl ↵", "done"],
  ["Ctrl .", "suggested"],
  ["Esc", "leave"],
] as const;

const ofDeciding: ReadonlySet<string> = new Set(["approve", "reject", "keep", "oneText", "conflict"]);

function isMissing(what: string, { approve, publish }: ReviewRights): boolean {
  return (ofDeciding.has(what) && !approve) || (what === "publish" && !publish);
}

/** All keys of the review, and whether single ones count. */
export default function HelpDialog({ rights, single, onSingle, onClose }: HelpDialogProps) {
  const { t } = useTranslation("review");
  return (
    <Dialog open onClose={onClose} title={t("help.title")}>
      <Dialog.Section>
        <Checkbox label={t("help.single")} helpText={t("help.singleWhy")} checked={single} onChange={onSingle} />
        <dl className="sw-review-help">
          {rows
            .filter(([, what]) => !isMissing(what, rights))
            .map(([keys, what]) => (
              <div key={what}>
                <dt>
                  <kbd className="sw-dock-key">{keys}</kbd>
                </dt>
                <dd>{t(`help.${what}`)}</dd>
              </div>
            ))}
        </dl>
      </Dialog.Section>
    </Dialog>
  );
}
