import { Button } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { GoingLive } from "./going-live.tsx";
import type { ReviewLane, ReviewProgress } from "./review-view.ts";

export interface ReviewEndProps {
  phase: "end" | "failed" | "offline";
  lane: ReviewLane | null;
  progress: ReviewProgress;
  withOthers: number;
  unsent: number;
  /** products that were approved in this queue and are not published, as the server counts them; null: not known yet */
  waiting: number | null;
  /** what was approved at once just now and goes live */
  goingLive: { products: number; runId: string } | null;
  /** what the server said last of something that was done */
  told: string | null;
  /** null: nothing was done last */
  onUndo: (() => void) | null;
  onPublish(): void;
  onRetry(): void;
  onExtend(): void;
  allHref: string;
}

/** The whole place of the texts when there is no product to show: what was done, and what comes next. */
export function ReviewEnd({
  phase,
  lane,
  progress,
  withOthers,
  unsent,
  waiting,
  goingLive,
  told,
  onUndo,
  onPublish,
  onRetry,
  onExtend,
  allHref,
}: ReviewEndProps) {
  const { t, i18n } = useTranslation("review");
  const { t: d } = useTranslation("dock");
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const {
    approved = 0,
    rejected = 0,
    kept_live: kept = 0,
    later = 0,
    passed = 0,
    written_again: again = 0,
  } = progress.decided;
  const done = approved + rejected + kept;
  const undo = onUndo ? { back: { content: d("action.undo"), onAction: onUndo } } : {};
  if (phase === "offline") {
    return (
      <End
        heading={t("end.offline")}
        words={t("end.offlineWords", { count: unsent })}
        action={{ content: t("end.retry"), onAction: onRetry }}
      />
    );
  }
  if (phase === "failed") {
    return (
      <End
        heading={t("end.failed")}
        words={t("end.failedWords", { count: done })}
        action={{ content: t("end.retry"), onAction: onRetry }}
      />
    );
  }
  if (lane !== null) {
    return (
      <End
        heading={t(`end.lane.${lane}`)}
        words={t("end.laneWords")}
        more={told}
        action={{ content: t("end.all"), url: allHref }}
        {...undo}
      />
    );
  }
  if (progress.newcomers > 0) {
    return (
      <End
        heading={t("end.newcomers", { count: progress.newcomers })}
        words={t("end.newcomersWords")}
        action={{ content: t("end.go"), onAction: onExtend }}
      />
    );
  }
  if (withOthers > 0) {
    return (
      <End
        heading={t("end.others", { count: withOthers })}
        words={t("end.othersWords")}
        action={{ content: t("end.retry"), onAction: onRetry }}
      />
    );
  }
  if (done + later + passed + again === 0) {
    return (
      <End
        heading={t("end.first")}
        words={t("end.firstWords")}
        action={{ content: t("end.write"), url: "/app/products" }}
      />
    );
  }
  const words = [
    approved > 0 ? t("end.approved", { count: approved }) : "",
    rejected > 0 ? t("end.rejected", { count: rejected }) : "",
    kept > 0 ? t("end.kept", { count: kept }) : "",
    later > 0 ? t("end.later", { count: later }) : "",
    passed > 0 ? t("end.passed", { count: passed }) : "",
    again > 0 ? t("end.again", { count: again }) : "",
  ].filter((one) => one !== "");
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(words);
  return (
    <End
      heading={t("end.done", { count: done })}
      words={list}
      more={told ?? (goingLive ? <GoingLive {...goingLive} /> : null)}
      {...undo}
      action={
        waiting !== null && waiting > 0
          ? {
              content: t("end.publish", { count: waiting, number: number(waiting) }),
              onAction: onPublish,
              primary: true,
            }
          : null
      }
      other={
        later > 0
          ? { content: t("end.laterGo", { count: later }), url: `${allHref}${allHref.includes("?") ? "&" : "?"}anew=1` }
          : { content: t("end.look"), onAction: onRetry }
      }
    />
  );
}

interface EndAction {
  content: string;
  url?: string;
  onAction?(): void;
  primary?: boolean;
}

function End({
  heading,
  words,
  more = null,
  action,
  other,
  back,
}: {
  heading: string;
  words: string;
  more?: ReactNode;
  action: EndAction | null;
  other?: EndAction;
  /** takes back what was done last */
  back?: EndAction;
}) {
  return (
    <div className="sw-review-end">
      <div>
        <h2>{heading}</h2>
        <p>{words}</p>
        {more ? <p>{more}</p> : null}
        <div className="sw-review-end-actions">
          {action ? (
            <Button
              variant="primary"
              {...(action.url ? { url: action.url } : { onClick: action.onAction ?? (() => undefined) })}
            >
              {action.content}
            </Button>
          ) : null}
          {[other, back].map((one) =>
            one ? (
              <Button
                key={one.content}
                {...(one.url ? { url: one.url } : { onClick: one.onAction ?? (() => undefined) })}
              >
                {one.content}
              </Button>
            ) : null,
          )}
        </div>
      </div>
    </div>
  );
}
