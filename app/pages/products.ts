import { z } from "zod";
import { listCollections } from "../catalog/collections/list-collections.ts";
import { countViews, type ViewCount } from "../catalog/count-views.ts";
import { listFacets } from "../catalog/list-facets.ts";
import { listProducts, type ProductRow } from "../catalog/list-products.ts";
import { type ProductQuery, parseProductQuery } from "../catalog/product-query.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readShop } from "../catalog/read-shop.ts";
import { createSavedView, deleteSavedView, listSavedViews, updateSavedView } from "../catalog/saved-views.ts";
import { knownProductIds, selectProductIds } from "../catalog/select-products.ts";
import { importJobKind, startImport } from "../catalog/start-import.ts";
import { readTextPlaces, type TextPlace } from "../catalog/text-places.ts";
import { wantedMask } from "../catalog/wanted-texts.ts";
import type { AppContext } from "../context.server.ts";
import type { Acted } from "../db/record-act.ts";
import { firstAddedBit, missingBit } from "../db/schema/index.ts";
import { agentModelSchema, generateKind, laneSchema, startGeneration } from "../generation/start-generation.ts";
import { listJobItems, listJobs } from "../jobs/read-jobs.ts";
import { jobIdSchema, type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import { startPublishing } from "../publishing/start-publishing.ts";
import { listContentTypes } from "../rules/content-types/list-content-types.ts";
import { variesGroups } from "../rules/varies-groups.ts";
import type { AdminUser } from "../shopify/authenticate-admin.ts";
import { countOf } from "../ui/numbers.ts";
import { builtInViews } from "../ui/products/list-address.ts";
import type { ImportView, MissingText, ProductRowView } from "../ui/products/product-view.ts";
import { approveVersions } from "../versions/approve-versions.ts";
import { approvedLosses } from "../versions/approved-losses.ts";
import { productsToWrite } from "../versions/waiting-texts.ts";
import type { Outcome } from "./answer-action.ts";
import { contentTypeViews, modelChoices } from "./content-type-views.ts";
import { readShopNotices } from "./shop-notices.ts";
import { readShopWork } from "./shop-work.ts";
import { readSpending } from "./spending.ts";
import { startedWords } from "./waits-for.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models"> & Acted;

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
  const added = readTextPlaces({ db }, shop);
  const wanted = wantedMask({ db }, shop) | missingBit.image;
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
      collections: listCollections({ db }, shop, params.getAll("collection").slice(0, 50)),
    },
    views: [...builtInViews, ...views],
    imported: shopRow?.importedAt != null,
    running,
    work,
    contentTypes: contentTypeViews(listContentTypes(deps, shop)).map((type) => ({
      ...type,
      missing: addedTexts.find(({ name }) => name === type.name)?.value ?? type.name,
    })),
    models,
    canWait,
    groups: variesGroups({ db }, shop),
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
  const { rows } = await listJobs({ db }, { shop, kind: importJobKind, status, limit: 1 });
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

/** A paused import goes on when a person acts, as its message says; a delayed one by itself. */
function nextWords({ status, message }: { status: string; message: string | null }): string {
  if (status === "paused") return message ?? "The import waits for you: see above what to do.";
  return `${message ?? "Shopify did not answer."} The import goes on by itself.`;
}

/** How many of the chosen products, undefined for all of them. */
const sampleSchema = z.coerce.number().int().min(1).max(100).optional().catch(undefined);
const ids = z.array(productIdSchema).min(1, "Select products first.").max(1_000);

/** Does what a person asked for on the products page. */
export async function changeProducts(deps: Deps, { shop, by }: AdminUser, form: FormData): Promise<Outcome> {
  switch (form.get("intent")) {
    case "import": {
      const jobId = await startImport(deps, { shop, createdBy: by });
      const words = { kind: importJobKind, begins: "Import started", queued: "The import is queued" };
      return { message: await startedWords(deps, shop, words), jobId };
    }
    case "generate": {
      const asked = form.getAll("contentType");
      const contentTypes = listContentTypes(deps, shop).flatMap(({ name }) => (asked.includes(name) ? [name] : []));
      if (contentTypes.length === 0) return { problem: "Choose at least one content type." };
      const agentModel = agentModelSchema.catch("v1").parse(form.get("agentModel"));
      const lane = laneSchema.catch("direct").parse(form.get("lane"));
      const sample = sampleSchema.parse(form.get("sample"));
      const onlyMissing = form.get("onlyMissing") === "true";
      const selected = await collect(chosen(deps, shop, form));
      if (selected.length === 0) return { problem: "No product matches any more. Select products again." };
      const { locale } = await readPrimaryTarget(deps, shop);
      const { productIds: all, waiting } = onlyMissing
        ? productsToWrite(deps, { shop, productIds: selected, contentTypes, locale })
        : { productIds: selected, waiting: 0 };
      const shown = form.getAll("shown").map(String);
      const productIds = sample === undefined ? all : await firstShown(deps, listQuery(shop, form), all, sample, shown);
      if (productIds.length === 0) return { problem: nothingToWrite(waiting) };
      const { creditsOf, refusalOf } = await deps.models.forShop(shop);
      const jobId = await startGeneration(deps, {
        shop,
        productIds,
        contentTypes,
        agentModel,
        itemCredits: creditsOf(agentModel),
        lane,
        allImages: form.get("allImages") === "true" && !onlyMissing,
        onlyMissing,
        skipGrouping: form.get("skipGrouping") === "true",
        createdBy: by,
      });
      const skipped = waiting > 0 ? `. ${countOf(waiting, "product")} left out: drafts wait for review` : "";
      const count = countOf(productIds.length, "product");
      const message = await startedWords(deps, shop, {
        kind: generateKind,
        begins: `Generating content for ${count}`,
        queued: `Writing for ${count} is queued`,
        refused: refusalOf(agentModel) !== null,
      });
      return {
        message: `${message}${skipped}${leftOut(form, selected)}`,
        jobId,
        ...(sample === undefined ? {} : { sampled: productIds }),
      };
    }
    case "approve": {
      let approved = 0;
      let blocked = 0;
      const selected: ProductId[] = [];
      for await (const productIds of chosen(deps, shop, form)) {
        selected.push(...productIds);
        const counts = await approveVersions(deps, { shop, productIds, by, onlyClean: true });
        approved += counts.approved;
        blocked += counts.blocked;
      }
      return approved === 0 && blocked === 0
        ? { message: `There was no draft to approve${leftOut(form, selected)}` }
        : {
            message: `${countOf(approved, "draft")} approved${blocked > 0 ? `, ${blocked} blocked by a check` : ""}${leftOut(form, selected)}`,
          };
    }
    case "losses":
      return { message: await approvedLosses(deps, shop, chosen(deps, shop, form)) };
    case "publish": {
      const productIds = await collect(chosen(deps, shop, form));
      if (productIds.length === 0) return { problem: "No product matches any more. Select products again." };
      const jobId = await startPublishing(deps, { shop, productIds, createdBy: by });
      const count = countOf(productIds.length, "product");
      const message = await startedWords(deps, shop, {
        kind: "publish",
        begins: `Publishing approved texts of ${count}`,
        queued: `Publishing of ${count} is queued`,
      });
      return { message: `${message}${leftOut(form, productIds)}`, jobId };
    }
    default:
      return changeViews(deps, shop, form);
  }
}

function nothingToWrite(waiting: number): string {
  return waiting === 0
    ? "None of these products lacks one of these texts."
    : `Nothing was started: for ${countOf(waiting, "product")}, drafts of the texts that are missing wait already. Review those first.`;
}

const outdated = { problem: "This page is from an older version of the app. Reload it." };
/** The view as the page showed it. */
const seenView = z.object({ name: z.string().max(4_000), query: z.string().max(4_000) });
const viewText = (form: FormData, name: string) => z.string().max(4_000).catch("").parse(form.get(name));

async function changeViews(deps: Deps, shop: ShopDomain, form: FormData): Promise<Outcome> {
  const [id, name, query] = [viewText(form, "id"), viewText(form, "name"), viewText(form, "query")];
  const intent = form.get("intent");
  const parsed = seenView.safeParse({ name: form.get("seenName"), query: form.get("seenQuery") });
  if (!parsed.success && intent !== "view-create") return outdated;
  const seen = parsed.data;
  if (intent === "view-delete") {
    const problem = await deleteSavedView(deps, { shop, id, seen });
    return problem === null ? { message: "View deleted" } : { problem, stale: true };
  }
  const change =
    intent === "view-create"
      ? await createSavedView(deps, { shop, name, query })
      : intent === "view-rename"
        ? await updateSavedView(deps, { shop, id, name, seen })
        : intent === "view-save"
          ? await updateSavedView(deps, { shop, id, query, seen })
          : { outcome: "refused" as const, message: outdated.problem };
  if (change.outcome === "saved") return { message: "View saved", viewId: change.id };
  return { problem: change.message, ...(change.stale ? { stale: true } : {}) };
}

/** The products a person chose: named ones, or all that match the list's address but some. */
async function* chosen(deps: Deps, shop: ShopDomain, form: FormData): AsyncGenerator<ProductId[]> {
  if (form.get("all") === "1") {
    const except = new Set(form.getAll("except"));
    for await (const some of selectProductIds(deps, listQuery(shop, form))) yield some.filter((id) => !except.has(id));
    return;
  }
  const parsed = ids.safeParse(form.getAll("id"));
  if (parsed.success) yield knownProductIds(deps, shop, parsed.data);
}

/** For a person who named products that the shop does not have, e.g. on a page from before they were deleted. */
function leftOut(form: FormData, selected: readonly ProductId[]): string {
  if (form.get("all") === "1") return "";
  const missing = new Set(form.getAll("id")).size - selected.length;
  return missing > 0 ? `. ${countOf(missing, "product")} left out: not in this store any more` : "";
}

/** The list that the person sees, from its beginning. */
function listQuery(shop: ShopDomain, form: FormData): ProductQuery {
  return { ...parseProductQuery(shop, new URLSearchParams(viewText(form, "query"))), cursor: undefined };
}

async function collect(chunks: AsyncIterable<ProductId[]>): Promise<ProductId[]> {
  const all: ProductId[] = [];
  for await (const chunk of chunks) all.push(...chunk);
  return all;
}

/**
 * The first few of the chosen products, in the order in which the list shows them.
 * @param shown the first page as the person has it before them: it keeps its order while the products change
 */
async function firstShown(
  { db }: Pick<Deps, "db">,
  query: ProductQuery,
  chosenIds: readonly ProductId[],
  count: number,
  shown: readonly string[],
): Promise<ProductId[]> {
  const wanted = new Set(chosenIds);
  const first: ProductId[] = [];
  for (let cursor: string | null | undefined; cursor !== null && first.length < Math.min(count, wanted.size); ) {
    const page = await listProducts({ db }, { ...query, limit: 250, cursor });
    first.push(...page.rows.map(({ id }) => id).filter((id) => wanted.has(id)));
    cursor = page.nextCursor;
  }
  // What was chosen and is no longer in the list comes last.
  const asShown = shown.flatMap((id) => chosenIds.find((chosenId) => chosenId === id) ?? []);
  return [...new Set([...asShown, ...first, ...chosenIds])].slice(0, count);
}
