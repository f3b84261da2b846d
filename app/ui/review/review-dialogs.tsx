import { lazy, Suspense } from "react";
import type { ReviewRights } from "./act-on-product.ts";
import type { BulkDialogProps } from "./bulk-dialog.tsx";
import type { ReviewSession } from "./review-session.ts";
import type { ReviewProgress } from "./review-view.ts";
import type { Opened } from "./use-review-view.ts";

const BulkDialog = lazy(() => import("./bulk-dialog.tsx"));
const ConflictsDialog = lazy(() => import("./conflicts-dialog.tsx"));
const HelpDialog = lazy(() => import("./help-dialog.tsx"));
const PublishDialog = lazy(() => import("./publish-dialog.tsx"));

export interface ReviewDialogsProps {
  opened: Opened;
  queueId: string;
  progress: ReviewProgress;
  session: ReviewSession;
  work: BulkDialogProps["work"];
  rights: ReviewRights;
  /** whether single keys count */
  single: boolean;
  onSingle(on: boolean): void;
  /** to the products in which nothing is found */
  onLook(): void;
  onClose(): void;
}

/** The dialogs of the review, whose code is loaded when one is opened. */
export function ReviewDialogs(props: ReviewDialogsProps) {
  if (props.opened === null) return null;
  return (
    <Suspense fallback={null}>
      <DialogOf {...props} />
    </Suspense>
  );
}

function DialogOf(props: ReviewDialogsProps) {
  const { opened, queueId, progress, session, work, rights, single, onSingle, onLook, onClose } = props;
  switch (opened) {
    case "help":
      return <HelpDialog {...{ rights, single, onSingle, onClose }} />;
    case "bulk":
      return <BulkDialog {...{ queueId, progress, session, work, onLook, onClose }} />;
    case "conflicts":
      return <ConflictsDialog {...{ queueId, progress, session, onClose }} />;
    case "publish":
      return <PublishDialog {...{ queueId, onClose }} />;
    default:
      return null;
  }
}
