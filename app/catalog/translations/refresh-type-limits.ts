import { isDeepStrictEqual } from "node:util";
import type { Db } from "../../db/open.ts";
import type { AddedType } from "../../db/schema/index.ts";
import { all, run } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { contentNamespace, listMetafieldDefinitions } from "../../shopify/operations/index.ts";
import { limitsOfRules } from "./limits-of-rules.ts";

const addedSql = `SELECT name, added FROM shop_content_types WHERE shop = @shop AND removed_at IS NULL AND added IS NOT NULL`;
const keepSql = "UPDATE shop_content_types SET added = @added WHERE shop = @shop AND name = @name AND added = @before";

/** As many definitions as one answer lists. */
const mostListed = 250;

/**
 * Reads what the definitions of the merchant's own metafields leave to the texts that the shop keeps in them, and keeps it with
 * the content types. Where they cannot be read what is known stays. Does nothing for a shop without such types.
 * @throws OperationalError of the Admin API that may be tried again
 */
export async function refreshTypeLimits(
  { db, admin }: { db: Db; admin: AdminApi },
  { shop, signal }: { shop: ShopDomain; signal: AbortSignal },
): Promise<void> {
  const rows = (await db.do(all<{ name: string; added: string }>(addedSql, { shop }))).map(({ name, added }) => ({
    ...{ name, before: added },
    type: JSON.parse(added) as AddedType,
  }));
  const own = rows.filter(({ type }) => type.namespace !== contentNamespace);
  if (own.length === 0) return;
  const definitions = await read(admin, signal);
  if (!definitions) return;
  for (const { name, before, type } of own) {
    const { limits: known, ...rest } = type;
    const found = definitions.find(({ namespace, key }) => namespace === type.namespace && key === type.key);
    // What is behind the end of a full list may be there all the same.
    if (!found && definitions.length >= mostListed) continue;
    const limits = limitsOfRules(found?.validations);
    if (isDeepStrictEqual(known, limits)) continue;
    const added = JSON.stringify({ ...rest, ...(limits ? { limits } : {}) });
    await db.transact({ shop }, () => run(keepSql, { shop, name, before, added }));
  }
}

async function read(admin: AdminApi, signal: AbortSignal) {
  try {
    return (await admin.run(listMetafieldDefinitions, {}, { signal })).metafieldDefinitions.nodes;
  } catch (error) {
    if (!isOperationalError(error) || error.retryable) throw error;
    return null;
  }
}
