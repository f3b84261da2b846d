export type CheckStatus = "ok" | "warn" | "fail";

/** `detail` is for an operator: figures and what to do, never a shop, a secret or an address. */
export interface Check {
  name: CheckName;
  status: CheckStatus;
  detail: string;
}

export const checkNames = [
  "storage",
  "migrations",
  "workers",
  "queue",
  "outcomes",
  "providers",
  "hidden_work",
  "event_loop",
  "clock",
] as const;
export type CheckName = (typeof checkNames)[number];
