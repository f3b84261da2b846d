import { countOf } from "../numbers.ts";
import { describeCounts, type JobView } from "./job-view.ts";

/** "2 jobs under way · 1 job ended", or the only job with its counters; undefined for none. */
export function workInALine(open: readonly JobView[], ended: readonly JobView[]): string | undefined {
  const [only, more] = [...open, ...ended];
  if (only && !more) return `${describeCounts(only)} · ${only.title}`;
  const parts = [
    open.length > 0 && `${countOf(open.length, "job")} under way`,
    ended.length > 0 && `${countOf(ended.length, "job")} ended`,
  ];
  return parts.filter(Boolean).join(" · ") || undefined;
}
