import { get, type Steps } from "../../db/steps.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import type { Product } from "../product.ts";

interface Row {
  title: string;
  missing: number;
  otherTargets: string;
  contentState: Product["contentState"];
  goneAt: number | null;
  readAt: number;
}

const rowSql = `SELECT title, missing, other_targets AS otherTargets, content_state AS contentState, gone_at AS goneAt,
    read_at AS readAt
  FROM text_resources WHERE shop = @shop AND id = @id`;

/**
 * A page, a collection, the shop's menus … as what translations are made, published and undone of: a product without variants,
 * facts and content types. Its texts are those of `translationSources`. null for the id of a product, and for one that is unknown.
 * @param id e.g. `Page/12`
 */
export function* readAsProduct(shop: string, id: string): Steps<Product | null> {
  if (kindOfOwner(id) === null) return null;
  const row = yield* get<Row>(rowSql, { shop, id });
  if (!row) return null;
  const { readAt, ...known } = row;
  return {
    ...{ rowId: 0, shop, id, shopifyId: `gid://shopify/${id}`, status: "active", ...known },
    ...{ updatedAt: readAt, wholeAt: readAt, syncedAt: readAt, createdAt: readAt },
    ...{ variantCount: 0, factsDigest: "", liveDigest: "", vendor: "", productType: "", handle: "" },
    ...{ imageUrl: null, seoTitle: null, seoDescription: null, bullets: null, addedTexts: null },
    ...{ descriptionHtml: "", variants: [], live: {}, ownAttributes: [], ownKeywords: [] },
    facts: { category: null, tags: [], options: [], attributes: [], images: [] },
  };
}
