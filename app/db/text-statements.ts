/**
 * What lists of products ask of their texts, as SQL: the versions are another room's, and a list is one statement. `p` is the
 * product; parameters begin with the columns of a target.
 */

const ofTarget = "v.shop = p.shop AND v.product_id = p.id AND v.locale = ? AND v.market = ? AND v.channel = ?";

/** The published texts of ours of each `p` whose facts may have changed since: those of the shop did, or a person added some. */
export const publishedFromOtherFacts = `SELECT DISTINCT p.row_id AS "rowId", p.id, p.facts_digest AS "ofProduct", v.facts_digest AS "ofText"
  FROM products AS p CROSS JOIN versions AS v ON ${ofTarget} AND v.state = 'published' AND v.origin <> 'undo'
    AND (v.facts_digest <> p.facts_digest
      OR EXISTS (SELECT 1 FROM product_attributes AS a WHERE a.shop = p.shop AND a.product_id = p.id)
      OR EXISTS (SELECT 1 FROM product_keywords AS k WHERE k.shop = p.shop AND k.product_id = p.id))`;
