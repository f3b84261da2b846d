import type { OutOfReach, ShopNoticesView } from "./shop-notices-view.ts";

/** Who does not answer, and when the next try begins. */
export interface OutageNow {
  who: OutOfReach | "both";
  /** until then, in steps that people count in; 0 is in a moment */
  leftMs: number;
}

/** One notice for all who are away, since two would each speak of the other's work; of two tries the sooner counts. */
export function outageOf({ outages, now }: Pick<ShopNoticesView, "outages" | "now">): OutageNow | null {
  const [first] = outages;
  if (!first) return null;
  const who = outages.every(({ provider }) => provider === first.provider) ? first.provider : "both";
  const left = Math.min(...outages.map(({ nextTryAt }) => nextTryAt)) - now;
  if (left <= 5_000) return { who, leftMs: 0 };
  return { who, leftMs: left < 55_000 ? Math.ceil(left / 10_000) * 10_000 : Math.round(left / 60_000) * 60_000 };
}
