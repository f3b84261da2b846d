import { all, type Steps } from "../db/steps.ts";
import type { WrittenText } from "../quality/run-checks.ts";
import { nameOfRow } from "../texts/slot.ts";
import type { VersionRow } from "./version-view.ts";

const besideSql = `SELECT resource, content_type AS contentType, body FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel
    AND state IN ('draft', 'approved', 'published')
  ORDER BY created_at DESC, id DESC`;

/** The newest other texts of the product. */
export function* textsBeside(version: VersionRow): Steps<Map<string, WrittenText>> {
  const { shop, productId, locale, market, channel } = version;
  const own = { shop, productId, locale, market, channel };
  const rows = yield* all<{ resource: string; contentType: string; body: string }>(besideSql, own);
  const texts = new Map<string, WrittenText>();
  for (const row of rows) {
    const name = nameOfRow(row);
    const body = JSON.parse(row.body) as VersionRow["body"];
    if (!texts.has(name)) texts.set(name, { body, raw: body });
  }
  return texts;
}
