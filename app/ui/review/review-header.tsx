import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MoreMenu } from "../dock/more-menu.tsx";
import { type ReviewLane, type ReviewProgress, reviewLanes } from "./review-view.ts";

export interface ReviewHeaderProps {
  lane: ReviewLane | null;
  progress: ReviewProgress;
  total: number;
  /** the address of a lane, with the filter that the queue has */
  hrefOf(lane: ReviewLane | null): string;
  /** null: there is nothing to do at once */
  bulk: { label: string; onOpen(): void } | null;
  menu: readonly { id: string; label: string; onAct(): void }[];
  /** puts what came since behind the last product */
  onTakeIn(): void;
}

/** What is in the queue by what has to be done, and how far it is. */
export function ReviewHeader({ lane, progress, total, hrefOf, bulk, menu, onTakeIn }: ReviewHeaderProps) {
  const { t, i18n } = useTranslation("review");
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const all = reviewLanes.reduce((sum, one) => sum + progress.open[one], 0);
  const { approved = 0, kept_live: kept = 0, rejected = 0, later = 0 } = progress.decided;
  const done = approved + kept + rejected;
  const share = (count: number) => `${total === 0 ? 0 : Math.min(100, (count / total) * 100)}%`;
  return (
    <>
      <div className="sw-review-head">
        <h1>{t("title")}</h1>
        <nav className="sw-review-lanes" aria-label={t("lanes.label")}>
          {([null, ...reviewLanes] as const).map((one) => (
            <Link
              key={one ?? "all"}
              to={hrefOf(one)}
              className="sw-review-lane"
              {...(one === lane ? { "aria-current": "page" as const } : {})}
              preventScrollReset
            >
              {t(`lanes.${one ?? "all"}`)}{" "}
              <span className="sw-review-count">{number(one === null ? all : progress.open[one])}</span>
            </Link>
          ))}
          {progress.newcomers > 0 ? (
            <button
              type="button"
              className="sw-review-lane sw-review-newcomers"
              title={t("newcomersHow")}
              onClick={onTakeIn}
            >
              {t("newcomers", { count: progress.newcomers })}
            </button>
          ) : null}
        </nav>
        <div className="sw-review-tools">
          {bulk ? (
            <button type="button" className="sw-dock-button" onClick={bulk.onOpen}>
              {bulk.label}
            </button>
          ) : null}
          <MoreMenu label={t("more")} items={menu} down />
        </div>
      </div>
      <div
        className="sw-review-progress"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(done, total)}
        aria-label={t("progress", { done: number(done), total: number(total) })}
      >
        <i className="sw-progress-approved" style={{ inlineSize: share(approved + kept) }} />
        <i className="sw-progress-rejected" style={{ inlineSize: share(rejected) }} />
        <i className="sw-progress-later" style={{ inlineSize: share(later) }} />
      </div>
    </>
  );
}
