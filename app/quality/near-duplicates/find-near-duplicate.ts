import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { liveTexts } from "../../catalog/live-texts.ts";
import type { Tx } from "../../db/orm.ts";
import { products, type TextBody } from "../../db/schema/index.ts";
import { all, keptGet, type Steps } from "../../db/steps.ts";
import { readVariantGroups } from "../../rules/variant-group.ts";
import { readersView } from "../../texts/readers-view.ts";
import { nameOfSlot, type Slot } from "../../texts/slot.ts";
import { checkedChars } from "../checked-chars.ts";
import { bandCount, nameKeyOf, type TextMarks } from "./text-marks.ts";
import { profileOf, resemblanceOf, type TextProfile } from "./text-profile.ts";

/**
 * Reads those of some versions of a shop that are drafts, approved or published.
 * @returns id → body
 */
export type OpenVersions = (shop: string, versionIds: readonly string[]) => Steps<ReadonlyMap<string, TextBody>>;

/** A text of another product that is nearly the same. */
export interface NearDuplicate {
  productId: string;
  title: string;
  /** from 0.75 on; 1 = word for word */
  resemblance: number;
}

export interface NearDuplicateQuery {
  shop: string;
  /** `products.row_id` of the product that the text is for */
  productRow: number;
  /** its variant group, "" without one */
  group: string;
  slot: Slot;
  profile: TextProfile;
  marks: TextMarks;
  /** only texts that were marked after this one, by the mark's id; 0 = all */
  since: number;
}

/** Texts that share so much of their runs of three words are nearly the same: about one word in twenty differs. */
const leastResemblance = 0.75;
/** A key that so many texts have belongs to what a shop writes everywhere, and identifies no text. */
const commonKey = 12;
/** Bounds on what one look-up does, also where thousands of texts share a template. */
const mostFound = 64;
const maxCompared = 4;

const bandNames = Array.from({ length: bandCount }, (_, i) => `band${i + 1}`);
const selectSql = `SELECT id, product_row AS productRow, version_id AS versionId, group_key AS groupKey, whole,
  ${bandNames.join(", ")} FROM fingerprints`;
// `+id`: the planner is to look into the indexes of the keys, not to walk the ids.
const restSql = "shop = @shop AND +id > @since";
const wholeSql = `${selectSql} WHERE whole = @whole AND ${restSql} LIMIT ${mostFound}`;
// One statement that looks into all indexes takes a seventh of the time of seven statements.
const nearSql = `${selectSql} WHERE (whole = @whole OR ${bandNames.map((name) => `${name} = @${name}`).join(" OR ")})
  AND ${restSql} LIMIT ${mostFound}`;
const newestSql = ["whole", ...bandNames].map(
  (name) => `${selectSql} WHERE ${name} = @${name} AND ${restSql} ORDER BY id DESC LIMIT ${commonKey}`,
);

interface Mark extends Record<string, number | string | null> {
  id: number;
  productRow: number;
  versionId: string | null;
  groupKey: number | null;
}

/**
 * The text of another product that is the same or nearly the same, of the same field and for the same target: a draft, an approved
 * or published version, or a live text. What the marks propose is compared in its present form, so that texts
 * that are gone or were changed are no near-duplicates. Variants of one group may be alike.
 */
export function* findNearDuplicate(openVersions: OpenVersions, query: NearDuplicateQuery): Steps<NearDuplicate | null> {
  const { productRow, group } = query;
  const groupKey = group === "" ? null : nameKeyOf(group);
  let best: NearDuplicate | null = null;
  let compared = 0;
  for (const mark of yield* candidatesOf(query)) {
    if (mark.productRow === productRow) continue;
    if (groupKey !== null && mark.groupKey === groupKey) continue;
    const nearDuplicate = yield* compare(openVersions, query, mark);
    if (nearDuplicate && nearDuplicate.resemblance > (best?.resemblance ?? 0)) best = nearDuplicate;
    if (best?.resemblance === 1 || ++compared >= maxCompared) break;
  }
  return best;
}

/**
 * Those with the most keys in common first, then the newest. Worth a comparison are texts that share a rare key, or three
 * common ones: of two texts that say nearly the same, some keys are rare or most are shared.
 */
function* candidatesOf({ shop, marks: { whole, bands }, since }: NearDuplicateQuery): Steps<Mark[]> {
  const keys: Record<string, number> = { whole };
  for (const [i, key] of (bands ?? []).entries()) keys[`band${i + 1}`] = key;
  const parameters = { ...keys, shop, since };
  let found = yield* all<Mark>(bands ? nearSql : wholeSql, parameters);
  if (found.length === mostFound) found = yield* newestOfEach(parameters, Object.keys(keys).length);
  const sizes = new Map<string, number>();
  const sharedOf = (mark: Mark) => Object.keys(keys).filter((name) => mark[name] === keys[name]);
  for (const mark of found) for (const name of sharedOf(mark)) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const weightOf = (name: string) => (name === "whole" ? bandCount * 4 : (sizes.get(name) ?? 0) < commonKey ? 3 : 1);
  return found
    .map((mark) => ({ mark, weight: sharedOf(mark).reduce((sum, name) => sum + weightOf(name), 0) }))
    .filter(({ weight }) => weight >= 3)
    .sort((a, b) => b.weight - a.weight || b.mark.id - a.mark.id)
    .map(({ mark }) => mark);
}

/** Where keys are common, each is looked at by itself, so that none hides the others. */
function* newestOfEach(parameters: object, keys: number): Steps<Mark[]> {
  const found: Mark[] = [];
  for (const sql of newestSql.slice(0, keys)) found.push(...(yield* all<Mark>(sql, parameters)));
  return [...new Map(found.map((mark) => [mark.id, mark])).values()];
}

function* compare(
  openVersions: OpenVersions,
  query: NearDuplicateQuery,
  { productRow, versionId }: Mark,
): Steps<NearDuplicate | null> {
  const { shop, group } = query;
  const name = nameOfSlot(query.slot);
  const product = yield* keptGet(selectProduct, { shop, rowId: productRow });
  if (!product) return null;
  const body = versionId === null ? liveTexts(product)[name] : (yield* openVersions(shop, [versionId])).get(versionId);
  if (body === null || body === undefined) return null;
  const resemblance = resemblanceOf(query.profile, profileOf(comparedText(name, body)));
  if (resemblance < leastResemblance) return null;
  const { id: productId, title } = product;
  if (group !== "") {
    // The mark may be older than the group.
    const groups = yield* readVariantGroups({ shop, productIds: [productId] });
    if (groups.get(productId) === group) return null;
  }
  return { productId, title, resemblance };
}

/** What a product's live texts are made of: the facts beside them take longer to read than the look-up. */
const { facts: _facts, variants: _variants, ...liveColumns } = getTableColumns(products);

function selectProduct(orm: Tx) {
  return orm
    .select(liveColumns)
    .from(products)
    .where(
      and(
        eq(products.shop, sql.placeholder("shop")),
        eq(products.rowId, sql.placeholder("rowId")),
        isNull(products.goneAt),
      ),
    )
    .prepare();
}

/** What is compared of a text: what a reader sees of its beginning. */
export function comparedText(contentType: string, body: TextBody): string {
  return readersView(contentType, body).join("\n").slice(0, checkedChars);
}
