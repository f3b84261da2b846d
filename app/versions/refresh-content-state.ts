import { missingOfResource } from "../catalog/resources/missing-of-resource.ts";
import { keptTargetPlace } from "../catalog/target-place.ts";
import { withTextsAt } from "../catalog/target-texts.ts";
import { textBits } from "../catalog/text-bits.ts";
import { storedParts } from "../catalog/translations/product-parts.ts";
import { shopTranslationsOf } from "../catalog/translations/shop-translations.ts";
import type { ContentState, StoredFacts, StoredWarning } from "../db/schema/index.ts";
import { all, get, run, type Steps } from "../db/steps.ts";
import { findingBit } from "../rules/check-codes.ts";
import { kindOfOwner } from "../texts/resource-owner.ts";
import type { TargetColumns } from "../texts/target.ts";
import { missingFor } from "./missing-for-target.ts";

const ofTarget = `shop = @shop AND product_id = @productId
  AND locale = @locale AND market = @market AND channel = @channel`;
const has = (condition: string) => `EXISTS (SELECT 1 FROM versions WHERE ${ofTarget} AND ${condition})`;
const stateSql = `SELECT CASE
  WHEN EXISTS (SELECT 1 FROM conflicts WHERE ${ofTarget}) THEN 'conflict'
  WHEN ${has("state = 'draft' AND blocked = 1")} THEN 'blocked'
  WHEN ${has("state = 'draft'")} THEN 'needs_review'
  WHEN ${has("state = 'approved'")} THEN 'approved'
  WHEN ${has("state = 'published' AND origin <> 'undo'")} THEN 'published'
  WHEN ${has("state = 'published'")} THEN 'put_back'
  WHEN ${has("1 = 1")} THEN 'unpublished'
  ELSE 'none' END AS state`;
const openSql = `SELECT content_type AS contentType, state, warnings FROM versions
  WHERE ${ofTarget} AND state IN ('draft', 'approved')`;
const nothingOpenSql = `UPDATE product_texts SET draft = 0, approved = 0 WHERE shop = @shop AND target = @number
  AND product_row = (SELECT row_id FROM products WHERE shop = @shop AND id = @productId)`;
const openTextsSql = `INSERT INTO product_texts (shop, product_row, target, draft, approved)
  SELECT shop, row_id, @number, @draft, @approved FROM products WHERE shop = @shop AND id = @productId
  ON CONFLICT (shop, target, product_row) DO UPDATE SET draft = excluded.draft, approved = excluded.approved`;
const dropFindingsSql = `DELETE FROM product_findings WHERE shop = @shop AND target = @number
  AND product_row = (SELECT row_id FROM products WHERE shop = @shop AND id = @productId)`;
const findingsSql = `INSERT INTO product_findings (shop, product_row, target, codes)
  SELECT shop, row_id, @number, @codes FROM products WHERE shop = @shop AND id = @productId
  ON CONFLICT (shop, target, product_row) DO UPDATE SET codes = excluded.codes`;
const ownSql = "UPDATE products SET content_state = @state WHERE shop = @shop AND id = @productId";
const othersSql = "SELECT other_targets AS otherTargets, facts FROM products WHERE shop = @shop AND id = @productId";
const resourceSql = "SELECT other_targets AS otherTargets FROM text_resources WHERE shop = @shop AND id = @id";
const ofResourceSql = "UPDATE text_resources SET other_targets = @otherTargets WHERE shop = @shop AND id = @id";
const otherSql = "UPDATE products SET other_targets = @otherTargets WHERE shop = @shop AND id = @productId";

/**
 * Keeps what the list of products knows of a product's texts for one target: the most urgent thing about them, which of them
 * wait, and which checks found something in its drafts that nobody has decided to keep. A text that an
 * undo put back is not called published, and a product whose texts were all rejected or given up not unwritten. Of targets
 * beside the shop's own pages also which texts are missing: those that were not published. A step of every transaction that
 * changes versions or conflicts of the target.
 */
export function* refreshContentState(input: { shop: string; productId: string; target: TargetColumns }): Steps<void> {
  const { shop, productId, target } = input;
  const { locale, market, channel } = target;
  const asked = { shop, productId, locale, market, channel };
  const found = (yield* get<{ state: ContentState }>(stateSql, asked))?.state ?? "none";
  const { number, isPrimary } = yield* keptTargetPlace(shop, target);
  const open = yield* all<OpenRow>(openSql, asked);
  const { draft, approved } = yield* openTexts(shop, open);
  if (draft === 0 && approved === 0) yield* run(nothingOpenSql, { shop, productId, number });
  else yield* run(openTextsSql, { shop, productId, number, draft, approved });
  const codes = openFindings(open);
  const state = found === "needs_review" && codes !== 0 ? "warned" : found;
  if (codes === 0) yield* run(dropFindingsSql, { shop, productId, number });
  else yield* run(findingsSql, { shop, productId, number, codes });
  if (number === 0) {
    yield* run(ownSql, { shop, productId, state });
    // Pages in a language that is no longer the shop's own keep their state there, and lack what was not published.
    if (isPrimary) return;
  }
  if (kindOfOwner(productId) !== null) return yield* refreshResource(input, number, state);
  const product = yield* get<{ otherTargets: string; facts: string }>(othersSql, { shop, productId });
  if (!product) return;
  const { images = [] } = JSON.parse(product.facts) as Partial<StoredFacts>;
  // What the shop itself shows is read with the product.
  const missing = isPrimary ? null : yield* missingFor({ shop, productId, target, images });
  const otherTargets = withTextsAt(product.otherTargets, number, { contentState: state, missing });
  yield* run(otherSql, { shop, productId, otherTargets });
}

/** A resource that is no product keeps the same in a table of its own. */
function* refreshResource(
  { shop, productId: id, target }: { shop: string; productId: string; target: TargetColumns },
  number: number,
  contentState: ContentState,
): Steps<void> {
  const resource = yield* get<{ otherTargets: string }>(resourceSql, { shop, id });
  if (!resource) return;
  const texts = (yield* storedParts(shop, [id])).get(id)?.texts ?? {};
  const missing = missingOfResource(texts, yield* shopTranslationsOf({ shop, owner: id, target }));
  const otherTargets = withTextsAt(resource.otherTargets, number, { contentState, missing });
  yield* run(ofResourceSql, { shop, id, otherTargets });
}

interface OpenRow {
  contentType: string;
  state: "draft" | "approved";
  warnings: string;
}

/** @returns bits of `missingBit`: which texts wait */
function* openTexts(shop: string, open: readonly OpenRow[]): Steps<{ draft: number; approved: number }> {
  const waiting = { draft: 0, approved: 0 };
  if (open.length === 0) return waiting;
  const bits = yield* textBits(shop);
  for (const { contentType, state } of open) waiting[state] |= bits.get(contentType) ?? 0;
  return waiting;
}

/** @returns bits of `findingBit` */
function openFindings(open: readonly OpenRow[]): number {
  let codes = 0;
  for (const { state, warnings } of open) {
    if (state !== "draft" || warnings === "[]") continue;
    for (const { code, decision } of JSON.parse(warnings) as StoredWarning[]) {
      // A code of an earlier release has no bit.
      if (!decision && Object.hasOwn(findingBit, code)) codes |= findingBit[code as keyof typeof findingBit];
    }
  }
  return codes;
}
