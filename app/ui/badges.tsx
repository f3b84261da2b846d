import { Badge, type BadgeProps } from "@shopify/polaris";

export type ProductStatus = "active" | "draft" | "archived" | "unlisted";
export type ContentState =
  | "none"
  | "unpublished"
  | "put_back"
  | "published"
  | "approved"
  | "needs_review"
  | "warned"
  | "blocked"
  | "conflict";
export type VersionState = "draft" | "approved" | "published" | "rejected" | "superseded";
export type JobStatus = "queued" | "processing" | "completed" | "partially_completed" | "failed" | "cancelled";
export type ItemStatus = "queued" | "processing" | "paused" | "done" | "failed" | "conflict" | "cancelled";

type Look = { label: string; tone?: BadgeProps["tone"]; progress?: BadgeProps["progress"] };

export const productStatuses: Record<ProductStatus, Look> = {
  active: { label: "Active", tone: "success" },
  draft: { label: "Draft", tone: "info" },
  archived: { label: "Archived" },
  unlisted: { label: "Unlisted", tone: "warning" },
};

export const contentStates: Record<ContentState, Look> = {
  none: { label: "Not generated" },
  needs_review: { label: "To review", tone: "attention", progress: "partiallyComplete" },
  warned: { label: "With warnings", tone: "attention", progress: "partiallyComplete" },
  blocked: { label: "Blocked by a check", tone: "critical", progress: "partiallyComplete" },
  approved: { label: "Approved", tone: "info", progress: "partiallyComplete" },
  published: { label: "Published", tone: "success", progress: "complete" },
  conflict: { label: "Conflict", tone: "warning", progress: "incomplete" },
  put_back: { label: "Put back", tone: "info" },
  unpublished: { label: "Not published" },
};

const versionStates: Record<VersionState, Look> = {
  draft: { label: "Draft", tone: "attention" },
  approved: { label: "Approved", tone: "info" },
  published: { label: "Published", tone: "success" },
  rejected: { label: "Rejected", tone: "critical" },
  superseded: { label: "Set aside" },
};

export const jobStatuses: Record<JobStatus, Look> = {
  queued: { label: "Waiting", tone: "info", progress: "incomplete" },
  processing: { label: "Running", tone: "attention", progress: "partiallyComplete" },
  completed: { label: "Completed", tone: "success", progress: "complete" },
  partially_completed: { label: "Partly completed", tone: "warning", progress: "partiallyComplete" },
  failed: { label: "Failed", tone: "critical", progress: "incomplete" },
  cancelled: { label: "Cancelled" },
};

export const itemStatuses: Record<ItemStatus, Look> = {
  queued: { label: "Waiting", tone: "info" },
  processing: { label: "Running", tone: "attention" },
  paused: { label: "Paused", tone: "warning" },
  done: { label: "Done", tone: "success" },
  failed: { label: "Failed", tone: "critical" },
  conflict: { label: "Conflict", tone: "warning" },
  cancelled: { label: "Cancelled" },
};

export function ProductStatusBadge({ status, gone = false }: { status: ProductStatus; gone?: boolean }) {
  return gone ? <Badge tone="critical">Deleted in Shopify</Badge> : <Look look={productStatuses[status]} />;
}

export function ContentStateBadge({ state }: { state: ContentState }) {
  return <Look look={contentStates[state]} />;
}

function lookOf({ state, origin }: { state: VersionState; origin: string }): Look {
  const isPutBack = state === "published" && origin === "undo";
  return isPutBack ? { label: "Put back", tone: "info" } : versionStates[state];
}

export function versionStateLabel(version: { state: VersionState; origin: string }): string {
  return lookOf(version).label;
}

/** A text that an undo put back is live in the store, but is not what was published. */
export function VersionStateBadge({ version }: { version: { state: VersionState; origin: string } }) {
  return <Look look={lookOf(version)} />;
}

/** A job in which nothing failed, but which met nothing but conflicts, asks for decisions rather than for repair. */
export function JobStatusBadge({ job }: { job: { status: JobStatus; failed: number; conflict: number } }) {
  const undecided = job.status === "failed" && job.failed === 0 && job.conflict > 0;
  return <Look look={undecided ? { label: "Conflict", tone: "warning" } : jobStatuses[job.status]} />;
}

export function ItemStatusBadge({ status }: { status: ItemStatus }) {
  return <Look look={itemStatuses[status]} />;
}

function Look({ look }: { look: Look }) {
  return (
    <Badge tone={look.tone} progress={look.progress}>
      {look.label}
    </Badge>
  );
}
