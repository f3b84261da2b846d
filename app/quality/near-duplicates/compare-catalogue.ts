import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import type { TextBody } from "../../db/schema/index.ts";
import { variantGroupOf } from "../../rules/variant-group.ts";
import { traitsOf } from "../../texts/content-types.ts";
import { configNameOf, imageAlt } from "../../texts/slot.ts";
import { isEmptyBody } from "../../texts/text-body.ts";
import { checkedChars } from "../checked-chars.ts";
import { comparedText, findNearDuplicate, type NearDuplicate } from "./find-near-duplicate.ts";
import { marksOf, nameKeyOf, type TextMarks } from "./text-marks.ts";
import { profileOf, type TextProfile } from "./text-profile.ts";

/** The texts of one product beside those of all others of its shop. */
export interface Comparison {
  /** @param text what a reader sees */
  nearDuplicateOf(contentType: string, text: string): NearDuplicate | null;
  /** The same among texts that were stored since the comparison was opened. */
  lateNearDuplicateOf(contentType: string, text: string): NearDuplicate | null;
  /** Takes away what the product's texts that are no longer open left behind. A step of the storing transaction. */
  forgetClosed(): void;
  /** Lets other products' texts find this version, or with null the live text. A step of the storing transaction. */
  mark(contentType: string, body: TextBody, versionId: string | null): void;
}

/** Of a shorter text only the whole is compared: a few words are soon alike. */
const fewestWords = 15;

const closedSql = `DELETE FROM fingerprints WHERE product_row = @productRow AND shop = @shop AND version_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM versions
    WHERE id = fingerprints.version_id AND state IN ('draft', 'approved', 'published'))`;
const newestSql = "/* all shops: ids are counted over all */ SELECT max(id) AS id FROM fingerprints";
const insertSql = `INSERT INTO fingerprints
    (shop, product_row, content_type, version_id, group_key, whole, band1, band2, band3, band4, band5, band6)
  VALUES (@shop, @productRow, @contentType, @versionId, @groupKey, @whole, @band1, @band2, @band3, @band4, @band5, @band6)`;

export interface ComparedProduct {
  shop: string;
  rowId: number;
  facts: { attributes: readonly { name: string; value: string }[] };
  ownAttributes: readonly { name: string; value: string }[];
}

/** @param locale BCP-47 */
export function compareWithCatalogue(
  { db }: { db: Db },
  { product, locale }: { product: ComparedProduct; locale: string },
): Comparison {
  const { shop, rowId: productRow } = product;
  const group = variantGroupOf(product);
  const known = new Map<string, { text: string; profile: TextProfile; marks: TextMarks }>();

  function marked(contentType: string, text: string) {
    const last = known.get(contentType);
    if (last?.text === text) return last;
    const profile = profileOf(text);
    const near = profile.words >= fewestWords && traitsOf(contentType).family !== "title";
    const next = { text, profile, marks: marksOf({ shop, locale, contentType }, profile, near) };
    known.set(contentType, next);
    return next;
  }

  const opened = prepared<object, { id: number | null }>(db, newestSql).get({})?.id ?? 0;

  function lookUp(contentType: string, text: string, since: number): NearDuplicate | null {
    if (isAlone(contentType)) return null;
    const { profile, marks } = marked(contentType, text.slice(0, checkedChars));
    if (profile.words === 0) return null;
    return findNearDuplicate({ db }, { shop, productRow, group, contentType, profile, marks, since });
  }

  return {
    nearDuplicateOf: (contentType, text) => lookUp(contentType, text, 0),
    lateNearDuplicateOf: (contentType, text) => lookUp(contentType, text, opened),
    forgetClosed: () => prepared<object>(db, closedSql).run({ shop, productRow }),
    mark(contentType, body, versionId) {
      if (isAlone(contentType) || isEmptyBody(body)) return;
      const { marks } = marked(contentType, comparedText(contentType, body));
      const [band1 = null, band2 = null, band3 = null, band4 = null, band5 = null, band6 = null] = marks.bands ?? [];
      prepared<object>(db, insertSql).run({
        shop,
        productRow,
        contentType,
        versionId,
        groupKey: group === "" ? null : nameKeyOf(group),
        whole: marks.whole,
        ...{ band1, band2, band3, band4, band5, band6 },
      });
    },
  };
}

/** Pictures that are alike have alt texts that are alike. */
function isAlone(contentType: string): boolean {
  return configNameOf(contentType) === imageAlt;
}
