import type { i18n } from "i18next";
import { listCollections } from "../../catalog/collections/list-collections.ts";
import { countViews, type ViewCount } from "../../catalog/count-views.ts";
import { importJob } from "../../catalog/jobs.ts";
import { listFacets } from "../../catalog/list-facets.ts";
import { countCap, listProducts } from "../../catalog/list-products.ts";
import { parseProductQuery } from "../../catalog/product-query.ts";
import { readShop } from "../../catalog/read-shop.ts";
import { listSavedViews } from "../../catalog/saved-views.ts";
import { readTextPlaces, type TextPlace } from "../../catalog/text-places.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { AppContext } from "../../context.server.ts";
import { firstAddedBit } from "../../db/schema/index.ts";
import { countTexts } from "../../health/count-texts.ts";
import { listJobItems, listJobs } from "../../jobs/read-jobs.ts";
import { jobIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { findingBit } from "../../rules/check-codes.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { variesGroups } from "../../rules/varies-groups.ts";
import { builtInViews, isOnSaleOnly, listQueryOf } from "../../ui/products/list-address.ts";
import type { GapView, ImportView } from "../../ui/products/product-view.ts";
import { contentTypeViews, modelChoices } from "../content-type-views.ts";
import { languageName } from "../languages/names.ts";
import { translatedMarkets } from "../languages/translated-markets.ts";
import { translatedTypes } from "../languages/translated-types.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readShopWork } from "../shop-work.ts";
import { readSpending } from "../spending.ts";
import { rowViews } from "./row-view.ts";
import { readRunLine } from "./run-line.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

/** All that the products page shows for an address. @param who.by who looks, as decisions keep it */
export async function readProductsPage(
  deps: Deps,
  shop: ShopDomain,
  params: URLSearchParams,
  { by: reader, words }: { by: string; words: i18n },
) {
  const { db, clock } = deps;
  const query = parseProductQuery(shop, listQueryOf(params), clock.now());
  const [page, facets, views, running, work, shopRow, models, canWait, spending, notices, runLine] = await Promise.all([
    listProducts({ db }, query),
    listFacets({ db }, shop),
    listSavedViews({ db }, shop),
    readRunningImport(deps, shop),
    readShopWork(deps, shop),
    readShop({ db }, shop),
    modelChoices(deps, shop),
    deps.models.forShop(shop).then(({ offersBatches }) => offersBatches()),
    readSpending(deps, shop),
    readShopNotices(deps, shop),
    readRunLine(deps, shop, reader),
  ]);
  const added = await db.do(readTextPlaces(shop));
  const imported = shopRow?.importedAt != null;
  const { gaps, counts } = imported
    ? await countWhatWaits(deps, shop, added, isOnSaleOnly(params))
    : { gaps: [], counts: {} };
  const addedTexts = added.map(({ bit, label, contentType }) => ({
    name: contentType,
    value: addedName(bit),
    label,
  }));
  return {
    page: { ...page, rows: await db.do(rowViews(shop, page.rows, reader)) },
    gaps,
    counts,
    runLine,
    facets: {
      ...facets,
      addedTexts: addedTexts.map(({ value, label }) => ({ value, label })),
      checks: Object.entries(findingBit).map(([code, bit]) => ({ code, bit })),
      collections: await db.do(listCollections(shop, params.getAll("collection").slice(0, 50))),
    },
    views: [...builtInViews, ...views],
    imported,
    running,
    work,
    contentTypes: contentTypeViews(await deps.db.do(listContentTypes(shop))).map((type) => ({
      ...type,
      missing: addedTexts.find(({ name }) => name === type.name)?.value ?? type.name,
    })),
    models,
    canWait,
    languages: (await db.do(translatedLocalesOf(shop))).map((locale) => ({
      ...{ locale, name: languageName(locale, words.language) },
    })),
    translatedMarkets: await db.do(
      (function* () {
        return yield* translatedMarkets(shop, yield* translatedLocalesOf(shop));
      })(),
    ),
    translatedTexts: await translatedTypes(deps, shop, words),
    groups: await db.do(variesGroups(shop)),
    spending,
    notices,
    now: clock.now(),
  };
}

/** The content types whose names in addresses are other ones. */
const typeOfGap: Record<string, string> = { description: "desc", seo_description: "seo_desc", alt_text: "image_alt" };

function addedName(bit: number): string {
  return `added_${Math.log2(bit / firstAddedBit)}`;
}

/** The counts that lead on: what is missing, and the views of what waits. In a walk over the list's index for each. */
async function countWhatWaits(
  { db }: Deps,
  shop: ShopDomain,
  added: readonly TextPlace[],
  onSaleOnly: boolean,
): Promise<{ gaps: GapView[]; counts: Record<string, ViewCount> }> {
  const quick = builtInViews.filter(({ id }) => id !== "outdated");
  const sale = onSaleOnly ? "on" : "all";
  const counts = await countViews(
    { db },
    shop,
    quick.map((view) => withSale(view, sale)),
  );
  const { texts } = await db.do(countTexts(shop, { onSaleOnly }));
  const none: ViewCount = { value: 0, capped: false };
  return {
    gaps: texts.map(({ text, label, counts: { missing } }) => ({
      name: text,
      contentType: added.find(({ bit }) => addedName(bit) === text)?.contentType ?? typeOfGap[text] ?? text,
      label: label ?? "",
      count: { value: Math.min(missing, countCap), capped: missing > countCap },
    })),
    counts: Object.fromEntries(quick.map(({ id }) => [id, counts.get(id) ?? none])),
  };
}

/** A view as the list shows it: those that say nothing of it hold what the switch for products on sale lets through. */
function withSale({ id, query }: { id: string; query: string }, sale: "on" | "all") {
  const shown = listQueryOf(new URLSearchParams(query));
  if (shown.get("sale") === "on") shown.set("sale", sale);
  return { id, query: shown.toString() };
}

/** How many products the views show that take longer to count, by their ids; nothing before the first import. */
export async function countProductViews({ db }: Deps, shop: ShopDomain): Promise<Record<string, ViewCount>> {
  const [views, row] = await Promise.all([listSavedViews({ db }, shop), readShop({ db }, shop)]);
  if (row?.importedAt == null) return {};
  const slow = builtInViews.filter(({ id }) => id === "outdated");
  return Object.fromEntries(
    await countViews(
      { db },
      shop,
      [...slow, ...views].map((view) => withSale(view, "on")),
    ),
  );
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
    waiting: item?.status === "paused" || delayed ? waitingOf(item) : null,
  };
}

/** A paused import continues when a person does what its message asks for; a delayed one by itself. */
function waitingOf({ status, message }: { status: string; message: string | null }): ImportView["waiting"] {
  return { for: status === "paused" ? "person" : "itself", message };
}
