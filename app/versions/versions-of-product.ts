import { get, run, type Steps } from "../db/steps.ts";

const anySql = "SELECT 1 AS found FROM versions WHERE shop = @shop AND product_id = @productId LIMIT 1";
const dropSql = "DELETE FROM versions WHERE shop = @shop AND product_id = @productId";

interface OfProduct {
  shop: string;
  productId: string;
}

/** Whether any text was ever written for the product, whatever became of it. */
export function* hasVersions({ shop, productId }: OfProduct): Steps<boolean> {
  return (yield* get<{ found: 1 }>(anySql, { shop, productId })) !== undefined;
}

/** Removes all versions of a product that is no longer kept. Their fingerprints go with the product's. */
export function* dropVersionsOfProduct({ shop, productId }: OfProduct): Steps<void> {
  yield* run(dropSql, { shop, productId });
}
