import { z } from "zod";
import { type ProductQuery, parseProductQuery } from "../../catalog/product-query.ts";
import { resourceIds, titlesOf } from "../../catalog/resources/list-resources.ts";
import { knownProductIds, selectProductIds } from "../../catalog/select-products.ts";
import { conditionOfView, languageChoices, languagePlaces } from "../../catalog/translations/languages-of-products.ts";
import type { Db } from "../../db/open.ts";
import { resourceKinds } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { localeSchema, type ProductId, productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { splitOwners } from "../../texts/resource-owner.ts";

const ofLanguagesSchema = z.object({
  view: z.enum(languageChoices),
  /** the shop's languages: a product is chosen when it is so in one of them */
  locales: z.array(localeSchema).min(1),
  /** words, as in the list of products; "" for none */
  search: z.string().max(200),
  onSaleOnly: z.boolean(),
  /** default: products; else what of the shop's other texts. Only translations are made of these */
  kind: z.enum(resourceKinds).optional(),
  /** its number: the view is that of the market's own texts. Default: of those for everywhere */
  market: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});

/** The products that somebody chose: named ones, or all that match a list of products or of languages but some. */
export const selectionSchema = z.union([
  z.object({ languages: ofLanguagesSchema, except: z.array(z.string()) }),
  z.object({
    /** of what the list is: the parameters of its address */
    query: z.string().max(4_000),
    except: z.array(z.string()),
  }),
  z.object({ ids: z.array(z.string()) }),
]);
export type Selection = z.output<typeof selectionSchema>;

/** So many named products are looked up at once. */
const chunkSize = 1_000;

/**
 * What was chosen of all that has texts in other languages: products, pages, collections …, in chunks. As `selectedProducts`, for
 * what is done with translations.
 */
export async function* selectedOwners(
  deps: { db: Db },
  shop: ShopDomain,
  selection: Selection,
): AsyncGenerator<ProductId[]> {
  const ids = await deps.db.do(resourcesOf(shop, selection));
  for (let at = 0; at < ids.length; at += chunkSize) yield ids.slice(at, at + chunkSize);
  yield* selectedProducts(deps, shop, selection);
}

function* resourcesOf(shop: ShopDomain, selection: Selection): Steps<ProductId[]> {
  if ("ids" in selection) {
    const { resources } = splitOwners([...new Set(selection.ids)]);
    const known = new Set((yield* titlesOf(shop, resources)).map(({ id }) => id));
    return resources.filter((id) => known.has(id)).map((id) => productIdSchema.parse(id));
  }
  const { kind, ...languages } = "languages" in selection ? selection.languages : { kind: undefined };
  if (kind === undefined || !("view" in languages)) return [];
  const { view, locales, search, market } = languages;
  const condition = yield* conditionOfView(shop, yield* languagePlaces(shop, locales, market), view, "resources");
  const ids = yield* resourceIds({ shop, kind, search }, condition ? [condition] : []);
  const except = new Set(selection.except);
  return ids.filter((id) => !except.has(id)).map((id) => productIdSchema.parse(id));
}

/** The chosen products that the shop has, in chunks. */
export async function* selectedProducts(
  deps: { db: Db },
  shop: ShopDomain,
  selection: Selection,
): AsyncGenerator<ProductId[]> {
  if (!("ids" in selection)) {
    const except = new Set(selection.except);
    const found = "query" in selection ? listed(deps, shop, selection.query) : ofLanguages(deps, shop, selection);
    for await (const some of found) {
      const chosen = some.filter((id) => !except.has(id));
      if (chosen.length > 0) yield chosen;
    }
    return;
  }
  // What is no product's number names none that the shop has: it is left out like one that was deleted.
  const ids = [...new Set(selection.ids)].flatMap((id) => productIdSchema.safeParse(id).data ?? []);
  for (let at = 0; at < ids.length; at += chunkSize) {
    const known = await deps.db.do(knownProductIds(shop, ids.slice(at, at + chunkSize)));
    if (known.length > 0) yield known;
  }
}

function listed(deps: { db: Db }, shop: ShopDomain, query: string): AsyncGenerator<ProductId[]> {
  return selectProductIds(deps, listOf(shop, query));
}

async function* ofLanguages(
  deps: { db: Db },
  shop: ShopDomain,
  { languages: { view, locales, search, onSaleOnly, kind, market } }: Extract<Selection, { languages: unknown }>,
): AsyncGenerator<ProductId[]> {
  if (kind !== undefined) return;
  const condition = await deps.db.do(
    (function* () {
      return yield* conditionOfView(shop, yield* languagePlaces(shop, locales, market), view);
    })(),
  );
  const query = listOf(shop, new URLSearchParams({ q: search, sale: onSaleOnly ? "on" : "all" }).toString());
  yield* selectProductIds(deps, query, condition ? [condition] : []);
}

/** All chosen products that the shop has. */
export async function allSelected(deps: { db: Db }, shop: ShopDomain, selection: Selection): Promise<ProductId[]> {
  const all: ProductId[] = [];
  for await (const chunk of selectedProducts(deps, shop, selection)) all.push(...chunk);
  return all;
}

/** The same of all that has texts in other languages. */
export async function allOwners(deps: { db: Db }, shop: ShopDomain, selection: Selection): Promise<ProductId[]> {
  const all: ProductId[] = [];
  for await (const chunk of selectedOwners(deps, shop, selection)) all.push(...chunk);
  return all;
}

/** How many named products the shop does not have, e.g. because they were deleted since the asker saw them. */
export function leftOutOf(selection: Selection, selected: number): number {
  return "ids" in selection ? Math.max(0, new Set(selection.ids).size - selected) : 0;
}

/** The list that somebody looks at, from its beginning. @param query the parameters of its address */
export function listOf(shop: ShopDomain, query: string): ProductQuery {
  return { ...parseProductQuery(shop, new URLSearchParams(query)), cursor: undefined };
}
