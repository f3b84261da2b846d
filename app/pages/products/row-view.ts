import { productsWithFewFacts } from "../../catalog/count-facts.ts";
import type { ProductRow } from "../../catalog/list-products.ts";
import { outdatedProducts } from "../../catalog/outdated-products.ts";
import { primaryTargetOf } from "../../catalog/read-primary-target.ts";
import { targetPlaceOf } from "../../catalog/target-place.ts";
import { readTextPlaces } from "../../catalog/text-places.ts";
import { wantedMask } from "../../catalog/wanted-texts.ts";
import { missingBit } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { generateJob } from "../../generation/jobs.ts";
import { type LastItem, lastItems } from "../../jobs/last-items.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { findingTitleKey } from "../../ui/marks/finding-words.ts";
import type { FindingView, ProductRowView, TextsView } from "../../ui/products/product-view.ts";
import { type ListedFinding, type ListedTexts, textsOfList } from "../../versions/texts-of-list.ts";

interface Known {
  reader: string;
  /** names and labels of the texts that the shop wants, with their bits */
  wanted: { name: string; bit: number }[];
  texts: Map<string, ListedTexts>;
  last: Map<string, LastItem>;
  outdated: Set<string>;
  fewFacts: Set<string>;
}

/** What the lines of one page of the list show. @param reader who looks, as decisions keep it */
export function* rowViews(shop: ShopDomain, rows: readonly ProductRow[], reader: string): Steps<ProductRowView[]> {
  const ids = rows.map(({ id }) => id);
  const target = yield* primaryTargetOf(shop);
  const place = yield* targetPlaceOf(shop, target);
  const known: Known = {
    reader,
    wanted: yield* wantedTexts(shop),
    texts: yield* textsOfList(shop, ids, target),
    last: yield* lastItems({ shop, kind: generateJob.kind, subjects: ids }),
    outdated: new Set((yield* outdatedProducts({ shop, place, target }, ids)).map(({ id }) => id)),
    fewFacts: yield* productsWithFewFacts(shop, ids),
  };
  return rows.map((row) => rowView(row, known));
}

/** The texts that the shop wants, as the list names them: those that it added by their labels. */
function* wantedTexts(shop: ShopDomain): Steps<{ name: string; bit: number }[]> {
  const mask = yield* wantedMask(shop);
  const own = Object.entries(missingBit).map(([name, bit]) => ({ name, bit }));
  const added = (yield* readTextPlaces(shop)).map(({ label, bit }) => ({ name: label, bit }));
  return [...own, ...added].filter(({ bit }) => (bit & mask) !== 0);
}

function rowView(row: ProductRow, known: Known): ProductRowView {
  const { id, title, imageUrl, status, vendor, productType, contentState, updatedAt } = row;
  const findings = known.texts.get(id)?.findings ?? null;
  return {
    ...{ id, title, imageUrl, status, vendor, productType, contentState, updatedAt },
    gone: row.goneAt !== null,
    texts: textsView(row, known),
    missing: known.wanted.filter(({ bit }) => (row.missing & bit) !== 0).map(({ name }) => name),
    findings: findings?.slice(0, 2).map((one) => findingView(one, known.reader)) ?? null,
  };
}

function findingView(
  { code, kinds, count, blocks, keptBy }: NonNullable<ListedTexts["findings"]>[number],
  reader: string,
): FindingView {
  const tone = keptBy !== null ? "kept" : blocks ? "block" : "warn";
  return { code, kind: commonKind(code, kinds), count, tone, by: whoIs(keptBy, reader) };
}

/** The kind that gives all of them one name; null where only their code does. */
function commonKind(code: string, kinds: ListedFinding["kinds"]): ListedFinding["kinds"][number] {
  const [first = null, ...others] = kinds;
  const nameOf = (kind: typeof first) => findingTitleKey({ code, details: kind && { kind } });
  return others.every((kind) => nameOf(kind) === nameOf(first)) ? first : null;
}

function textsView(row: ProductRow, known: Known): TextsView {
  const texts = known.texts.get(row.id);
  const missing = known.wanted.filter(({ bit }) => (row.missing & bit) !== 0).map(({ name }) => name);
  if (texts && texts.conflicts.length > 0) {
    const { conflicts, drafts, published, publishedAt } = texts;
    return { kind: "conflict", texts: [...new Set(conflicts)], drafts, published, publishedAt };
  }
  if (texts && texts.drafts > 0) return { kind: "drafts", count: texts.drafts, excerpt: texts.excerpt };
  if (texts && texts.approved > 0) {
    const { approved, approvedBy, approvedAt } = texts;
    return { kind: "approved", count: approved, by: whoIs(approvedBy, known.reader), at: approvedAt };
  }
  const last = known.last.get(row.id);
  if (last?.status === "failed" && missing.length > 0) {
    return { kind: "not_written", attempts: last.attempts, reason: last.message };
  }
  if (known.outdated.has(row.id)) return { kind: "outdated", published: texts?.published ?? 0 };
  if (missing.length > 0) {
    const { rejected = false } = texts ?? {};
    return {
      kind: "missing",
      texts: missing,
      wanted: known.wanted.length,
      rejected,
      fewFacts: known.fewFacts.has(row.id),
    };
  }
  const origin = texts?.rejected
    ? "rejected"
    : row.contentState === "put_back" || row.contentState === "published"
      ? row.contentState
      : "store";
  return { kind: "live", byHand: texts?.byHand ?? [], origin };
}

/** Shopify tells apps no colleague's name. */
function whoIs(by: string | null, reader: string): "you" | "colleague" | null {
  if (by === null || by === "" || by === "user:unknown") return null;
  return by === reader ? "you" : "colleague";
}
