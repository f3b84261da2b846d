import { useRef, useState } from "react";
import { isOpen, type RunView } from "./run-view.ts";

/**
 * Of some jobs those that ended before the person's eyes, newest first: seen under way on this page, or started from it.
 * @param started the job that the last action started
 */
export function useEnded(jobs: readonly RunView[], started?: string | undefined) {
  const seen = useRef(new Set<string>());
  const [dismissed, setDismissed] = useState<string[]>([]);
  for (const job of jobs) if (isOpen(job)) seen.current.add(job.id);
  if (started) seen.current.add(started);
  return {
    ended: jobs.filter((job) => !isOpen(job) && seen.current.has(job.id) && !dismissed.includes(job.id)),
    dismiss: (id: string) => setDismissed((now) => [...now, id]),
  };
}
