import { Banner, BlockStack } from "@shopify/polaris";
import { describeCounts, type JobView } from "./job-view.ts";
import { nextStep, type WaitingView } from "./next-step.ts";

export interface EndedJobsProps {
  jobs: readonly JobView[];
  waiting: WaitingView;
  /** left out where they stay */
  onDismiss?: (id: string) => void;
}

/** How work ended, and what to do next about it. */
export function EndedJobs({ jobs, waiting, onDismiss }: EndedJobsProps) {
  if (jobs.length === 0) return null;
  return (
    <BlockStack gap="300">
      {jobs.map((job) => {
        const next = nextStep(job, waiting);
        const shown = { content: "Show the job", url: `/app/jobs/${job.id}` };
        return (
          <Banner
            key={job.id}
            tone={job.status === "completed" ? "success" : "warning"}
            title={job.title}
            action={next ?? (onDismiss ? shown : undefined)}
            secondaryAction={next && onDismiss ? shown : undefined}
            {...(onDismiss ? { onDismiss: () => onDismiss(job.id) } : {})}
          >
            <p>{job.status === "partially_completed" && job.message ? job.message : describeCounts(job)}</p>
          </Banner>
        );
      })}
    </BlockStack>
  );
}
