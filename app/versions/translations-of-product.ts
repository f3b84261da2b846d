import type { VersionOrigin, VersionState } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";

/** A text of a product for the shop's own pages in some language, or one market of them, as far as it counts there. */
export interface TranslatedVersion {
  resource: string;
  contentType: string;
  locale: string;
  /** "" = for everywhere */
  market: string;
  state: Extract<VersionState, "draft" | "approved" | "published">;
  origin: VersionOrigin;
  /** JSON of a text's body */
  body: string;
  /** of the source that it was made from */
  digest: string;
  /** epoch ms */
  createdAt: number;
}

const versionsSql = `SELECT resource, content_type AS contentType, locale, market, state, origin, body, facts_digest AS digest,
    created_at AS createdAt
  FROM versions WHERE shop = @shop AND product_id = @productId AND channel = 'store'
    AND state IN ('draft', 'approved', 'published') ORDER BY created_at, id`;

/** The texts of a product in all languages and markets that wait or were published, oldest first. */
export function* translationsOfProduct(input: { shop: string; productId: string }): Steps<TranslatedVersion[]> {
  const { shop, productId } = input;
  return yield* all<TranslatedVersion>(versionsSql, { shop, productId });
}
