import { z } from "zod";
import { type ContentState, missingBit, type ProductStatus } from "../db/schema/index.ts";
import { type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import { systemClock } from "../lib/clock.ts";
import { maxTextMetafields } from "../shopify/operations/index.ts";
import type { Target } from "../texts/target.ts";
import { parseAddressedText, parseTextFilter, type TextFilter, writeTextFilter } from "./text-filter.ts";

/** Any text that the shop wants, one of those that every shop has, or `added_` and the slot of one that the shop added. */
export type MissingText = "wanted" | keyof typeof missingBit | `added_${number}`;

/** What a person chose on the products page. Values within a filter are alternatives; filters narrow each other. */
export interface ProductQuery {
  shop: ShopDomain;
  /** the target of `contentState` and `missing`, here and in the products that are found. Default: the shop's own pages */
  target?: Target | undefined;
  /** words, or the beginnings of words, of title, vendor, tags and SKUs; all must be found */
  search?: string | undefined;
  status?: ProductStatus[] | undefined;
  contentState?: ContentState[] | undefined;
  vendor?: string[] | undefined;
  productType?: string[] | undefined;
  tag?: string[] | undefined;
  /** ids of collections */
  collection?: string[] | undefined;
  /** at least one of these texts is missing */
  missing?: MissingText[] | undefined;
  /** at least one of these is true of their texts */
  texts?: TextFilter[] | undefined;
  /** `on`: of those only that customers can buy, as the list shows them at first; `all`: said to be wanted all */
  sale?: "on" | "all" | undefined;
  /** epoch ms: made in the store since then */
  createdSince?: number | undefined;
  /** a published text was written from facts that have changed since, and nothing newer waits */
  outdated?: boolean | undefined;
  /** bits of `findingBit`: at least one of these checks found something in a draft of the target */
  findings?: number | undefined;
  /** the products of a job */
  job?: string | undefined;
  /** also products that are no longer in the shop */
  includeGone?: boolean | undefined;
  sort: "updated" | "title" | "vendor";
  direction: "asc" | "desc";
  cursor?: string | undefined;
  limit: number;
}

const statuses = ["active", "draft", "archived", "unlisted"] as const satisfies ProductStatus[];
const states = [
  "none", "unpublished", "put_back", "published", "approved", "needs_review", "warned", "blocked", "conflict",
] as const satisfies ContentState[]; // biome-ignore format: a list of names
const missing = Object.keys(missingBit) as [keyof typeof missingBit];
const addedText = z
  .string()
  .refine((name) => /^added_\d\d?$/.test(name) && Number(name.slice("added_".length)) < maxTextMetafields)
  .transform((name) => name as MissingText);

const weekMs = 7 * 24 * 3_600_000;

/** An address may be edited by hand or be old: values that mean nothing are left out instead of failing the page. */
function known<T extends z.ZodType>(value: T) {
  return z
    .array(z.unknown())
    .transform((list) =>
      list.slice(0, 250).flatMap((given): z.output<T>[] => {
        const parsed = value.safeParse(given);
        return parsed.success ? [parsed.data] : [];
      }),
    )
    .transform((list) => (list.length > 0 ? list : undefined));
}

const facet = z.string().min(1).max(255);

const querySchema = z.object({
  shop: shopDomainSchema,
  search: z
    .string()
    .transform(
      (text) =>
        text
          .replace(/\p{Cs}/gu, "")
          .replaceAll("\0", "")
          .trim()
          .slice(0, 200) || undefined,
    )
    .optional()
    .catch(undefined),
  status: known(z.enum(statuses)),
  contentState: known(z.enum(states)),
  vendor: known(facet),
  productType: known(facet),
  tag: known(facet),
  collection: known(z.string().regex(/^\d{1,20}$/)),
  missing: known(z.union([z.literal("wanted"), z.enum(missing), addedText])),
  texts: z
    .array(z.unknown())
    .transform((list) => list.slice(0, 250).flatMap((given) => parseTextFilter(given) ?? []))
    .transform((list) => (list.length > 0 ? list : undefined)),
  sale: z.enum(["on", "all"]).optional().catch(undefined),
  createdSince: z.literal("week").optional().catch(undefined),
  outdated: z
    .literal("1")
    .transform(() => true)
    .optional()
    .catch(undefined),
  findings: z.coerce.number().int().min(1).max(0x7fff_ffff).optional().catch(undefined),
  job: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
  includeGone: z
    .literal("1")
    .transform(() => true)
    .optional()
    .catch(undefined),
  sort: z.enum(["updated", "title", "vendor"]).catch("updated"),
  direction: z.enum(["asc", "desc"]).optional().catch(undefined),
  cursor: z.string().max(2_000).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(250).catch(50),
});

/**
 * The query in an address: `?q=linen&status=active&vendor=A&vendor=B&missing=desc&sort=title&dir=asc&cursor=…`. `gap=description` is
 * short for `texts=missing.description`: no live text, and nothing waits.
 * @param now from when `new=week` counts back
 */
export function parseProductQuery(shop: ShopDomain, params: URLSearchParams, now = systemClock.now()): ProductQuery {
  const { direction, createdSince, ...query } = querySchema.parse({
    shop,
    search: params.get("q") ?? undefined,
    status: params.getAll("status"),
    contentState: params.getAll("state"),
    vendor: params.getAll("vendor"),
    productType: params.getAll("type"),
    tag: params.getAll("tag"),
    collection: params.getAll("collection"),
    missing: params.getAll("missing"),
    texts: [...params.getAll("gap").flatMap(gapFilter), ...params.getAll("texts")],
    sale: params.get("sale") ?? undefined,
    createdSince: params.get("new") ?? undefined,
    outdated: params.get("outdated") ?? undefined,
    findings: params.get("findings") ?? undefined,
    job: params.get("job") ?? undefined,
    includeGone: params.get("gone") ?? undefined,
    sort: params.get("sort") ?? undefined,
    direction: params.get("dir") ?? undefined,
    cursor: params.get("cursor") ?? undefined,
    limit: params.get("limit") ?? undefined,
  });
  const since = createdSince === undefined ? {} : { createdSince: now - weekMs };
  return { ...query, ...since, direction: direction ?? (query.sort === "updated" ? "desc" : "asc") };
}

function gapFilter(name: string): string[] {
  const text = parseAddressedText(name);
  return text ? [writeTextFilter({ state: "missing", text })] : [];
}

/** The way back; the shop and the target are not part of an address. */
export function productQueryParams(query: Omit<ProductQuery, "shop" | "target">): URLSearchParams {
  const params = new URLSearchParams();
  if (query.search) params.set("q", query.search);
  const lists = { status: query.status, state: query.contentState, vendor: query.vendor, type: query.productType, tag: query.tag, collection: query.collection, missing: query.missing }; // biome-ignore format: name to list
  for (const [name, list] of Object.entries(lists)) for (const value of list ?? []) params.append(name, value);
  for (const { state, text } of query.texts ?? []) {
    if (state === "missing") params.append("gap", text);
    else params.append("texts", writeTextFilter({ state, text }));
  }
  if (query.sale) params.set("sale", query.sale);
  if (query.createdSince) params.set("new", "week");
  if (query.outdated) params.set("outdated", "1");
  if (query.findings) params.set("findings", String(query.findings));
  if (query.job) params.set("job", query.job);
  if (query.includeGone) params.set("gone", "1");
  params.set("sort", query.sort);
  params.set("dir", query.direction);
  if (query.limit !== 50) params.set("limit", String(query.limit));
  if (query.cursor) params.set("cursor", query.cursor);
  return params;
}
