import { Button, ButtonGroup } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type english from "../../i18n/en/product.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { inARow } from "../in-a-row.ts";
import { inSentence } from "../in-sentence.ts";
import type { TextBody } from "../text-body.ts";
import { useFindingSentence } from "./finding-sentence.ts";
import type { LocksView, ProductEvents, TextView, VersionView } from "./product-detail-view.ts";
import { RejectDialog } from "./reject-dialog.tsx";

type ActName = Exclude<keyof (typeof english)["act"], "named">;

export interface TextActionsProps {
  text: TextView;
  /** what is shown of it, null for nothing */
  body: TextBody | null;
  locks: LocksView;
  events: ProductEvents;
  /** the live text stands beside it */
  comparing: boolean;
  /** undefined where there are no two texts */
  onCompare?: (() => void) | undefined;
}

export function editButtonId(contentType: string): string {
  return `edit-${contentType}`;
}

/** What can be done with a text now; the most likely next step comes first. */
export function TextActions({ text, body, locks, events, comparing, onCompare }: TextActionsProps) {
  const { t, i18n } = useTranslation("product");
  const sentence = useFindingSentence(text.type.label);
  const [asking, setAsking] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const { type, newest, approved } = text;
  const label = inSentence(type.label, i18n.language);
  const empty: TextBody = type.kind === "bullets" ? [] : "";
  const open = newest?.state === "draft" || newest?.state === "approved" ? newest : null;
  const named = (key: ActName) => ({
    accessibilityLabel: t("act.named", { act: t(`act.${key}`), text: label }),
    children: t(`act.${key}`),
  });
  return (
    <>
      <ButtonGroup>
        {newest?.state === "draft" ? (
          <Button
            {...named(newest.blocked ? "approveAnyway" : "approve")}
            disabled={locks.all}
            onClick={() => (newest.blocked ? setAsking(true) : events.onApprove(newest))}
          />
        ) : null}
        {approved && type.published !== false ? (
          <Button
            {...named(newest?.state === "approved" ? "publish" : "publishApproved")}
            disabled={locks.all || locks.publish}
            onClick={() => events.onPublish([type.name])}
          />
        ) : null}
        <Button
          {...named(body === null ? "byHand" : "edit")}
          id={editButtonId(type.name)}
          disabled={locks.all}
          onClick={() => events.onEdit(type.name, body ?? empty)}
        />
        <Button
          {...named(newest ? "again" : "write")}
          variant="tertiary"
          disabled={locks.all || locks.generate}
          onClick={() => events.onGenerate([type.name])}
        />
        {onCompare ? (
          <Button {...named(comparing ? "stopComparing" : "compare")} variant="tertiary" onClick={onCompare} />
        ) : null}
        {open ? (
          <Button
            {...named("reject")}
            variant="tertiary"
            tone="critical"
            disabled={locks.all}
            onClick={() => setRejecting(true)}
          />
        ) : null}
      </ButtonGroup>
      {open && rejecting ? (
        <RejectDialog
          label={label}
          busy={locks.all}
          onReject={(reason) => events.onReject(open, reason, () => setRejecting(false))}
          onClose={() => setRejecting(false)}
        />
      ) : null}
      {newest ? (
        <ConfirmModal
          open={asking}
          title={t("anyway.title", { text: label })}
          message={inARow(...blocking(newest).map(sentence), t("anyway.words"))}
          confirmLabel={t("act.approveAnyway")}
          destructive
          busy={locks.all}
          onConfirm={() => events.onApprove(newest, () => setAsking(false))}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function blocking({ warnings }: VersionView) {
  return warnings.filter(({ severity, decision }) => severity === "block" && !decision);
}
