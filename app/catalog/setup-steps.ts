import { get, run, type Steps } from "../db/steps.ts";

const hideSql = `INSERT INTO shop_setup (shop, hidden_at, hidden_by) VALUES (@shop, @now, @by)
  ON CONFLICT (shop) DO NOTHING`;

/** Puts the steps of a first run away. @returns false when they were already */
export function* hideSetupSteps(asked: { shop: string; by: string; now: number }): Steps<boolean> {
  return (yield* run(hideSql, asked)) > 0;
}

/** Whether a person put the steps of a first run away. */
export function* areSetupStepsHidden(shop: string): Steps<boolean> {
  return (yield* get("SELECT 1 AS hidden FROM shop_setup WHERE shop = @shop", { shop })) !== undefined;
}
