import type { TextBody } from "../db/schema/index.ts";
import { all, get, type Steps } from "../db/steps.ts";

const anySql = "SELECT 1 AS written FROM versions WHERE shop = @shop LIMIT 1";

/** Whether any text was ever written for the shop. */
export function* writtenAtAll(shop: string): Steps<boolean> {
  return (yield* get(anySql, { shop })) !== undefined;
}

const newestSql = `SELECT body FROM versions
  WHERE shop = @shop AND product_id = @productId AND content_type = @contentType AND state = 'draft' ORDER BY created_at DESC LIMIT 1`;

/** The newest draft of a product's text; null without one. */
export function* newestDraft(of: { shop: string; productId: string; contentType: string }): Steps<TextBody | null> {
  const [row] = yield* all<{ body: string }>(newestSql, of);
  return row ? (JSON.parse(row.body) as TextBody) : null;
}
