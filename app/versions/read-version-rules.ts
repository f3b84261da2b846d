import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { configStates, versions } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { presets } from "../rules/configs/presets.ts";

/** The rules that a version was written by, as they then were. */
export interface VersionRules {
  id: string;
  /** what they were called in that state */
  label: string;
  /** of their states the newest that said the same; null: as they come with the app */
  revision: number | null;
}

/** By which rules versions were written: by the version's id. Nothing about one whose rules the shop never had under a name. */
export async function readVersionRules(
  { db }: { db: Db },
  { shop, versionIds }: { shop: ShopDomain; versionIds: readonly string[] },
): Promise<Map<string, VersionRules>> {
  if (versionIds.length === 0) return new Map();
  const written = await db.orm
    .select({ id: versions.id, digest: versions.configDigest })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.origin, "generated"), inArray(versions.id, [...versionIds])));
  const digests = [...new Set(written.map(({ digest }) => digest))];
  const states = await db.orm
    .select({
      ...{ id: configStates.configId, label: configStates.label },
      ...{ revision: configStates.revision, digest: configStates.digest },
    })
    .from(configStates)
    .where(and(eq(configStates.shop, shop), inArray(configStates.digest, digests)))
    .orderBy(desc(configStates.revision));
  const byDigest = new Map<string, VersionRules>();
  for (const { digest, ...state } of states) if (!byDigest.has(digest)) byDigest.set(digest, state);
  for (const { id, label, digest } of presets) byDigest.set(digest, { id, label, revision: null });
  return new Map(
    written.flatMap(({ id, digest }) => {
      const rules = byDigest.get(digest);
      return rules ? [[id, rules] as const] : [];
    }),
  );
}
