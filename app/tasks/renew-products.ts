import { setImmediate as nextTurn } from "node:timers/promises";
import { missingBits } from "../catalog/live-texts.ts";
import { primaryTargetOf } from "../catalog/read-primary-target.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import type { StoredFacts } from "../db/schema/index.ts";
import { all, get, run, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { hasVersions } from "../versions/versions-of-product.ts";

/** Change it whenever rows must be gone through once more: what a missing text is, or which content states there are. */
const step = "products: blank texts and titles, texts put back, drafts with warnings, texts that wait";

/** Products of one transaction: about 5 ms, most of it for reading their HTML. */
const chunkProducts = 50;

const begunSql = "SELECT after_row AS afterRow, done_at AS doneAt FROM upgrade_steps WHERE name = @step";
const chunkSql = `SELECT row_id AS rowId, shop, id, missing, title, description_html AS descriptionHtml, bullets,
    seo_title AS seoTitle, seo_description AS seoDescription, added_texts AS addedTexts, facts,
    (content_state <> 'published' AND content_state <> 'put_back') AS open
  FROM products /* all shops: the rows are one version's, whoever owns them */
  WHERE row_id > @after ORDER BY row_id LIMIT ${chunkProducts}`;
const missingSql = "UPDATE products SET missing = @missing WHERE row_id = @rowId AND shop = @shop";
const passedSql = `INSERT INTO upgrade_steps (name, after_row, done_at) VALUES (@step, @after, @doneAt)
  ON CONFLICT (name) DO UPDATE SET after_row = excluded.after_row, done_at = excluded.done_at`;

interface StoredRow {
  rowId: number;
  shop: string;
  id: string;
  missing: number;
  title: string;
  descriptionHtml: string;
  bullets: string | null;
  seoTitle: string | null;
  seoDescription: string | null;
  addedTexts: string | null;
  facts: string;
  /** 1: the product's own row knows of no text that was written, or of drafts but not of what is found in them */
  open: 0 | 1;
}

/**
 * Makes rows that an earlier version wrote say what this one's lists and filters look for, once for a database. In small
 * steps beside all other work; after a stop the next call continues where this one was.
 * @returns how many products were gone through. @throws the signal's reason
 */
export async function renewProducts(
  { db, clock }: { db: Db; clock: Clock },
  { signal }: { signal: AbortSignal },
): Promise<number> {
  const begun = await db.do(get<{ afterRow: number; doneAt: number | null }>(begunSql, { step }));
  if (begun && begun.doneAt !== null) return 0;
  let count = 0;
  for (let after: number | null = begun?.afterRow ?? 0; after !== null; await nextTurn()) {
    signal.throwIfAborted();
    const from: number = after;
    const [last, products] = await renewChunk({ db, clock }, from);
    count += products;
    after = last;
    await db.keepUp();
  }
  return count;
}

/** @returns the row after which the next call continues, null when all are done; and how many it went through */
function renewChunk({ db, clock }: { db: Db; clock: Clock }, after: number): Promise<[number | null, number]> {
  return db.transact("all shops", function* () {
    const rows = yield* all<StoredRow>(chunkSql, { after });
    const last = rows.length < chunkProducts ? null : (rows.at(-1)?.rowId ?? null);
    for (const row of rows) {
      const missing = yield* missingOf(row);
      const { rowId, shop, id: productId } = row;
      if (missing !== row.missing) yield* run(missingSql, { rowId, shop, missing });
      if (row.open === 1 && (yield* hasVersions({ shop, productId }))) {
        yield* refreshContentState({ shop, productId, target: yield* primaryTargetOf(shop) });
      }
    }
    const doneAt = last === null ? clock.now() : null;
    yield* run(passedSql, { step, after: last ?? after, doneAt });
    return [last, rows.length];
  });
}

function* missingOf({ shop, bullets, addedTexts, facts, ...texts }: StoredRow): Steps<number> {
  const parsed = {
    ...texts,
    bullets: bullets === null ? null : (JSON.parse(bullets) as string[]),
    addedTexts: addedTexts === null ? null : (JSON.parse(addedTexts) as Record<string, string | string[]>),
    facts: { images: (JSON.parse(facts) as Partial<StoredFacts>).images ?? [] },
  };
  return missingBits(parsed, yield* readTextPlaces(shop));
}
