import { useAppBridge } from "@shopify/app-bridge-react";
import { useCallback } from "react";

export interface Toast {
  isError?: boolean;
  durationMs?: number;
  action?: { label: string; run(): void };
}

/** The one that is shown now: the admin would pile the next on top of it. */
let shown: string | undefined;

/** Says something in a toast, in the place of the last one. */
export function useToast(): (message: string, toast?: Toast) => void {
  const shopify = useAppBridge();
  return useCallback(
    (message, { isError = false, durationMs = 5_000, action } = {}) => {
      if (shown !== undefined) shopify.toast.hide(shown);
      shown = shopify.toast.show(message, {
        isError,
        duration: durationMs,
        ...(action ? { action: action.label, onAction: action.run } : {}),
      });
    },
    [shopify],
  );
}
