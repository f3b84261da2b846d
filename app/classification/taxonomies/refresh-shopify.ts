import type { Db } from "../../db/open.ts";
import { get } from "../../db/steps.ts";
import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { readTaxonomyPage, type TaxonomyCategoryNode, type TaxonomyPage } from "../../shopify/operations/index.ts";
import { finishTaxonomy, storeCategories } from "./store-entries.ts";

/** Shopify releases its taxonomy some four times a year, and archives categories at any of these. */
const weekMs = 7 * 86_400_000;

const loadedSql = "SELECT loaded_at AS loadedAt FROM taxonomies WHERE name = 'shopify'";

/** of this process: many items of a run find it missing at once */
let reading: Promise<void> | null = null;

/**
 * Reads Shopify's taxonomy through a shop's Admin API where it is not there yet, or was read more than a week ago. It is the same for
 * all shops. Of those who ask at once one reads, and the others wait for it.
 * @throws OperationalError of the Admin API, where there is none yet; an older one serves while Shopify cannot be asked
 */
export async function keepShopifyTaxonomy(
  deps: { db: Db; clock: Clock; admin: AdminApi },
  signal?: AbortSignal,
): Promise<void> {
  const loadedAt = (await deps.db.do(get<{ loadedAt: number }>(loadedSql)))?.loadedAt ?? null;
  if (loadedAt !== null && deps.clock.now() - loadedAt < weekMs) return;
  reading ??= refreshShopifyTaxonomy(deps, signal).finally(() => {
    reading = null;
  });
  try {
    await reading;
  } catch (error) {
    if (loadedAt === null) throw error;
  }
}

/** Reads all of it, page by page; what Shopify lists no more is archived. Names in other languages and attributes stay. */
export async function refreshShopifyTaxonomy(
  { db, clock, admin }: { db: Db; clock: Clock; admin: AdminApi },
  signal?: AbortSignal,
): Promise<void> {
  const loading = { taxonomy: "shopify", loadId: newId("load", clock.now()) } as const;
  const roots = await readAll(null);
  for (const root of roots) await readAll(root.id);
  const now = clock.now();
  const version = new Date(now).toISOString().slice(0, 10);
  await db.transact("all shops", () => finishTaxonomy(loading, { version, now }));

  async function readPage(descendantsOf: string | null, after: string | null): Promise<TaxonomyPage | undefined> {
    const { taxonomy } = await admin.run(readTaxonomyPage, { descendantsOf, after }, signal ? { signal } : {});
    return taxonomy?.categories;
  }

  async function readAll(root: string | null): Promise<TaxonomyCategoryNode[]> {
    const found: TaxonomyCategoryNode[] = [];
    const descendantsOf = root === null ? null : categoryGid(root);
    for (let after: string | null = null; ; ) {
      const page = await readPage(descendantsOf, after);
      if (!page) return found;
      found.push(...page.nodes);
      const now = clock.now();
      await db.transact("all shops", () =>
        storeCategories(
          loading,
          page.nodes.map(({ fullName, isArchived, ...node }) => ({
            ...node,
            ...{ path: fullName, archivedAt: isArchived ? now : null, attributes: null, googleId: null },
          })),
        ),
      );
      if (!page.pageInfo.hasNextPage || !page.pageInfo.endCursor) return found;
      after = page.pageInfo.endCursor;
    }
  }
}

/** @param id bare */
export function categoryGid(id: string): string {
  return `gid://shopify/TaxonomyCategory/${id}`;
}
