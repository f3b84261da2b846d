import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import { contentConfigs } from "../../db/schema/index.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { type ConfigRecord, type ConfigScope, recordOf } from "./config-record.ts";
import { presetById, presets } from "./presets.ts";

const byLabel = new Intl.Collator("en", { numeric: true });

/** As many as the API lists. */
export const maxConfigs = 100;

/** A preset, or a config of this shop; null when it has none of this id. */
export async function readConfig(
  { db }: { db: Db },
  { shop, id }: { shop: ShopDomain; id: string },
): Promise<ConfigRecord | null> {
  const preset = presetById(id);
  if (preset) return preset;
  const [row] = await db.orm
    .select()
    .from(contentConfigs)
    .where(and(eq(contentConfigs.shop, shop), eq(contentConfigs.id, id)));
  return row ? recordOf(row) : null;
}

/** The presets, then the shop's own by label: of both scopes unless one is asked for. */
export async function listConfigs(
  { db }: { db: Db },
  { shop, scope }: { shop: ShopDomain; scope?: ConfigScope | undefined },
): Promise<ConfigRecord[]> {
  const rows =
    scope === "PUBLIC"
      ? []
      : await db.orm.select().from(contentConfigs).where(eq(contentConfigs.shop, shop)).limit(maxConfigs);
  const own = rows.map(recordOf).sort((a, b) => byLabel.compare(a.label, b.label));
  return [...(scope === "PRIVATE" ? [] : presets), ...own];
}
