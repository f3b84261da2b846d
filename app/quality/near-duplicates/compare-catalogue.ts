import { keptTargetPlace } from "../../catalog/target-place.ts";
import type { Db } from "../../db/open.ts";
import type { TextBody } from "../../db/schema/index.ts";
import { all, get, many, run, type Steps } from "../../db/steps.ts";
import { variantGroupOf } from "../../rules/variant-group.ts";
import { traitsOf } from "../../texts/content-types.ts";
import { imageAlt, type Slot, slotNamed } from "../../texts/slot.ts";
import type { Target } from "../../texts/target.ts";
import { isEmptyBody } from "../../texts/text-body.ts";
import { checkedChars } from "../checked-chars.ts";
import type { Catalogue } from "../look-up-texts.ts";
import { comparedText, findNearDuplicate, type NearDuplicate, type OpenVersions } from "./find-near-duplicate.ts";
import { marksOf, nameKeyOf, type TextMarks } from "./text-marks.ts";
import { profileOf, type TextProfile } from "./text-profile.ts";

/** The texts of one product for one target beside those of all others of its shop. A text is named as its slot is. */
export interface Comparison {
  /** @param text what a reader sees */
  nearDuplicateOf(name: string, text: string): Steps<NearDuplicate | null>;
  /** The same among texts that were stored since the comparison was opened. */
  lateNearDuplicateOf(name: string, text: string): Steps<NearDuplicate | null>;
  /** Takes away what the product's versions left behind that are no longer open. A step of the storing transaction. */
  forgetClosed(): Steps<void>;
  /** Lets other products' texts find this version. A step of the storing transaction. */
  mark(name: string, body: TextBody, versionId: string): Steps<void>;
}

/** Lets texts of one product for one target be found. A step of the storing transaction; null is the live text. */
export type MarkText = (name: string, body: TextBody, versionId: string | null) => Steps<void>;

/** Of a shorter text only the whole is compared: a few words are soon alike. */
const fewestWords = 15;

const markedVersionsSql = `SELECT id, version_id AS versionId FROM fingerprints
  WHERE product_row = @productRow AND shop = @shop AND version_id IS NOT NULL`;
const dropSql = "DELETE FROM fingerprints WHERE id = @id AND shop = @shop";
const newestSql = "/* all shops: ids are counted over all */ SELECT max(id) AS id FROM fingerprints";
const insertSql = `INSERT INTO fingerprints (shop, product_row, resource, content_type, target, version_id, group_key,
    whole, band1, band2, band3, band4, band5, band6)
  VALUES (@shop, @productRow, @resource, @field, @target, @versionId, @groupKey,
    @whole, @band1, @band2, @band3, @band4, @band5, @band6)`;

export interface ComparedProduct {
  shop: string;
  rowId: number;
  facts: { attributes: readonly { name: string; value: string }[] };
  ownAttributes: readonly { name: string; value: string }[];
}

/** @param openVersions reads the versions that are found: this room knows no versions */
export function* compareWithCatalogue(
  openVersions: OpenVersions,
  { product, target }: { product: ComparedProduct; target: Target },
): Steps<Comparison> {
  const { shop, rowId: productRow } = product;
  const group = variantGroupOf(product);
  const markedOf = rememberMarks(shop, target);
  const mark = markTexts({ product, target }, markedOf);
  const opened = (yield* get<{ id: number | null }>(newestSql))?.id ?? 0;

  function* lookUp(name: string, text: string, since: number): Steps<NearDuplicate | null> {
    const slot = slotNamed(name);
    if (isLeftAlone(slot)) return null;
    const { profile, marks } = markedOf(slot, text.slice(0, checkedChars));
    if (profile.words === 0) return null;
    return yield* findNearDuplicate(openVersions, { shop, productRow, group, slot, profile, marks, since });
  }

  return {
    nearDuplicateOf: (name, text) => lookUp(name, text, 0),
    lateNearDuplicateOf: (name, text) => lookUp(name, text, opened),
    *forgetClosed() {
      const marked = yield* all<{ id: number; versionId: string }>(markedVersionsSql, { shop, productRow });
      if (marked.length === 0) return;
      const ids = marked.map(({ versionId }) => versionId);
      const open = yield* openVersions(shop, ids);
      const closed = marked.filter(({ versionId }) => !open.has(versionId));
      yield* many(
        dropSql,
        closed.map(({ id }) => ({ id, shop })),
      );
    },
    mark,
  };
}

/** The look-ups of a comparison outside of transactions. */
export function catalogueOf({ db }: { db: Pick<Db, "do"> }, comparison: Comparison): Catalogue {
  return { nearDuplicateOf: (name, text) => db.do(comparison.nearDuplicateOf(name, text)) };
}

/** For texts that nothing is looked up for, as the live ones of a whole shop. */
export function markTexts(
  { product, target }: { product: ComparedProduct; target: Target },
  markedOf: MarkedOf = rememberMarks(product.shop, target),
): MarkText {
  const { shop, rowId: productRow } = product;
  const group = variantGroupOf(product);
  const groupKey = group === "" ? null : nameKeyOf(group);
  return function* (name, body, versionId) {
    const slot = slotNamed(name);
    if (isLeftAlone(slot) || isEmptyBody(body)) return;
    const { marks } = markedOf(slot, comparedText(name, body));
    const [band1 = null, band2 = null, band3 = null, band4 = null, band5 = null, band6 = null] = marks.bands ?? [];
    const { number } = yield* keptTargetPlace(shop, target);
    yield* run(insertSql, {
      ...{ shop, productRow, ...slot, target: number, versionId, groupKey, whole: marks.whole },
      ...{ band1, band2, band3, band4, band5, band6 },
    });
  };
}

type MarkedOf = (slot: Slot, text: string) => { text: string; profile: TextProfile; marks: TextMarks };

/** The last text of each slot is kept: what was looked up is stored soon after. */
function rememberMarks(shop: string, target: Target): MarkedOf {
  const known = new Map<string, ReturnType<MarkedOf>>();
  return (slot, text) => {
    const key = `${slot.resource} ${slot.field}`;
    const last = known.get(key);
    if (last?.text === text) return last;
    const profile = profileOf(text);
    const near = profile.words >= fewestWords && traitsOf(slot.field).family !== "title";
    const next = { text, profile, marks: marksOf({ shop, target, slot }, profile, near) };
    known.set(key, next);
    return next;
  };
}

/** Pictures that are alike have alt texts that are alike. */
function isLeftAlone({ field }: Slot): boolean {
  return field === imageAlt;
}
