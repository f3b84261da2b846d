import type { i18n } from "i18next";
import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import type { FieldReader } from "../../ui/rules/field-name.ts";
import { namedTypes } from "../content-type-views.ts";

/** What names the fields of a shop's rules in the reader's language. */
export async function fieldReader({ db }: { db: Db }, shop: ShopDomain, t: i18n["t"]): Promise<FieldReader> {
  return { t, types: namedTypes(t, await db.do(listContentTypes(shop))) };
}
