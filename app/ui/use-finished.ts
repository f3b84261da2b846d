import { useEffect, useRef } from "react";
import { type Toast, useToast } from "./use-toast.ts";

/**
 * Says so in a toast when the work that was under way is no longer.
 * @param jobId undefined while nothing runs @param next what the toast leads to, by the job that has ended
 */
export function useFinished(
  jobId: string | undefined,
  message: string,
  then?: () => void,
  next?: (jobId: string) => NonNullable<Toast["action"]>,
): void {
  const toast = useToast();
  const before = useRef(jobId);
  useEffect(() => {
    if (before.current !== undefined && jobId === undefined) {
      toast(message, next ? { action: next(before.current) } : {});
      then?.();
    }
    before.current = jobId;
  }, [jobId, message, toast, then, next]);
}
