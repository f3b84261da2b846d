import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";

/** Says so in a toast when the work that was under way is no longer. @param jobId undefined while nothing runs */
export function useFinished(jobId: string | undefined, message: string, then?: () => void): void {
  const shopify = useAppBridge();
  const before = useRef(jobId);
  useEffect(() => {
    if (before.current !== undefined && jobId === undefined) {
      shopify.toast.show(message);
      then?.();
    }
    before.current = jobId;
  }, [jobId, message, shopify, then]);
}
