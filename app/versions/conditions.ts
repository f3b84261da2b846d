import { and, eq, type SQL, sql } from "drizzle-orm";
import { type conflicts, versions } from "../db/schema/index.ts";
import { slotColumns } from "../texts/slot.ts";
import type { TargetColumns } from "../texts/target.ts";

type Table = typeof versions | typeof conflicts;

/** Word for word as the partial index of texts that are not the product's own has it. */
export const isOfOtherResource = sql`${versions.resource} <> 'product'`;

/** @param name of a slot */
export function isOfSlot(table: Table, name: string): SQL | undefined {
  const { resource, contentType } = slotColumns(name);
  return and(eq(table.resource, resource), eq(table.contentType, contentType));
}

export function isForTarget(table: Table, { locale, market, channel }: TargetColumns): SQL | undefined {
  return and(eq(table.locale, locale), eq(table.market, market), eq(table.channel, channel));
}
