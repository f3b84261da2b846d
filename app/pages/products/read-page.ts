import { listCollections } from "../../catalog/collections/list-collections.ts";
import { countViews, type ViewCount } from "../../catalog/count-views.ts";
import { importJob } from "../../catalog/jobs.ts";
import { listFacets } from "../../catalog/list-facets.ts";
import { listProducts, type ProductRow } from "../../catalog/list-products.ts";
import { parseProductQuery } from "../../catalog/product-query.ts";
import { readShop } from "../../catalog/read-shop.ts";
import { listSavedViews } from "../../catalog/saved-views.ts";
import { readTextPlaces, type TextPlace } from "../../catalog/text-places.ts";
import { wantedMask } from "../../catalog/wanted-texts.ts";
import type { AppContext } from "../../context.server.ts";
import { firstAddedBit, missingBit } from "../../db/schema/index.ts";
import { listJobItems, listJobs } from "../../jobs/read-jobs.ts";
import { jobIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { variesGroups } from "../../rules/varies-groups.ts";
import { builtInViews } from "../../ui/products/list-address.ts";
import type { ImportView, MissingText, ProductRowView } from "../../ui/products/product-view.ts";
import { contentTypeViews, modelChoices } from "../content-type-views.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readShopWork } from "../shop-work.ts";
import { readSpending } from "../spending.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

/** All that the products page shows for an address. */
export async function readProductsPage(deps: Deps, shop: ShopDomain, params: URLSearchParams) {
  const { db, clock } = deps;
  const [page, facets, views, running, work, shopRow, models, canWait, spending, notices] = await Promise.all([
    listProducts({ db }, parseProductQuery(shop, params)),
    listFacets({ db }, shop),
    listSavedViews({ db }, shop),
    readRunningImport(deps, shop),
    readShopWork(deps, shop),
    readShop({ db }, shop),
    modelChoices(deps, shop),
    deps.models.forShop(shop).then(({ offersBatches }) => offersBatches()),
    readSpending(deps, shop),
    readShopNotices(deps, shop),
  ]);
  const added = await db.do(readTextPlaces(shop));
  const wanted = (await db.do(wantedMask(shop))) | missingBit.image;
  const addedTexts = added.map(({ bit, label, contentType }) => ({
    name: contentType,
    value: `added_${Math.log2(bit / firstAddedBit)}`,
    label,
  }));
  return {
    page: { ...page, rows: page.rows.map((row) => rowView({ ...row, missing: row.missing & wanted }, added)) },
    facets: {
      ...facets,
      addedTexts: addedTexts.map(({ value, label }) => ({ value, label })),
      collections: await db.do(listCollections(shop, params.getAll("collection").slice(0, 50))),
    },
    views: [...builtInViews, ...views],
    imported: shopRow?.importedAt != null,
    running,
    work,
    contentTypes: contentTypeViews(await deps.db.do(listContentTypes(shop))).map((type) => ({
      ...type,
      missing: addedTexts.find(({ name }) => name === type.name)?.value ?? type.name,
    })),
    models,
    canWait,
    groups: await db.do(variesGroups(shop)),
    spending,
    notices,
    now: clock.now(),
  };
}

/** How many products each view shows, by its id; nothing before the first import. */
export async function countProductViews({ db }: Deps, shop: ShopDomain): Promise<Record<string, ViewCount>> {
  const [views, row] = await Promise.all([listSavedViews({ db }, shop), readShop({ db }, shop)]);
  if (row?.importedAt == null) return {};
  return Object.fromEntries(await countViews({ db }, shop, [...builtInViews, ...views]));
}

function rowView(row: ProductRow, added: readonly TextPlace[]): ProductRowView {
  const { id, title, imageUrl, status, vendor, productType, contentState, updatedAt } = row;
  const missing = (Object.keys(missingBit) as MissingText[]).filter((name) => (row.missing & missingBit[name]) !== 0);
  return {
    id,
    title,
    imageUrl,
    status,
    vendor,
    productType,
    contentState,
    updatedAt,
    missing,
    missingAdded: added.flatMap(({ bit, label }) => ((row.missing & bit) !== 0 ? [label.toLowerCase()] : [])),
    gone: row.goneAt !== null,
  };
}

async function readRunningImport({ db, clock }: Deps, shop: ShopDomain): Promise<ImportView | null> {
  const status = ["queued" as const, "processing" as const];
  const { rows } = await listJobs({ db }, { shop, kind: importJob.kind, status, limit: 1 });
  const [job] = rows;
  if (!job) return null;
  const { rows: items } = await listJobItems({ db }, { shop, jobId: jobIdSchema.parse(job.id), limit: 1 });
  const [item] = items;
  const delayed = item?.status === "queued" && (item.attempts > 0 || item.message !== null) && item.runAt > clock.now();
  return {
    jobId: job.id,
    label: item?.progress?.label ?? "",
    done: item?.progress?.done ?? 0,
    total: item?.progress?.total ?? null,
    waiting: item?.status === "paused" || delayed ? nextWords(item) : null,
  };
}

/** A paused import continues when a person does what its message asks for; a delayed one by itself. */
function nextWords({ status, message }: { status: string; message: string | null }): string {
  if (status === "paused") return message ?? "The import waits for you: see above what to do.";
  return `${message ?? "Shopify did not answer."} The import goes on by itself.`;
}
