export type OutOfReach = "shopify" | "model";
export type ParkReason = "billing" | "reauth" | "scope" | "model_key" | "model_settings" | "spend_cap";

/** What stands in the way of a shop's work; asked for by every page. */
export interface ShopNoticesView {
  parks: { reason: ParkReason; message: string }[];
  /** who outside does not answer; the work goes on by itself when they do */
  outages: { provider: OutOfReach; nextTryAt: number }[];
  /** false when no worker process showed a sign of life lately */
  workerAlive: boolean;
  /** the server's time, epoch ms */
  now: number;
}
