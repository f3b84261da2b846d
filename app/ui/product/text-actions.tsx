import { Button, ButtonGroup } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { inSentence } from "../in-sentence.ts";
import { isEmptyBody, type TextBody } from "../text-body.ts";
import type { LocksView, ProductEvents, TextView, VersionView } from "./product-detail-view.ts";
import { RejectDialog } from "./reject-dialog.tsx";
import { warningText } from "./warning-text.ts";

export interface TextActionsProps {
  text: TextView;
  editing: boolean;
  locks: LocksView;
  events: ProductEvents;
}

export function editButtonId(contentType: string): string {
  return `edit-${contentType}`;
}

/** What can be done with a content type now; the most likely next step comes first. */
export function TextActions({ text, editing, locks, events }: TextActionsProps) {
  const [asking, setAsking] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const { type, live, newest, approved } = text;
  if (editing) {
    return (
      // A group of its own: else its button turns into "Approve" under the finger that pressed it.
      <ButtonGroup key="editing">
        <Button onClick={() => events.onEdit(type.name, null)}>Stop editing</Button>
      </ButtonGroup>
    );
  }
  const label = inSentence(type.label);
  const empty: TextBody = type.kind === "bullets" ? ["", "", ""] : "";
  const start = newest && newest.state !== "rejected" ? newest.body : isEmptyBody(live) ? empty : (live ?? empty);
  const open = newest?.state === "draft" || newest?.state === "approved" ? newest : null;
  return (
    <>
      <ButtonGroup>
        {newest?.state === "draft" ? (
          <Button
            variant={newest.blocked ? "secondary" : "primary"}
            accessibilityLabel={newest.blocked ? `Approve anyway: ${label}` : `Approve ${label}`}
            disabled={locks.all}
            onClick={() => (newest.blocked ? setAsking(true) : events.onApprove(newest))}
          >
            {newest.blocked ? "Approve anyway" : "Approve"}
          </Button>
        ) : null}
        {approved && type.published !== false ? (
          <Button
            variant={newest?.state === "approved" ? "primary" : "secondary"}
            accessibilityLabel={
              newest?.state === "approved" ? `Publish ${label}` : `Publish the approved one: ${label}`
            }
            disabled={locks.all || locks.publish}
            onClick={() => events.onPublish([type.name])}
          >
            {newest?.state === "approved" ? "Publish" : "Publish the approved one"}
          </Button>
        ) : null}
        <Button
          id={editButtonId(type.name)}
          accessibilityLabel={newest ? `Edit ${label}` : `Write by hand: ${label}`}
          disabled={locks.all}
          onClick={() => events.onEdit(type.name, start)}
        >
          {newest ? "Edit" : "Write by hand"}
        </Button>
        <Button
          accessibilityLabel={newest ? `Generate again: ${label}` : `Generate ${label}`}
          disabled={locks.all || locks.generate}
          onClick={() => events.onGenerate([type.name])}
        >
          {newest ? "Generate again" : "Generate"}
        </Button>
        {open ? (
          <Button
            variant="tertiary"
            tone="critical"
            accessibilityLabel={`Reject ${label}`}
            disabled={locks.all}
            onClick={() => setRejecting(true)}
          >
            Reject
          </Button>
        ) : null}
      </ButtonGroup>
      {open && rejecting ? (
        <RejectDialog
          label={label.replace("seo", "SEO")}
          busy={locks.all}
          onReject={(reason) => events.onReject(open, reason, () => setRejecting(false))}
          onClose={() => setRejecting(false)}
        />
      ) : null}
      {newest ? (
        <ConfirmModal
          open={asking}
          title={`Approve this ${label} although a check blocks it?`}
          message={blockers(newest, type.label)}
          confirmLabel="Approve anyway"
          destructive
          busy={locks.all}
          onConfirm={() => events.onApprove(newest, () => setAsking(false))}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function blockers(version: VersionView, label: string): string {
  const blocking = version.warnings.filter(({ severity, decision }) => severity === "block" && !decision);
  const found = blocking.map((warning) => warningText(warning.description, label)).join(" ");
  return `${found} Approve it only when you have read the text and know that it is right.`;
}
