import { Banner, BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptView } from "../kept.ts";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { useFormats } from "../use-formats.ts";
import { BatchMode, type BatchModeView } from "./batch-mode.tsx";
import { nextStep, type WaitingView } from "./next-step.ts";
import { RunCost } from "./run-cost.tsx";
import { type Asked, RunDialogs } from "./run-dialogs.tsx";
import { RunItems, type RunItemsProps } from "./run-items.tsx";
import { toneOf } from "./run-progress.tsx";
import { RunReasons } from "./run-reasons.tsx";
import { RunState } from "./run-state.tsx";
import {
  percentOf,
  type RestView,
  type RunFiguresView,
  type RunReasonView,
  type RunView,
  type UndoneView,
  type UndoPreviewView,
  type WrittenView,
} from "./run-view.ts";
import { useRunWords } from "./run-words.ts";
import { stepInWords } from "./step-words.ts";
import { useSaidProgress } from "./use-said-progress.ts";
import { writtenParts } from "./written-parts.ts";
import "../ui.css";

export interface RunPageProps {
  notices: React.ReactNode;
  run: RunView;
  items: Omit<RunItemsProps, "now" | "busy">;
  /** progress of a run of one long item, e.g. an import */
  single: { done: number; total: number | null; label: string } | null;
  /** null for a run that costs nothing */
  cost: RunFiguresView | null;
  /** null for a run that is not in batch mode */
  batchMode?: BatchModeView | null;
  /** products of this run that wait for a review */
  waiting: WaitingView;
  /** how many products have a conflict that nobody decided yet */
  undecided: number;
  /** true for a publication that can be taken back */
  canUndo: boolean;
  undone: UndoneView | null;
  written: WrittenView | null;
  reasons: RunReasonView[];
  /** how long it may still take, null while nobody can tell */
  leftMs: number | null;
  checking: number;
  /** items that are worked on */
  underWay: number;
  /** null unless it is paused */
  rest: RestView | null;
  /** what an undo would do; null while it is being found out, undefined where nobody asked */
  undoPreview: UndoPreviewView | null | undefined;
  kept: Pick<KeptView, "jobDays">;
  now: number;
  busy: boolean;
  onPause(): void;
  onGoOn(): void;
  onStop(): void;
  onRetryAll(): void;
  onUndo(): void;
  onAskUndo(): void;
  onExport(): void;
}

/** One run: its result first, then what stands out, then how each product ended. */
export function RunPage(props: RunPageProps) {
  const { run, now, busy, undecided } = props;
  const { t } = useTranslation("runs");
  const { duration } = useFormats();
  const { sentence } = useRunWords();
  const [asked, setAsked] = useState<Asked>(null);
  const open = run.finishedAt === null;
  const step = open ? null : nextStep({ ...run, conflict: undecided }, props.waiting, "run");
  const again = step?.does === "again" ? { content: stepInWords(t, step), onAction: props.onRetryAll } : undefined;
  const next = step && step.does !== "again" ? { content: stepInWords(t, step), url: step.url } : again;
  const primary = run.held && !run.cancelling ? { content: t("page.goOn"), onAction: () => setAsked("go_on") } : next;
  const canRetry = run.failed > 0 && !run.cancelling && !again;
  return (
    <Page
      title={sentence(run)}
      backAction={{ content: t("title"), url: "/app/activity" }}
      titleMetadata={<RunState run={{ ...run, leftMs: props.leftMs, checking: props.checking }} />}
      primaryAction={primary ? { disabled: busy, ...primary } : undefined}
      secondaryActions={[
        ...(open && !run.held && !run.cancelling
          ? [{ content: t("page.pause"), onAction: props.onPause, disabled: busy }]
          : []),
        ...(canRetry
          ? [{ content: t("page.again", { count: run.failed }), onAction: props.onRetryAll, disabled: busy }]
          : []),
        ...(open
          ? [{ content: t("page.stop"), disabled: busy || run.cancelling, onAction: () => setAsked("stop") }]
          : []),
        { content: t("page.csv"), onAction: props.onExport },
        ...(props.canUndo
          ? [
              {
                content: t("page.undo"),
                destructive: true,
                disabled: busy,
                onAction: () => {
                  props.onAskUndo();
                  setAsked("undo");
                },
              },
            ]
          : []),
      ]}
    >
      <BlockStack gap="400">
        {props.notices}
        <Banners {...props} />
        <Card>
          <BlockStack gap="400">
            <Result {...props} />
            {props.cost ? <RunCost cost={props.cost} /> : null}
            {props.batchMode ? <BatchMode view={props.batchMode} open={open} /> : null}
            <Text as="p" variant="bodySm" tone="subdued">
              <Moment at={run.createdAt} now={now} />
              {tookWords(run, now, (time) => t(open ? "page.runningFor" : "page.took", { time: duration(time) }))}
              {open ? "" : ` · ${t("page.keptFor", { days: duration(props.kept.jobDays * 86_400_000) })}`}
            </Text>
          </BlockStack>
        </Card>
        <RunReasons reasons={props.reasons} />
        <RunItems {...props.items} now={now} busy={busy} />
      </BlockStack>
      <RunDialogs
        {...{ asked, run, rest: props.rest, undoPreview: props.undoPreview }}
        onClose={() => setAsked(null)}
        onStop={props.onStop}
        onGoOn={props.onGoOn}
        onUndo={props.onUndo}
      />
    </Page>
  );
}

/** How long it took, or runs; nothing while it waits for its turn or for a person. */
function tookWords(run: RunView, now: number, words: (ms: number) => string): string {
  const { startedAt, finishedAt, paused, held, waitingFor } = run;
  if (startedAt === null || paused || held || waitingFor) return "";
  return ` · ${words((finishedAt ?? now) - startedAt)}`;
}

function Banners({ run, undecided, undone, checking, underWay }: RunPageProps) {
  const { t } = useTranslation("runs");
  const open = run.finishedAt === null;
  return (
    <>
      {run.held ? (
        <Banner tone="info">
          <p>
            {t("page.held")} {underWay > 0 ? t("page.heldFinishing", { count: underWay }) : null}
          </p>
        </Banner>
      ) : null}
      {undone ? (
        <Banner
          tone="info"
          title={t("page.undone", { count: undone.back })}
          {...(undone.url ? { action: { content: t("ended.show"), url: undone.url } } : {})}
        >
          {undone.stayed > 0 ? <p>{t("page.undonePartly", { count: undone.stayed })}</p> : null}
        </Banner>
      ) : null}
      {checking > 0 && !open ? (
        <Banner tone="info">
          <p>{t("page.checking", { count: checking })}</p>
        </Banner>
      ) : null}
      {undecided > 0 && !open ? (
        <Banner tone="warning" title={t("page.conflicts", { count: undecided })}>
          <p>{t("page.conflictsText")}</p>
        </Banner>
      ) : null}
      {!open && run.message && run.total === 1 ? (
        <Banner tone={run.status === "failed" ? "critical" : "warning"}>
          <p>{run.message}</p>
        </Banner>
      ) : null}
    </>
  );
}

function Result({ run, single, written }: RunPageProps) {
  const { t } = useTranslation("runs");
  const { list, count } = useFormats();
  const { result } = useRunWords();
  const said = useSaidProgress(run);
  const open = run.finishedAt === null;
  const share = single?.total ? Math.round((single.done / single.total) * 100) : single ? 0 : percentOf(run);
  return (
    <BlockStack gap="150">
      <Text as="h2" variant="headingMd">
        {single && open
          ? [
              single.label,
              single.total ? t("result.of", { done: single.done, all: single.total }) : count(single.done),
            ].join(" · ")
          : written && run.done > 0
            ? t("result.writtenOf", { count: run.done, parts: list(writtenParts(t, written)) })
            : result(run)}
      </Text>
      {written && !open && run.done < run.total ? <Text as="p">{result(run)}</Text> : null}
      {open ? <ProgressBar progress={Math.min(100, share)} tone={toneOf(run)} ariaLabelledBy="run-progress" /> : null}
      <div id="run-progress" role="status" className="sw-only-heard">
        {said}
      </div>
    </BlockStack>
  );
}
