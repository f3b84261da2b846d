import { all, type Steps } from "../db/steps.ts";
import { nameOfRow } from "../texts/slot.ts";
import type { TargetColumns } from "../texts/target.ts";

const slotsSql = `SELECT DISTINCT resource, content_type AS contentType FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel
    AND state IN (SELECT value FROM json_each(@states))`;

/** The names of the slots of a product that have a version in one of these states for a target. */
export function* writtenSlots(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
  states: readonly ("draft" | "approved" | "published" | "rejected" | "superseded")[];
}): Steps<string[]> {
  const { shop, productId, target, states } = input;
  const { locale, market, channel } = target;
  const asked = { shop, productId, locale, market, channel, states: JSON.stringify(states) };
  return (yield* all<{ resource: string; contentType: string }>(slotsSql, asked)).map(nameOfRow);
}
