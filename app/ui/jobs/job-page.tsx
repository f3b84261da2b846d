import { Banner, BlockStack, Box, Card, InlineGrid, ProgressBar, Text } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { daysInWords, type KeptView } from "../kept.ts";
import { Moment } from "../moment.tsx";
import { countOf, formatCount, formatDuration } from "../numbers.ts";
import { Page } from "../page.tsx";
import { BatchMode, type BatchModeView } from "./batch-mode.tsx";
import { JobCost } from "./job-cost.tsx";
import { JobItems, type JobItemsProps } from "./job-items.tsx";
import { toneOf } from "./job-progress.tsx";
import { JobState } from "./job-state.tsx";
import { describeCounts, type JobView, percentOf, type RunFiguresView } from "./job-view.ts";
import { nextStep, type WaitingView } from "./next-step.ts";

export interface JobPageProps {
  notices: React.ReactNode;
  job: JobView;
  items: Omit<JobItemsProps, "now">;
  /** progress of a job of one long item, e.g. an import */
  single: { done: number; total: number | null; label: string } | null;
  /** null for a job that costs nothing */
  cost: RunFiguresView | null;
  /** null for a run that is not in batch mode */
  batchMode?: BatchModeView | null;
  waiting?: WaitingView;
  /** how many products have a conflict that nobody decided yet */
  undecided: number;
  /** true for a publication that can be taken back */
  canUndo: boolean;
  kept: Pick<KeptView, "jobDays">;
  now: number;
  busy: boolean;
  onCancel(): void;
  onRetry(): void;
  onUndo(): void;
}

/** One job: its counters, and how each product ended. */
export function JobPage(props: JobPageProps) {
  const { job, now, busy, single } = props;
  const [asking, setAsking] = useState<"cancel" | "undo" | null>(null);
  const open = job.finishedAt === null;
  const next = open || props.undecided > 0 || !props.waiting ? null : nextStep({ ...job, conflict: 0 }, props.waiting);
  const ask = (what: "cancel" | "undo", run: () => void) => () => {
    setAsking(null);
    if (what) run();
  };
  return (
    <Page
      title={job.title}
      backAction={{ content: "Jobs", url: "/app/jobs" }}
      titleMetadata={<JobState job={job} />}
      primaryAction={
        job.failed > 0 && !job.cancelling
          ? { content: `Retry failed (${formatCount(job.failed)})`, onAction: props.onRetry, disabled: busy }
          : undefined
      }
      secondaryActions={[
        ...(job.failed > 0 ? [{ content: "Failures by reason", url: `/app/failed?job=${job.id}` }] : []),
        ...(open
          ? [
              {
                content: "Cancel job",
                destructive: true,
                disabled: busy || job.cancelling,
                onAction: () => setAsking("cancel"),
              },
            ]
          : []),
        ...(props.canUndo
          ? [{ content: "Undo this run", destructive: true, disabled: busy, onAction: () => setAsking("undo") }]
          : []),
      ]}
    >
      <BlockStack gap="400">
        {props.notices}
        {next ? (
          <Banner tone="info" title="The job has ended" action={next}>
            <p>{describeCounts(job)}</p>
          </Banner>
        ) : null}
        {props.undecided > 0 && !open ? (
          <Banner
            tone="warning"
            title={`${countOf(props.undecided, "product")} changed in Shopify meanwhile`}
            action={{ content: "Show conflicts", url: "/app/products?view=conflicts&state=conflict" }}
          >
            <p>
              Texts that changed there were not overwritten
              {job.kind === "publish" ? "; the other approved ones were published" : ""}. Open each product and decide
              which text stays.
            </p>
          </Banner>
        ) : null}
        {job.status === "failed" && job.failed > 0 && job.message ? (
          <Banner tone="critical" title="The job failed">
            <p>{job.message}</p>
          </Banner>
        ) : null}
        {job.status === "partially_completed" && job.message ? (
          <Banner tone="warning" title="Not all of it was done">
            <p>{job.message}</p>
          </Banner>
        ) : null}
        <Card>
          <BlockStack gap="400">
            <Progress job={job} single={single} />
            <InlineGrid columns={{ xs: 2, sm: 5 }} gap="300">
              <Counter label="Products" value={job.total} hidden={single !== null} />
              <Counter label="Done" value={job.done} hidden={single !== null} />
              <Counter label="Failed" value={job.failed} hidden={single !== null} />
              <Counter label="Conflicts" value={job.conflict} hidden={single !== null} />
              <Counter label="Cancelled" value={job.cancelled} hidden={single !== null} />
            </InlineGrid>
            {props.cost ? <JobCost cost={props.cost} /> : null}
            {props.batchMode ? <BatchMode view={props.batchMode} open={open} /> : null}
            <Text as="p" variant="bodySm" tone="subdued">
              Created <Moment at={job.createdAt} now={now} />
              {describeTime(job, now)}
              {open ? "" : ` · kept for ${daysInWords(props.kept.jobDays)} after its end`}
              {props.canUndo ? ", and can be undone as a whole until then" : ""}
            </Text>
          </BlockStack>
        </Card>
        <JobItems {...props.items} now={now} />
      </BlockStack>
      <ConfirmModal
        open={asking === "cancel"}
        title="Cancel this job?"
        message="Products that are done stay done, and texts that are paid by now become drafts. Nothing further is generated or written to your store."
        confirmLabel="Cancel job"
        destructive
        onConfirm={ask("cancel", props.onCancel)}
        onClose={() => setAsking(null)}
      />
      <ConfirmModal
        open={asking === "undo"}
        title="Undo this run?"
        message={`The texts that stood in your store before this run are written back for ${countOf(job.done, "product")}. A text that somebody changed since is left alone.`}
        confirmLabel="Undo this run"
        destructive
        onConfirm={ask("undo", props.onUndo)}
        onClose={() => setAsking(null)}
      />
    </Page>
  );
}

/** How long it took, or runs; nothing while it waits for its turn or for a person. */
function describeTime({ startedAt, finishedAt, paused, waitingFor }: JobView, now: number): string {
  if (startedAt === null || paused || waitingFor) return "";
  return ` · ${finishedAt === null ? "running for" : "took"} ${formatDuration((finishedAt ?? now) - startedAt)}`;
}

function Progress({ job, single }: Pick<JobPageProps, "job" | "single">) {
  const open = job.finishedAt === null;
  const percent = single && open ? (single.total ? Math.round((single.done / single.total) * 100) : 0) : percentOf(job);
  const words = single
    ? `${single.label}${single.total ? ` · ${formatCount(single.done)} of ${formatCount(single.total)}` : single.done > 0 ? ` · ${formatCount(single.done)}` : ""}`
    : describeCounts(job);
  return (
    <BlockStack gap="150">
      <ProgressBar progress={Math.min(100, percent)} tone={toneOf(job)} ariaLabelledBy="job-progress" />
      <div id="job-progress" role="status">
        <Text as="span" fontWeight="semibold">
          {words}
        </Text>
      </div>
    </BlockStack>
  );
}

function Counter({ label, value, hidden }: { label: string; value: number; hidden: boolean }) {
  if (hidden) return null;
  return (
    <Box>
      <Text as="p" variant="bodySm" tone="subdued">
        {label}
      </Text>
      <Text as="p" variant="headingLg" numeric>
        {formatCount(value)}
      </Text>
    </Box>
  );
}
