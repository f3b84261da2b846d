import { run, type Steps } from "../db/steps.ts";

/** Of what was checked the hash of the texts stays, which says whether others must be looked at too. */
export const checkAgainSql = `UPDATE product_texts SET checked = substr(checked, 1, 64)
  WHERE shop = @shop AND product_row = @rowId AND checked <> ''`;

/** Lets a product's live texts be checked again, since its facts are others now. A step of the transaction that changes them. */
export function* checkAgain(of: { shop: string; productId: string }): Steps<void> {
  yield* run(
    checkAgainSql.replace("@rowId", "(SELECT row_id FROM products WHERE shop = @shop AND id = @productId)"),
    of,
  );
}
