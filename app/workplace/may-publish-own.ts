import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { mayDo } from "./rights.ts";
import { workSettingsOf } from "./work-settings.ts";

/** Whether a person may publish what they approve: with four eyes somebody else does. */
export async function mayPublishOwn({ db }: { db: Db }, shop: ShopDomain, by: string): Promise<boolean> {
  const { fourEyes } = await db.do(workSettingsOf(shop));
  return !fourEyes && (await db.do(mayDo(shop, by, "publish")));
}
