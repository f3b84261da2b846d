import type { i18n } from "i18next";
import type { AppContext } from "../../context.server.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { isOperationalError } from "../../lib/errors.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { listShopFields } from "../../rules/content-types/shop-fields.ts";
import type { FieldChoices } from "../../ui/content-types/type-view.ts";
import { failureWords, keptOf } from "../failure-words.ts";

/** The shop's own product fields that can hold a text, asked of Shopify; those in use are left out. */
export async function readFieldChoices(
  { db, admin }: Pick<AppContext, "db" | "admin">,
  shop: ShopDomain,
  words?: i18n,
): Promise<FieldChoices> {
  try {
    const taken = (await db.do(listContentTypes(shop))).flatMap(({ added }) =>
      added ? [`${added.namespace}.${added.key}`] : [],
    );
    return { fields: (await listShopFields({ admin }, shop)).filter(({ id }) => !taken.includes(id)), problem: null };
  } catch (error) {
    if (!isOperationalError(error)) throw error;
    return { fields: [], problem: failureWords(words ?? (await english()), keptOf(error)) };
  }
}
