import { ProgressBar, type ProgressBarProps, Text } from "@shopify/polaris";
import { describeCounts, type JobView, percentOf } from "./job-view.ts";
import "../ui.css";

/** A bar and its counters. */
export function JobProgress({ job }: { job: JobView }) {
  const id = `progress-${job.id}`;
  return (
    <div className="sw-progress">
      <ProgressBar progress={percentOf(job)} size="small" tone={toneOf(job)} animated={false} ariaLabelledBy={id} />
      <Text as="span" variant="bodySm" tone="subdued" id={id}>
        {describeCounts(job)}
      </Text>
    </div>
  );
}

export function toneOf(job: JobView): ProgressBarProps["tone"] {
  if (job.finishedAt === null) return "primary";
  return job.status === "completed" ? "success" : job.failed > 0 && job.done === 0 ? "critical" : "highlight";
}
