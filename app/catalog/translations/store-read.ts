import type { ShopTranslation, StoredFacts, TextBody } from "../../db/schema/index.ts";
import { all, manyOf, type Steps } from "../../db/steps.ts";
import { type TranslatableLine, type TranslationTarget, translationsAt } from "../../shopify/operations/index.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import { imageAlt, slotNamed } from "../../texts/slot.ts";
import { missingOfResource } from "../resources/missing-of-resource.ts";
import { keptTargetPlace } from "../target-place.ts";
import { textsAt, withTextsAt } from "../target-texts.ts";
import { readMetafieldPlaces, type TextPlace } from "../text-places.ts";
import { allMissing, missingOf, textsOf } from "./held-texts.ts";
import { withKnown } from "./known-row.ts";
import { type ProductParts, storedParts } from "./product-parts.ts";
import { formOfType } from "./text-form.ts";
import { slotOfKey } from "./translatable-key.ts";

/** The translations of one resource that were read: by the place of the target among those that were asked for, then by key. */
export type ReadResource = Readonly<Record<string, Readonly<Record<string, ShopTranslation>>>>;

/** @returns null when it has none for any of the targets. @throws ZodError */
export function readResource(node: TranslatableLine, targets: number): ReadResource | null {
  const read: Record<string, Record<string, ShopTranslation>> = {};
  let digests: Map<string, string> | undefined;
  // Addresses and files are no texts, and their originals are not kept. What has no original any more may have been one.
  const noTexts = new Set(
    node.translatableContent.flatMap(({ key, type }) => (type && formOfType(type) === null ? [key] : [])),
  );
  for (let at = 0; at < targets; at++) {
    const rows = translationsAt(node, at);
    if (rows.length === 0) continue;
    digests ??= new Map(
      node.translatableContent.flatMap(({ key, digest }) => (digest ? [[key, digest] as const] : [])),
    );
    const texts: Record<string, ShopTranslation> = {};
    for (const { key, value, outdated, updatedAt } of rows) {
      if (value === null || value === undefined || noTexts.has(key)) continue;
      const digest = digests.get(key);
      const of = outdated ? undefined : digest;
      // What has no source any more has nothing to be made from anew.
      const isOutdated = outdated && digest !== undefined;
      texts[key] = { ...(of === undefined ? {} : { of }), value, outdated: isOutdated, updatedAt: timeOf(updatedAt) };
    }
    if (Object.keys(texts).length > 0) read[at] = texts;
  }
  return Object.keys(read).length > 0 ? read : null;
}

function timeOf(iso: string | null | undefined): number | null {
  const time = Date.parse(iso ?? "");
  return Number.isNaN(time) ? null : time;
}

/** The `resourceId` without what all have in common. */
export function resourceName(gid: string): string {
  return gid.replace(/^gid:\/\/shopify\//, "");
}

export interface ReadBatch {
  shop: string;
  targets: readonly TranslationTarget[];
  /**
   * what was read of the products themselves, by id; null for one without translations. Of other resources, which come in
   * batches of their own, null: all of theirs is in `parts`
   */
  products: ReadonlyMap<string, ReadResource | null>;
  /** what was read of options, values, metafields and images, by resource; `staged`: it is in `import_translations` */
  parts: ReadonlyMap<string, ReadResource> | "staged" | "none";
  /** kinds of resources that were not read whole: what is kept of them stays */
  incomplete: ReadonlySet<string>;
  /** before Shopify was first asked for any of it, epoch ms: what was read later stays */
  asOf: number;
  /** keeps the time also of rows that did not change: an older reading may be under way */
  keepsTime?: boolean | undefined;
}

interface ProductRow {
  id: string;
  /** null for a resource that is no product */
  rowId: number | null;
  facts: string;
  contentState: "none";
  missing: number;
  otherTargets: string;
}

const productsSql = `SELECT id, row_id AS rowId, facts, content_state AS contentState, missing, other_targets AS otherTargets
  FROM products WHERE shop = ? AND id IN (SELECT value FROM json_each(?))`;
const resourcesSql = `SELECT id, NULL AS rowId, '{}' AS facts, content_state AS contentState, missing, other_targets AS otherTargets
  FROM text_resources WHERE shop = ? AND id IN (SELECT value FROM json_each(?))`;
const stagedSql = `SELECT resource, body FROM import_translations
  WHERE shop = ? AND resource IN (SELECT value FROM json_each(?))`;
const heldSql = `SELECT owner, locale, market, texts, read_at AS readAt FROM shop_translations
  WHERE shop = ? AND owner IN (SELECT value FROM json_each(?))`;
const putSql = `INSERT INTO shop_translations (shop, owner, locale, market, texts, read_at)
  VALUES (@shop, @owner, @locale, @market, @texts, @readAt)
  ON CONFLICT (shop, owner, locale, market) DO UPDATE SET texts = excluded.texts, read_at = excluded.read_at`;
const touchSql = `UPDATE shop_translations SET read_at = @readAt
  WHERE shop = @shop AND owner = @owner AND locale = @locale AND market = @market`;
const dropSql = `DELETE FROM shop_translations
  WHERE shop = @shop AND owner = @owner AND locale = @locale AND market = @market`;
const missingSql = "UPDATE products SET other_targets = @otherTargets WHERE row_id = @rowId AND shop = @shop";
const missingOfResourceSql =
  "UPDATE text_resources SET other_targets = @otherTargets WHERE shop = @shop AND id = @owner";

type Texts = Record<string, ShopTranslation>;

interface Place {
  owner: string;
  locale: string;
  market: string;
}

interface Row extends Place {
  texts: Texts;
}

/**
 * Keeps the translations of products, and of other resources with texts, as they were read: only rows that differ are written, and what the list of products knows
 * of missing texts is brought in step. What was taken away leaves its row without texts, so that a reading that began before
 * does not bring it back. Products that we do not hold are left out.
 * @returns of how many products, languages and markets the texts changed
 */
export function* storeRead(batch: ReadBatch): Steps<number> {
  const { shop, targets, asOf, keepsTime = false } = batch;
  const ids = JSON.stringify([...batch.products.keys()]);
  const owners = [...batch.products.keys()];
  const products = owners.every((owner) => kindOfOwner(owner) !== null)
    ? yield* all<ProductRow>(resourcesSql, [shop, ids])
    : yield* all<ProductRow>(productsSql, [shop, ids]);
  const parts = yield* storedParts(shop, [...batch.products.keys()]);
  const held = new Map<string, Row & { readAt: number }>();
  for (const row of yield* all<Omit<Row, "texts"> & { texts: string; readAt: number }>(heldSql, [shop, ids])) {
    held.set(placeKey(row), { ...row, texts: JSON.parse(row.texts) as Texts });
  }
  const owned = products.map((row) => {
    const { images = [] } = JSON.parse(row.facts) as Partial<StoredFacts>;
    return { row, images, parts: parts.get(row.id) ?? { texts: {}, metafields: {} } };
  });
  const read = yield* partsRead(batch, owned);
  const places = yield* readMetafieldPlaces(shop);
  const numbers = yield* targetNumbers(batch, [...batch.products.values(), ...read.values()], [...held.values()]);
  const put: Row[] = [];
  const touched: Place[] = [];
  const dropped: Place[] = [];
  const moved: { owner: string; rowId: number | null; otherTargets: string }[] = [];
  for (const product of owned) {
    const owner = product.row.id;
    const all = resourcesOf(product).flatMap(({ resource, names }) => {
      const found = read.get(resource);
      return found ? [{ names, found }] : [];
    });
    const own = batch.products.get(owner);
    if (own) all.push({ names: namesOf(`Product/${owner}`, product.parts), found: own });
    let { otherTargets } = product.row;
    for (const [at, target] of targets.entries()) {
      const { locale, market } = target;
      const known = held.get(placeKey({ owner, locale, market }));
      if (known && known.readAt > asOf) continue;
      const texts = composed(all, String(at), known?.texts, (name) =>
        batch.incomplete.has(kindOf(name, product.parts)),
      );
      const isEmpty = Object.keys(texts).length === 0;
      if (!isSame(known?.texts ?? {}, texts)) put.push({ owner, locale, market, texts });
      else if (known && keepsTime) touched.push({ owner, locale, market });
      // No reading is left that began before the texts were taken away.
      else if (known && isEmpty) dropped.push({ owner, locale, market });
      const place = numbers.get(at);
      if (place === undefined || (isEmpty && !known)) continue;
      const missing = kindOfOwner(owner)
        ? missingOfResource(product.parts.texts, texts)
        : isEmpty
          ? allMissing
          : missingOf(bodiesOf(texts, places, product.parts), { ...product, places: added(places) });
      const { contentState } = textsAt(place, { ...product.row, otherTargets });
      otherTargets = withTextsAt(otherTargets, place.number, { contentState, missing });
    }
    if (otherTargets !== product.row.otherTargets) moved.push({ owner, rowId: product.row.rowId, otherTargets });
  }
  yield* manyOf(putSql, put, (row) => ({ shop, ...row, texts: JSON.stringify(row.texts), readAt: asOf }));
  yield* manyOf(touchSql, touched, (row) => ({ shop, ...row, readAt: asOf }));
  yield* manyOf(dropSql, dropped, (row) => ({ shop, ...row }));
  const [ofProducts, ofResources] = [
    moved.filter(({ rowId }) => rowId !== null),
    moved.filter(({ rowId }) => rowId === null),
  ];
  yield* manyOf(missingSql, ofProducts, ({ rowId, otherTargets }) => ({ shop, rowId, otherTargets }));
  yield* manyOf(missingOfResourceSql, ofResources, ({ owner, otherTargets }) => ({ shop, owner, otherTargets }));
  return put.length;
}

function placeKey({ owner, locale, market }: Place): string {
  return `${owner} ${locale} ${market}`;
}

interface OwnedProduct {
  row: ProductRow;
  images: StoredFacts["images"];
  parts: ProductParts;
}

function* partsRead(
  { shop, parts }: ReadBatch,
  owned: readonly OwnedProduct[],
): Steps<ReadonlyMap<string, ReadResource>> {
  if (parts === "none") return new Map();
  if (parts !== "staged") return parts;
  const wanted = owned.flatMap((product) => resourcesOf(product).map(({ resource }) => resource));
  const rows = yield* all<{ resource: string; body: string }>(stagedSql, [shop, JSON.stringify(wanted)]);
  return new Map(rows.map(({ resource, body }) => [resource, JSON.parse(body) as ReadResource]));
}

/** What hangs on a product, each with the slots of its keys; the product itself is none of it. */
export function resourcesOf({ images, parts }: Pick<OwnedProduct, "images" | "parts">) {
  const names = new Set<string>(Object.values(parts.metafields));
  for (const name of Object.keys(parts.texts)) names.add(slotNamed(name).resource);
  for (const { id } of images) names.add(resourceName(id));
  for (const name of names) if (name.startsWith("Product/")) names.delete(name);
  return [...names].map((resource) => ({ resource, names: namesOf(resource, parts) }));
}

/** The slot of a resource's key. */
function namesOf(resource: string, { metafields }: ProductParts): (key: string) => string | null {
  const contentTypes = new Map(Object.entries(metafields).map(([name, of]) => [`gid://shopify/${of}`, name]));
  return (key) => slotOfKey({ resourceId: `gid://shopify/${resource}`, key }, contentTypes);
}

/** The kind of resource that holds a slot. */
function kindOf(name: string, { metafields }: ProductParts): string {
  if (Object.hasOwn(metafields, name)) return "Metafield";
  const { resource, field } = slotNamed(name);
  if (field === imageAlt) return "MediaImage";
  return resource === "product" ? "Product" : (resource.split("/")[0] ?? "");
}

/** The texts for one target, with what is known from before of those that were read as outdated. */
function composed(
  all: readonly { names: (key: string) => string | null; found: ReadResource }[],
  at: string,
  known: Texts | undefined,
  isIncomplete: (name: string) => boolean,
): Texts {
  const texts: Texts = {};
  for (const [name, text] of Object.entries(known ?? {})) if (isIncomplete(name)) texts[name] = text;
  for (const { names, found } of all) {
    for (const [key, text] of Object.entries(found[at] ?? {})) {
      const name = names(key);
      if (name === null) continue;
      texts[name] = withKnown(text, known?.[name]);
    }
  }
  return texts;
}

function isSame(a: Texts, b: Texts): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const [one, other] = [a[name], b[name]];
    return (
      one?.value === other?.value &&
      one?.outdated === other?.outdated &&
      one?.updatedAt === other?.updatedAt &&
      one?.of === other?.of &&
      one?.putBack === other?.putBack
    );
  });
}

/** The places of the targets that the list of products knows: of languages for all markets, where there is any text. */
function* targetNumbers({ shop, targets }: ReadBatch, read: readonly (ReadResource | null)[], held: readonly Place[]) {
  const numbers = new Map<number, { number: number; isPrimary: boolean }>();
  for (const [at, { locale, market }] of targets.entries()) {
    const isHeld = held.some((row) => row.locale === locale && row.market === market);
    if (market === "" && (isHeld || read.some((one) => one !== null && Object.hasOwn(one, String(at)))))
      numbers.set(at, yield* keptTargetPlace(shop, { locale, market, channel: "store" }));
  }
  return numbers;
}

/** The places that a product may lack a text of: of those that the shop added and did not remove again. */
function added(places: readonly TextPlace[]): TextPlace[] {
  return places.filter(({ contentType, bit }) => contentType !== "bullets" && bit !== 0);
}

function bodiesOf(texts: Texts, places: readonly TextPlace[], parts: ProductParts): ReadonlyMap<string, TextBody> {
  return textsOf(texts, places, parts.texts);
}
