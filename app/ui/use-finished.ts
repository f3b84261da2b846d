import { useEffect, useRef } from "react";
import { useToast } from "./use-toast.ts";

/** Says so in a toast when the work that was under way is no longer. @param jobId undefined while nothing runs */
export function useFinished(jobId: string | undefined, message: string, then?: () => void): void {
  const toast = useToast();
  const before = useRef(jobId);
  useEffect(() => {
    if (before.current !== undefined && jobId === undefined) {
      toast(message);
      then?.();
    }
    before.current = jobId;
  }, [jobId, message, toast, then]);
}
