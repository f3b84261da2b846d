import { OperationalError } from "../lib/errors.ts";

/**
 * Shopify answers reads from copies that may not have heard of a write yet. For so long a read that shows the text from
 * before an answered write is taken for such a copy, not for somebody who put the old text back.
 */
export const copiesCatchUpMs = 2 * 60_000;

/** When an accepted write does not show after this, it counts as failed. */
export const lagLimitMs = 10 * 60_000;

/** @param sinceMs how long ago Shopify accepted the write: the longer, the later it is looked at again */
export function lagError(sinceMs: number): OperationalError {
  return new OperationalError("the shop does not show an accepted write yet", {
    code: "shopify_lag",
    retryable: true,
    retryAfterMs: Math.min(Math.max(sinceMs, 1_000), 60_000),
    merchantMessage: "Shopify accepted the text but does not show it yet.",
  });
}

/** Two products show one image, and the other one's alt text is on its way. */
export function imageBusyError(): OperationalError {
  return new OperationalError("another product writes the alt text of the same image", {
    code: "image_busy",
    retryable: true,
    retryAfterMs: 2_000,
    merchantMessage: "Another product shows the same image, and its alt text is being written.",
  });
}
