import { resourceIds, resourcePage } from "../../catalog/resources/list-resources.ts";
import {
  conditionOfView,
  type LanguagePlace,
  languagePlaces,
} from "../../catalog/translations/languages-of-products.ts";
import type { ResourceKind } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { viewOfAddress } from "../../ui/languages/language-address.ts";
import type { Neighbours } from "./neighbours.ts";

const limit = 50;

export interface ResourceLines {
  rows: { id: string; title: string; vendor: string; imageUrl: null }[];
  nextCursor: string | null;
  previousCursor: string | null;
  count: { value: number; capped: boolean };
}

/** What is searched for in an address; "" for nothing. */
export function searchOf(address: URLSearchParams): string {
  return (address.get("q") ?? "").trim().slice(0, 200);
}

/** A page of the pages, collections … that an address asks for. The cursor is the number of lines before it. */
export function* resourceLines(
  shop: ShopDomain,
  kind: ResourceKind,
  languages: readonly LanguagePlace[],
  address: URLSearchParams,
): Steps<ResourceLines> {
  const condition = yield* conditionOfView(shop, languages, viewOfAddress(address), "resources");
  const asked = Number(address.get("cursor"));
  const offset = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const query = { shop, kind, search: searchOf(address) };
  const { rows, count } = yield* resourcePage(query, condition ? [condition] : [], { offset, limit });
  return {
    rows: rows.map((row) => ({ ...row, vendor: "", imageUrl: null })),
    nextCursor: offset + rows.length < count ? String(offset + limit) : null,
    previousCursor: offset > 0 ? String(Math.max(0, offset - limit)) : null,
    count: { value: count, capped: false },
  };
}

/** Those before and after one in the list of a language, also of one that is none of them any more. */
export function* neighboursOfResource(
  shop: ShopDomain,
  { id, kind }: { id: string; kind: ResourceKind },
  { locale, market, address }: { locale: string; market: string; address: URLSearchParams },
): Steps<Neighbours> {
  const places = yield* languagePlaces(shop, [locale], market);
  const view = yield* conditionOfView(shop, places, viewOfAddress(address), "resources");
  const query = { shop, kind, search: searchOf(address) };
  const listed = yield* resourceIds(query, view ? [view] : []);
  const among = new Set(listed);
  const all = yield* resourceIds({ ...query, search: "" }, []);
  const own = all.indexOf(id);
  const at = listed.indexOf(id);
  return {
    previous: all.slice(0, Math.max(0, own)).findLast((one) => among.has(one)) ?? null,
    next: all.slice(own + 1).find((one) => among.has(one)) ?? null,
    place: at < 0 ? null : { at: at + 1, of: listed.length },
  };
}
