import { get, type Steps } from "../db/steps.ts";
import { digestOf } from "../lib/digest.ts";
import { writeFeedJob } from "./feed.ts";

/**
 * A sign of what a shop's feeds are made of, by four reads of indexes: another one once a product changed or left, a run ended, or
 * somebody did something. It may differ although no row does; a feed is then made once more than needed.
 */
export function* readSourceSign(shop: string): Steps<string> {
  const product = yield* get(
    "SELECT updated_at AS at, id FROM products WHERE shop = @shop ORDER BY updated_at DESC, id DESC LIMIT 1",
    { shop },
  );
  const gone = yield* get("SELECT max(gone_at) AS at FROM products WHERE shop = @shop AND gone_at IS NOT NULL", {
    shop,
  });
  const job = yield* get(
    `SELECT id, status FROM jobs WHERE shop = @shop AND kind <> @kind AND finished_at IS NOT NULL
      ORDER BY created_at DESC, id DESC LIMIT 1`,
    { shop, kind: writeFeedJob.kind },
  );
  const act = yield* get(
    "SELECT id FROM audit_log WHERE shop = @shop AND action NOT LIKE 'feeds.%' ORDER BY at DESC, id DESC LIMIT 1",
    { shop },
  );
  return digestOf([product ?? null, gone ?? null, job ?? null, act ?? null]).slice(0, 32);
}
