import { Badge, type BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type english from "../i18n/en/states.ts";

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

type Look = { tone?: BadgeProps["tone"]; progress?: BadgeProps["progress"] };
/** Each group of states with its words in `app/i18n/en/states.ts`. */
type Looks = { [Group in keyof typeof english]: Record<keyof (typeof english)[Group], Look> };

const looks: Looks = {
  product: {
    active: { tone: "success" },
    draft: { tone: "info" },
    archived: {},
    unlisted: { tone: "warning" },
    gone: { tone: "critical" },
  },
  content: {
    none: {},
    needs_review: { tone: "attention", progress: "partiallyComplete" },
    warned: { tone: "attention", progress: "partiallyComplete" },
    blocked: { tone: "critical", progress: "incomplete" },
    approved: { tone: "info", progress: "partiallyComplete" },
    published: { tone: "success", progress: "complete" },
    conflict: { tone: "warning", progress: "incomplete" },
    put_back: { tone: "info" },
    unpublished: {},
  },
  version: {
    draft: { tone: "attention", progress: "partiallyComplete" },
    approved: { tone: "info", progress: "partiallyComplete" },
    published: { tone: "success", progress: "complete" },
    rejected: { tone: "critical", progress: "incomplete" },
    superseded: {},
    put_back: { tone: "info" },
  },
  run: {
    queued: { tone: "info", progress: "incomplete" },
    processing: { tone: "attention", progress: "partiallyComplete" },
    completed: { tone: "success", progress: "complete" },
    partially_completed: { tone: "warning", progress: "partiallyComplete" },
    failed: { tone: "critical", progress: "incomplete" },
    conflict: { tone: "warning", progress: "incomplete" },
    cancelled: {},
  },
  item: {
    queued: { tone: "info" },
    processing: { tone: "attention" },
    paused: { tone: "warning" },
    done: { tone: "success" },
    failed: { tone: "critical" },
    conflict: { tone: "warning" },
    cancelled: {},
  },
};

/** All states of a product and of its texts, in the order in which filters offer them. */
export const productStatuses: readonly ProductStatus[] = ["active", "draft", "archived", "unlisted"];
export const contentStates = Object.keys(looks.content) as ContentState[];

export function ProductStatusBadge({ status, gone = false }: { status: ProductStatus; gone?: boolean }) {
  const { t } = useTranslation("states");
  const state = gone ? "gone" : status;
  return <Badge {...looks.product[state]}>{t(`product.${state}`)}</Badge>;
}

export function ContentStateBadge({ state }: { state: ContentState }) {
  const { t } = useTranslation("states");
  return <Badge {...looks.content[state]}>{t(`content.${state}`)}</Badge>;
}

/** Which words of `states:version` a version has: a text that an undo put back is live, but is not what was published. */
export function versionStateOf({ state, origin }: { state: VersionState; origin: string }): VersionState | "put_back" {
  return state === "published" && origin === "undo" ? "put_back" : state;
}

export function VersionStateBadge({ version }: { version: { state: VersionState; origin: string } }) {
  const { t } = useTranslation("states");
  const state = versionStateOf(version);
  return <Badge {...looks.version[state]}>{t(`version.${state}`)}</Badge>;
}

/** A job in which nothing failed, but which met nothing but conflicts, asks for decisions rather than for repair. */
export function JobStatusBadge({ job }: { job: { status: JobStatus; failed: number; conflict: number } }) {
  const { t } = useTranslation("states");
  const state = job.status === "failed" && job.failed === 0 && job.conflict > 0 ? "conflict" : job.status;
  return <Badge {...looks.run[state]}>{t(`run.${state}`)}</Badge>;
}

export function ItemStatusBadge({ status }: { status: ItemStatus }) {
  const { t } = useTranslation("states");
  return <Badge {...looks.item[status]}>{t(`item.${status}`)}</Badge>;
}
