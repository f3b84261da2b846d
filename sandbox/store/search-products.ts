import { isInCollection } from "./collections.ts";
import type { ProductHead } from "./product-table.ts";
import type { ProductRecord } from "./records.ts";
import { parseSearch, type Search } from "./search-syntax.ts";
import type { ShopState } from "./shop-state.ts";

export type ProductTest = (head: ProductHead) => boolean;
type Term = Extract<Search, { kind: "term" }>;

/** Fields that need no record come first in a conjunction: a sweep by id or time makes only the records it returns. */
const cheap = new Set(["id", "created_at", "updated_at"]);

/** Compiles `products(query:)`. Unknown fields are ignored, as Shopify does (it answers a search warning). */
export function compileProductSearch(query: string | null | undefined, shop: ShopState): ProductTest | undefined {
  const tree = parseSearch(query ?? "");
  return tree.kind === "all" ? undefined : compile(tree, shop);
}

function compile(search: Search, shop: ShopState): ProductTest {
  switch (search.kind) {
    case "all":
      return () => true;
    case "not": {
      const inner = compile(search.part, shop);
      return (head) => !inner(head);
    }
    case "or": {
      const parts = search.parts.map((part) => compile(part, shop));
      return (head) => parts.some((part) => part(head));
    }
    case "and": {
      const rank = (part: Search) => (part.kind === "term" && part.field !== null && cheap.has(part.field) ? 0 : 1);
      const parts = [...search.parts].sort((a, b) => rank(a) - rank(b)).map((part) => compile(part, shop));
      return (head) => parts.every((part) => part(head));
    }
    case "term":
      return compileTerm(search, shop);
  }
}

function compileTerm(term: Term, shop: ShopState): ProductTest {
  const field = term.field;
  if (field === null) return freeText(term);
  if (field === "id") {
    const wanted = Number(term.value.replace(/^gid:\/\/shopify\/Product\//, ""));
    return (head) => compare(head.id, term.op, wanted);
  }
  if (field === "created_at" || field === "updated_at") {
    const wanted = parseTime(term.value, shop.now());
    if (wanted === undefined) return () => true;
    const key = field === "created_at" ? "createdAt" : "updatedAt";
    // Whole seconds, since the API never shows more: `>` of a shown time must not find the same product again.
    return (head) => compare(Math.floor(head[key] / 1000), term.op, Math.floor(wanted / 1000));
  }
  if (field === "tag_not") {
    const has = textTest({ ...term, field: "tag" }, (p) => p.tags);
    return (head) => !has(head.record());
  }
  const test = recordTest(term, shop);
  return test ? (head) => test(head.record()) : () => true;
}

function recordTest(term: Term, shop: ShopState): ((p: ProductRecord) => boolean) | undefined {
  switch (term.field) {
    case "status": {
      const wanted = term.value.toLowerCase().split(",");
      return (p) => wanted.includes(p.status.toLowerCase());
    }
    case "vendor":
      return textTest(term, (p) => [p.vendor]);
    case "product_type":
      return textTest(term, (p) => [p.productType]);
    case "tag":
      return textTest(term, (p) => p.tags);
    case "handle":
      return textTest(term, (p) => [p.handle]);
    case "sku":
      return textTest(term, (p) => p.variants.map((v) => v.sku ?? ""));
    case "barcode":
      return textTest(term, (p) => p.variants.flatMap((v) => v.barcodes.map(({ value }) => value)));
    case "title":
      return (p) => matchesWords(p.title, term);
    case "collection_id": {
      const collection = shop.collections.get(Number(term.value));
      return (p) => collection !== undefined && isInCollection(p, collection);
    }
    case "category_id":
      return (p) => p.categoryId === term.value;
    case "published_status":
      return (p) => (p.publishedAt !== null) === (term.value === "published");
    default:
      return undefined;
  }
}

function textTest(term: Term, read: (p: ProductRecord) => string[]): (p: ProductRecord) => boolean {
  const wanted = term.value.toLowerCase();
  if (term.value === "*") return (p) => read(p).some((text) => text !== "");
  return (p) =>
    read(p).some((text) => (term.prefix ? text.toLowerCase().startsWith(wanted) : text.toLowerCase() === wanted));
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every word of the value occurs, the last one as a prefix when it ended in `*`. */
function matchesWords(text: string, term: Term): boolean {
  const wanted = words(term.value);
  const given = words(text);
  return wanted.every((word, i) =>
    given.some((w) => (term.prefix && i === wanted.length - 1 ? w.startsWith(word) : w === word)),
  );
}

function freeText(term: Term): ProductTest {
  return (head) => {
    const p = head.record();
    const text = `${p.title} ${p.vendor} ${p.productType} ${p.tags.join(" ")} ${p.handle} ${p.variants.map((v) => [v.sku ?? "", ...v.barcodes.map(({ value }) => value)].join(" ")).join(" ")}`;
    return matchesWords(text, term);
  };
}

function compare(value: number, op: Term["op"], wanted: number): boolean {
  if (Number.isNaN(wanted)) return false;
  if (op === ">") return value > wanted;
  if (op === ">=") return value >= wanted;
  if (op === "<") return value < wanted;
  if (op === "<=") return value <= wanted;
  return value === wanted;
}

function parseTime(value: string, now: number): number | undefined {
  if (value === "now") return now;
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value);
  return Number.isNaN(at) ? undefined : at;
}
