/** What a shop has spent, and what its products took lately. Costs in billionths of a US dollar. */
export interface SpendingView {
  /** credits that a new run may cost; null = no limit */
  availableCredits: number | null;
  /** since 00:00 UTC */
  today: { credits: number; costNanos: number; unpricedCalls: number };
  /** null = no cap */
  dailyCostCapNanos: number | null;
  dailyCreditsCap: number | null;
  /** items of the shop worked on at once */
  concurrency: number;
  recent: RecentFiguresView[];
}

/** What a product took lately with one model and choice of content types, on average. */
export interface RecentFiguresView {
  agentModel: string;
  contentTypes: string[];
  /** products counted */
  products: number;
  /** time of its calls, one after the other; null when nobody waited for one */
  callsMs: number | null;
  /** at the prices set now; null when one is not set */
  costNanos: number | null;
  /** what of that is the examiner's, who is asked at once and at the full price; default: nothing */
  examinerNanos?: number | null | undefined;
}

export interface Estimate {
  costNanos: number | null;
  /** with its texts asked for in batches, at half the price */
  waitingCostNanos: number | null;
  durationMs: number | null;
  /** products that it is made from */
  basis: number;
  /** false when they were asked for other content types */
  sameTypes: boolean;
}

/** What a run would cost and take by the shop's own recent figures; null when there are none for this model. */
export function estimateRun(
  { recent, concurrency }: Pick<SpendingView, "recent" | "concurrency">,
  run: { agentModel: string; contentTypes: readonly string[]; products: number },
): Estimate | null {
  const wanted = [...run.contentTypes].sort().join();
  const ofModel = recent.filter(({ agentModel }) => agentModel === run.agentModel);
  const same = ofModel.find(({ contentTypes }) => [...contentTypes].sort().join() === wanted);
  const basis = same ?? ofModel.toSorted((a, b) => b.products - a.products)[0];
  if (!basis) return null;
  const { costNanos, examinerNanos } = basis;
  const examining = examinerNanos ?? 0;
  const atOnce = Math.max(1, Math.min(concurrency, run.products));
  return {
    costNanos: costNanos === null ? null : Math.round(costNanos * run.products),
    waitingCostNanos: costNanos === null ? null : Math.round(((costNanos - examining) / 2 + examining) * run.products),
    durationMs: basis.callsMs === null ? null : Math.ceil((basis.callsMs * run.products) / atOnce),
    basis: basis.products,
    sameTypes: same !== undefined,
  };
}
