import type { TFunction } from "i18next";
import type english from "../../i18n/en/marks.ts";

type Names = keyof typeof english.fact;

/** What the app itself calls a fact, by where it stands; all others have the name that the shop gave them. */
const byPath: Record<string, Names> = {
  title: "title",
  vendor: "vendor",
  product_type: "product_type",
  category: "category",
  "variants.title": "variant",
  "variants.price": "price",
  "variants.shipping_weight": "shipping_weight",
  "variants.sku": "sku",
  "variants.barcode": "barcode",
  "said.Claim": "claim",
  "said.Keyword": "keyword",
  "said.Disclaimer": "disclaimer",
  "said.Addition": "addition",
  "said.Note": "note",
};

/** Of texts and tags there are several, counted behind a point; a tag may name what it says. */
const counted: Record<string, { name: string; key: Names }> = {
  description: { name: "Description", key: "description" },
  images: { name: "Image", key: "image" },
  tags: { name: "Tag", key: "tag" },
};

/** A fact's name in the reader's language. The stored one is what models and checks read: English where the app gave it. */
export function factName(t: TFunction<"marks">, { path, name }: { path: string; name: string }): string {
  const [first = "", second = ""] = path.split(".");
  const list = counted[first];
  if (list) return list.name === name ? t(`fact.${list.key}`) : name;
  const key = byPath[path] ?? (first === "said" ? byPath[`said.${second}`] : undefined);
  return key ? t(`fact.${key}`) : name;
}

/**
 * A fact as evidence keeps it, `Title: Linen shirt`, with its name in the reader's language.
 * @param backing.path absent on texts of earlier releases
 */
export function factWords(t: TFunction<"marks">, { path, fact }: { path?: string | undefined; fact: string }): string {
  const end = fact.indexOf(": ");
  if (path === undefined || end < 0) return fact;
  return `${factName(t, { path, name: fact.slice(0, end) })}${fact.slice(end)}`;
}
