import { useLocation, useNavigate } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { formatsOf } from "../../i18n/formats.ts";
import { usePreloadedEditor } from "../editor/load-editor.ts";
import { pressKey } from "./act-on-key.ts";
import { actOnProduct, type ReviewRights } from "./act-on-product.ts";
import { Announcement } from "./announcement.tsx";
import { ProductPlace } from "./product-place.tsx";
import { anewHref, laneHref, sortHref } from "./review-addresses.ts";
import { ReviewDialogs } from "./review-dialogs.tsx";
import { ReviewEnd } from "./review-end.tsx";
import { ReviewHeader } from "./review-header.tsx";
import type { ReviewLane, ReviewProgress } from "./review-view.ts";
import { askWhatIsPublished } from "./send-to-server.ts";
import { toldWords } from "./told-words.ts";
import { type QueueShown, useReviewSession } from "./use-review-session.ts";
import { type Opened, useReviewView } from "./use-review-view.ts";
import { useReviewWindow } from "./use-review-window.ts";
import { useSingleKeys } from "./use-single-keys.ts";
import { useWaiting } from "./use-waiting.ts";
import "../ui.css";
import "./review.css";

const WholeWindow = lazy(() => import("./whole-window.tsx"));

export interface ReviewPageProps extends QueueShown {
  query: string;
  sort: string;
  old: { since: number } | null;
  /** what this person may do */
  rights: ReviewRights;
  /** how the shop's people work */
  work: {
    singleKeys: boolean;
    /** this person may publish what they approve */
    mayPublish: boolean;
    fourEyes: boolean;
    rejectReasons: readonly string[];
    publishes: boolean;
    /** how many wordings of a short text the model offers */
    wordings: number;
  };
  now: number;
}

/** A queue of products: everything needed to decide is on the screen, one key decides and shows the next. */
export function ReviewPage(props: ReviewPageProps) {
  const { lane, query, queueId, work, rights, now } = props;
  const { t, i18n } = useTranslation("review");
  usePreloadedEditor();
  const [session, state] = useReviewSession(props);
  const view = useReviewView(state, { fourEyes: work.fourEyes, mayApprove: rights.approve });
  const waiting = useWaiting(queueId, state);
  const open = useNavigate();
  const { search } = useLocation();
  const [single, setSingle] = useSingleKeys(work.singleKeys);
  const countWaiting = async () => (await askWhatIsPublished(queueId)).products;
  const window = useReviewWindow({ product: state.current, session });
  const deps = { session, view, rights, open, countWaiting };
  const hrefOf = (to: ReviewLane | null) => laneHref(to, { query, search });
  const { progress, phase, current: product } = state;
  const bulk = useBulk(lane, progress);
  const missing = rights.approve ? (rights.publish ? null : "publish") : "approve";
  const menu = [
    { id: "help", label: t("menu.keys"), onAct: () => view.setOpened("help") },
    { id: "window", label: t(window.isWhole ? "menu.page" : "menu.window"), onAct: window.toggle },
    { id: "single", label: single ? t("menu.keysOff") : t("menu.keysOn"), onAct: () => setSingle(!single) },
    ...(["usual", "findings", "oldest"] as const)
      .filter((sort) => sort !== props.sort)
      .map((sort) => ({ id: sort, label: t(`menu.${sort}`), onAct: () => open(sortHref(query, { sort, search })) })),
    { id: "anew", label: t("menu.anew"), onAct: () => open(anewHref({ query, sort: props.sort, search })) },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what is in it; each has a button as well
    <div
      className="sw-review"
      ref={view.region}
      tabIndex={-1}
      onKeyDown={(event) => pressKey(deps, event, { single, window })}
    >
      <ReviewHeader
        {...{ lane, progress, hrefOf, menu }}
        onTakeIn={() => session.takeInNewcomers()}
        total={Math.max(state.size, 1)}
        bulk={bulk !== null && rights.approve ? { label: bulk.label, onOpen: () => view.setOpened(bulk.opens) } : null}
      />
      <Announcement state={state} />
      {props.old && !state.said ? (
        <p className="sw-review-old">{t("old", { when: dayIn(i18n.language, props.old.since) })}</p>
      ) : null}
      {missing ? <p className="sw-review-old">{t(`notAllowed.${missing}`)}</p> : null}
      {product ? (
        <ProductPlace
          {...{ product, lane, session, state, view, work, rights, single, now }}
          onAct={(id) => actOnProduct(deps, id)}
        />
      ) : phase === "loading" || phase === "showing" ? (
        <div className="sw-review-grid sw-review-skeleton" aria-busy="true">
          <div /> <div /> <div />
        </div>
      ) : (
        <ReviewEnd
          {...{ phase, lane, progress }}
          waiting={rights.publish ? waiting : null}
          goingLive={state.last?.runId ? { products: state.last.products, runId: state.last.runId } : null}
          told={
            state.told
              ? toldWords(t, state.told, (at) => formatsOf(i18n.language).ago(at, now))
              : view.hint && t(`hint.${view.hint.why}`, { count: view.hint.count })
          }
          withOthers={state.withOthers}
          onUndo={state.last ? () => actOnProduct(deps, "undo") : null}
          unsent={state.unsent.length}
          allHref={hrefOf(null)}
          onPublish={() => view.setOpened("publish")}
          onRetry={() => session.retry()}
          onExtend={() => session.takeInNewcomers()}
        />
      )}
      <ReviewDialogs
        {...{ queueId, progress, session, single, work, rights }}
        opened={view.opened}
        onSingle={setSingle}
        onLook={() => {
          view.setOpened(null);
          if (lane !== "clean") open(hrefOf("clean"));
        }}
        onClose={() => view.setOpened(null)}
      />
      {window.src === null ? null : (
        <Suspense fallback={null}>
          <WholeWindow src={window.src} onHide={window.onHide} />
        </Suspense>
      )}
    </div>
  );
}

/** What can be decided at once: conflicts in their lane, elsewhere what has no findings. null: one or none of it */
function useBulk(lane: ReviewLane | null, { open }: ReviewProgress): { label: string; opens: Opened } | null {
  const { t } = useTranslation("review");
  if (lane === "conflicts") {
    return open.conflicts > 1 ? { label: t("bulk.conflicts", { count: open.conflicts }), opens: "conflicts" } : null;
  }
  return open.clean > 1 ? { label: t("bulk.open", { count: open.clean }), opens: "bulk" } : null;
}

function dayIn(locale: string, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}
