export type OutOfReach = "shopify" | "model";
export type PauseReason =
  | "billing"
  | "reauth"
  | "scope"
  | "market_content"
  | "model_key"
  | "model_settings"
  | "spend_cap";

/** What keeps a shop's work from going on; asked for by every page. */
export interface ShopNoticesView {
  pauses: {
    reason: PauseReason;
    /** products that wait for it */
    waiting: number;
    /** of a cap in money that is reached, else null */
    capNanos: number | null;
  }[];
  /** who outside does not answer; the work goes on by itself when they do */
  outages: { provider: OutOfReach; nextTryAt: number }[];
  /** false when no worker process showed a heartbeat lately */
  workerAlive: boolean;
  /** the server's time, epoch ms */
  now: number;
}
