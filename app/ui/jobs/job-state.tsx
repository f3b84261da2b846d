import { Badge } from "@shopify/polaris";
import { JobStatusBadge } from "../badges.tsx";
import { waitingForWords } from "../outage-words.ts";
import type { JobView } from "./job-view.ts";

/** A job's state: waiting for a person and being cancelled go before what its counters tell. */
export function JobState({ job }: { job: JobView }) {
  if (job.cancelling) return <Badge>Cancelling</Badge>;
  if (job.paused) return <Badge tone="warning">Paused</Badge>;
  if (job.waitingFor) return <Badge tone="info">{waitingForWords[job.waitingFor]}</Badge>;
  return <JobStatusBadge job={job} />;
}
