import { barcodesOf } from "../../catalog/barcodes.ts";
import { isDefaultPair } from "../../catalog/default-option.ts";
import type { ProductFacts } from "../../catalog/facts.ts";
import { isNoValue } from "../language/no-value.ts";
import { sentencesOfLine } from "./description-sentences.ts";
import type { Fact, FactKind, Tier } from "./fact.ts";
import { unusableWords } from "./unusable-words.ts";

/** A word of the merchant that counts as a fact. */
export interface Said {
  /** what it is, e.g. `Claim`, `Keyword`, `Note` */
  name: string;
  value: string;
}

/** A fact with what its statements are read from. */
export interface ListedFact {
  fact: Fact;
  /** each value by itself: those of an option, of prices, of codes; else the fact's value */
  values: readonly string[];
}

/** Longer lists of values are cut where people read them; what they state is read of all. */
const maxShownValues = 60;

/**
 * Everything that is known of a product, in reading order: what describes it first, codes last. An option is one fact with all
 * its values, and so are prices and codes; each sentence or line of the description is one, but for those that are named
 * attributes already.
 * @param said the merchant's own words beside the product's data: claims, keywords, notes, additions
 */
export function listFacts(product: ProductFacts, said: readonly Said[] = []): ListedFact[] {
  const list = new FactList();
  list.add({ path: "title", name: "Title", value: product.title, kind: "title", tier: 2 });
  list.add({ path: "vendor", name: "Brand", value: vendorOf(product), kind: "vendor", tier: 2 });
  list.add({ path: "product_type", name: "Product type", value: product.productType, kind: "product_type", tier: 2 });
  list.add({ path: "category", name: "Category", value: product.category ?? "", kind: "category", tier: 2 });
  for (const { name, values } of product.options) {
    const [only = "", ...more] = values;
    if (more.length === 0 && isDefaultPair(name, only)) continue;
    list.add({ path: `options.${name}`, name, value: shown(values), kind: "option", tier: 1 }, values);
  }
  for (const { name, value, source } of product.attributes) {
    const path = `attributes.${name}`;
    list.add({ path, name, value, kind: "attribute", tier: tierOf(source), ...(source ? { source } : {}) });
  }
  for (const { name, value } of said) {
    list.add({ path: `said.${name}`, name, value, kind: "merchant", tier: 1, source: "merchant" });
  }
  addDescription(list, product);
  for (const tag of product.tags) {
    const [name, value] = namedTag(tag);
    list.add({ path: "tags", name, value, kind: "tag", tier: 2 });
  }
  for (const { alt } of product.images) {
    list.add({ path: "images", name: "Image", value: alt ?? "", kind: "image", tier: 2 });
  }
  addVariants(list, product);
  for (const { path, name, words, reason } of product.machineWords ?? []) {
    const kind = kinds[path] ?? "attribute";
    list.add({ path: `unusable.${path}`, name, value: words, kind, tier: 3, unusable: reason });
  }
  return list.facts;
}

const kinds: Readonly<Record<string, FactKind>> = {
  ...{ title: "title", vendor: "vendor", description: "description", tags: "tag", images: "image" },
};

class FactList {
  readonly facts: ListedFact[] = [];
  readonly #paths = new Map<string, number>();

  add({ path, ...fact }: Omit<Fact, "id">, values?: readonly string[]): void {
    const value = fact.value.trim();
    if (value === "") return;
    const count = (this.#paths.get(path) ?? 0) + 1;
    this.#paths.set(path, count);
    const known: Fact = {
      id: `f${this.facts.length + 1}`,
      path: count > 1 || lists.has(path) ? `${path}.${count}` : path,
      ...fact,
      value,
    };
    const unusable = fact.unusable ?? unusableWords(known);
    this.facts.push({ fact: unusable ? { ...known, unusable } : known, values: values ?? [value] });
  }
}

/** Facts without a name of their own are counted from 1. */
const lists = new Set(["description", "tags", "images"]);

function tierOf(source: string | undefined): Tier {
  if (source === undefined || source === "merchant") return 1;
  return source === "description" ? 2 : 3;
}

/** `Material:Cotton` and `Farbe: Blau` name what they say; an address does not. */
function namedTag(tag: string): [name: string, value: string] {
  const [, name = "", value = ""] = /^\s*(\p{L}[^:：\n]{0,39}?)\s*[:：](?!\/\/)\s*(\S.*)$/u.exec(tag) ?? [];
  return value === "" ? ["Tag", tag] : [name, value];
}

/** Sentences and lines, each once, without those that an attribute was read from. */
function addDescription(list: FactList, { attributes, descriptionText }: ProductFacts): void {
  const named = new Set<string>();
  for (const { name, value, source } of attributes) {
    if (source !== "description") continue;
    for (const line of [`${name} ${value}`, `${name}: ${value}`, name, value]) named.add(keyOf(line));
  }
  for (const line of new Set(descriptionText.split("\n"))) {
    if (isHeading(line) || (named.size > 0 && named.has(keyOf(line)))) continue;
    for (const value of sentencesOfLine(line)) {
      list.add({
        path: "description",
        name: "Description",
        value,
        kind: "description",
        tier: 2,
        source: "description",
      });
    }
  }
}

/** "Unknown" is the name of no brand. */
function vendorOf({ vendor }: ProductFacts): string {
  return isNoValue(vendor) ? "" : vendor;
}

/** Lines that say what comes below them, and nothing of the product. */
const headings: ReadonlySet<string> = new Set(
  [
    "details|product details|care|care instructions|features|key features|description|product description|specifications|specs|materials|ingredients|dimensions|overview|highlights|what's included|in the box|shipping|size guide|good to know|about",
    "produktdetails|pflege|pflegehinweise|eigenschaften|merkmale|beschreibung|produktbeschreibung|technische daten|inhaltsstoffe|zutaten|abmessungen|maße|lieferumfang|versand|gut zu wissen",
    "détails|entretien|caractéristiques|composition|ingrédients|description du produit|livraison",
    "detalles|cuidados|características|descripción|especificaciones|ingredientes|composición|medidas|envío",
    "dettagli|cura|caratteristiche|descrizione|specifiche|ingredienti|composizione|spedizione",
    "verzorging|kenmerken|eigenschappen|beschrijving|productbeschrijving|specificaties|ingrediënten|afmetingen|materiaal|verzending",
    "detalhes|descrição|especificações|composição|medidas|envio",
    "szczegóły|pielęgnacja|cechy|opis|specyfikacja|składniki|wymiary",
    "detaljer|skötsel|egenskaper|beskrivning|beskrivelse|specifikationer|specifikasjoner|pleje|vedlikehold|mått|mål",
    "詳細|お手入れ|特徴|商品説明|仕様|素材|成分|サイズ|产品详情|详情|规格|特点|保养|商品詳情|規格|상세정보|특징|제품 설명|사양|소재",
  ].flatMap((words) => words.split("|")),
);

function isHeading(line: string): boolean {
  return (
    line.length <= longestHeading &&
    headings.has(
      line
        .toLowerCase()
        .replace(/[\s:：.]+$/u, "")
        .trim(),
    )
  );
}

const longestHeading = 30;

/** Labels differ by their colon and by white space only. */
function keyOf(line: string): string {
  return line.replace(/[\s:：]+/gu, " ").trim();
}

function addVariants(list: FactList, { variants, options, currency }: ProductFacts): void {
  const add = (path: string, name: string, kind: FactKind, values: readonly string[], value = shown(values)) =>
    list.add({ path: `variants.${path}`, name, value, kind, tier: 1 }, values);
  // A variant's title is put together of its options' values; without options it is all that tells variants apart.
  if (options.length === 0 && variants.length > 1) {
    add("title", "Variant", "variant", distinct(variants.map(({ title }) => title)));
  }
  const prices = distinct(variants.map(({ price }) => price)).sort((a, b) => Number(a) - Number(b));
  const priced = prices.map((price) => (currency === undefined ? price : `${price} ${currency}`));
  add(
    "price",
    "Price",
    "price",
    priced,
    priced.length > mostPrices ? `${priced[0]} – ${priced.at(-1)}` : shown(priced),
  );
  const weights = distinct(variants.map(({ weightGrams }) => (weightGrams ? weightOf(weightGrams) : null)));
  add("shipping_weight", "Shipping weight", "shipping_weight", weights);
  add("sku", "SKU", "code", distinct(variants.map(({ sku }) => sku)));
  add("barcode", "Barcode", "code", distinct(variants.flatMap(barcodesOf).map(({ value }) => value)));
}

/** Of more prices people read the lowest and the highest. */
const mostPrices = 6;

/** As people write it: `240 g`, `1.5 kg`. */
function weightOf(grams: number): string {
  return grams >= 1_000 ? `${grams / 1_000} kg` : `${grams} g`;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value.trim() !== ""))] as string[];
}

function shown(values: readonly string[]): string {
  const rest = values.length - maxShownValues;
  const list = values.slice(0, maxShownValues).join(", ");
  return rest > 0 ? `${list} … (+${rest})` : list;
}
