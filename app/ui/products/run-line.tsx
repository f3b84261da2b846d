import { Button, Icon, UnstyledLink } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { percentOf } from "../runs/run-view.ts";
import { useRunWords } from "../runs/run-words.ts";
import { useFormats } from "../use-formats.ts";
import { useSeen } from "../use-seen.ts";
import { reviewAddress } from "./review-address.ts";
import { msLeft, type RunLineView } from "./run-line-view.ts";

export interface RunLineProps {
  line: RunLineView | null;
  /** what was just asked for is on its way */
  starting: boolean;
  now: number;
  /** what the list says where there is no run */
  children: React.ReactNode;
}

/** One line that is always as tall: how far a run is, then what came of it and the next step; else how many products are listed. */
export function RunLine({ line, starting, now, children }: RunLineProps) {
  const { t } = useTranslation("products");
  const { duration } = useFormats();
  const words = useRunWords();
  const { seen, see } = useSeen("shelfwright-seen-run", line?.run.id);
  if (starting) return <div className="sw-run-line">{t("run.starting")}</div>;
  if (!line || (seen && line.run.finishedAt !== null)) return <div className="sw-run-line">{children}</div>;
  const { run, written } = line;
  const show = `/app/activity/${run.id}`;
  if (run.finishedAt === null) {
    const ended = run.done + run.failed + run.conflict + run.cancelled;
    const left = msLeft(run, now);
    const waits = run.waitingFor !== null || run.paused;
    return (
      <div className="sw-run-line" data-open="">
        <span className="sw-one-line" dir="auto">
          {words.sentence(run)}
        </span>
        <span className="sw-run-far">
          {run.status === "queued" && ended === 0
            ? t("run.waiting")
            : t("run.progress", { done: ended, total: run.total })}
          {left !== null && !waits ? <span> · {t("run.left", { time: duration(roughly(left)) })}</span> : null}
        </span>
        <progress className="sw-run-bar" max={100} value={percentOf(run)} aria-label={words.sentence(run)} />
        <UnstyledLink url={show} className="sw-link">
          {t("run.show")}
        </UnstyledLink>
      </div>
    );
  }
  const publishedWords = ({ done, undone }: RunLineView["run"]) => {
    const back = undone?.back ?? 0;
    const parts = [
      back > 0 ? t("run.putBack", { count: back }) : "",
      back === 0 || done > back ? t("run.published", { count: Math.max(0, done - back) }) : "",
    ];
    return parts.filter((one) => one !== "").join(" · ");
  };
  const all = written ? written.clean + written.warned + written.blocked : 0;
  const result = written
    ? all > 0
      ? t("run.written", { count: all, ...written })
      : t("run.writtenNone")
    : publishedWords(run);
  return (
    <div className="sw-run-line" data-open="">
      <span className="sw-run-result" role="status">
        {result}
        {run.failed > 0 ? <span> · {t("run.failed", { count: run.failed })}</span> : null}
      </span>
      {run.conflict > 0 ? (
        <Button size="micro" url="/app/products?view=conflicts&state=conflict" onClick={see}>
          {t("run.decide", { count: run.conflict })}
        </Button>
      ) : written && all > 0 ? (
        <Button size="micro" url={reviewAddress(new URLSearchParams({ job: run.id }))} onClick={see}>
          {t("run.review", { count: all })}
        </Button>
      ) : (
        <Button size="micro" url={show} onClick={see}>
          {t("run.show")}
        </Button>
      )}
      <button type="button" className="sw-icon-button" aria-label={t("run.dismiss")} onClick={see}>
        <Icon source={XIcon} />
      </button>
    </div>
  );
}

/** Nobody waits for seconds of minutes. */
function roughly(ms: number): number {
  return ms > 90_000 ? Math.round(ms / 60_000) * 60_000 : Math.max(1_000, ms);
}
