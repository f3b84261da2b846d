import type { LiveTexts } from "../../catalog/live-texts.ts";
import { readMetafieldPlaces, type TextPlace } from "../../catalog/text-places.ts";
import { sourceDigest } from "../../catalog/translations/source-digest.ts";
import {
  bodyOfValue,
  formOfContentType,
  formOfType,
  type TextForm,
  valueOfBody,
} from "../../catalog/translations/text-form.ts";
import { keyOfSlot, slotOfKey, type TranslatableKey } from "../../catalog/translations/translatable-key.ts";
import type { Db } from "../../db/open.ts";
import type { ShopTranslation, TextBody, TranslatableText } from "../../db/schema/index.ts";
import type { Clock } from "../../lib/clock.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import {
  maxTranslatables,
  maxTranslationTargets,
  readProductTexts,
  readTranslations,
  type TranslatableNode,
  type TranslationNode,
  textMetafieldOf,
  translationsAt,
} from "../../shopify/operations/index.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import { ofProduct, slotNamed } from "../../texts/slot.ts";
import type { TargetColumns } from "../../texts/target.ts";
import type { Sources } from "../plan-write-back.ts";
import type { Live, LiveInput } from "../writer.ts";

/** What the shop holds of a product's texts in one language and market at this moment. */
export interface LiveTranslations extends Live {
  sources: Sources;
  /** by the name of the slot: where it is translated, the value there, and the digest that a translation has to name */
  keys: ReadonlyMap<string, TranslatableKey & { digest: string; source: string }>;
  /** how each is stored */
  forms: ReadonlyMap<string, TextForm>;
  /** as they are mirrored, by the name of the slot; what was read and is not there is null */
  rows: ReadonlyMap<string, ShopTranslation | null>;
  /** by the name of the slot: the originals of what was read, as Shopify has them now; null = none */
  found: ReadonlyMap<string, TranslatableText | null>;
  /** before Shopify was asked, in epoch ms */
  readAt: number;
}

export interface ReadInput extends LiveInput {
  target: TargetColumns;
  isPrimaryLocale: boolean;
  /** of a market: the ids of those whose texts it shows where it has none of its own, the nearest first */
  parents: readonly string[];
  /** names of the slots that matter; other texts of the same resources are read with them */
  names: readonly string[];
}

/**
 * Reads the translations of some texts of a product, with the digests of their sources, published languages or not.
 * @returns null when the product is gone. @throws OperationalError as AdminApi
 */
export async function readLiveTranslations(
  { db, clock }: { db: Db; clock: Clock },
  admin: AdminApi,
  input: ReadInput,
  options: { signal?: AbortSignal } = {},
): Promise<LiveTranslations | null> {
  const { shop, productId, gid, target, names } = input;
  const readAt = clock.now();
  const metafields = await db.do(readMetafieldPlaces(shop));
  const asked = metafields.filter(({ contentType }) => names.includes(contentType));
  const gids = new Map<string, string>();
  if (asked.length > 0) {
    const { product } = await admin.run(readProductTexts(asked), { id: gid }, options);
    if (!product) return null;
    for (const { contentType } of asked) {
      const id = textMetafieldOf(product, contentType)?.id;
      if (id !== undefined) gids.set(contentType, id);
    }
  }
  const keyOf = new Map(names.map((name) => [name, keyOfSlot(name, { product: gid, metafields: gids })]));
  // What is no product may stand for several resources: each text says which of them is gone.
  const own = kindOfOwner(productId) === null ? [gid] : [];
  const ids = [...new Set([...own, ...[...keyOf.values()].flatMap((key) => (key ? [key.resourceId] : []))])];
  const nodes = await readAll(admin, ids, targetsRead(input), options);
  if (!own.every((id) => nodes.has(id))) return null;
  const nameOfGid = new Map([...gids].map(([name, id]) => [id, name]));
  const read = emptyReading(metafields);
  for (const found of nodes.values()) {
    const { resourceId } = found.node;
    take(read, found, (key) => slotOfKey({ resourceId, key }, nameOfGid), input);
  }
  for (const [name, key] of keyOf) {
    read.texts[name] ??= null;
    if (!read.rows.has(name)) read.rows.set(name, null);
    if (!key || nodes.has(key.resourceId)) continue;
    // A content type's metafield was read beside: it is there, and cannot be translated (yet).
    if (slotNamed(name).resource === ofProduct) read.notTranslatable.add(name);
    else read.goneImages.add(name);
  }
  const { outdated, digests, inherited, inheritsSource, above, notTranslatable, places: _, ...live } = read;
  const general = { inherited: target.market === "" ? null : inherited, inheritsSource, above };
  const sources = { outdated, digests, notTranslatable, ...general };
  return { ...live, readAt, sources };
}

/**
 * A market's text is compared with what is read there without one: that of the nearest market above that has one, the
 * language's, and where that is none the source.
 */
function targetsRead({ target: { locale, market }, isPrimaryLocale, parents }: ReadInput) {
  if (market === "") return [{ locale, market }];
  const general = isPrimaryLocale ? [] : [""];
  return [market, ...parents, ...general].map((one) => ({ locale, market: one }));
}

/** A resource, and its translations for each target that was read. */
interface ReadNode {
  node: TranslatableNode;
  rows: TranslationNode[][];
}

async function readAll(
  admin: AdminApi,
  ids: readonly string[],
  targets: Parameters<typeof readTranslations>[0],
  options: { signal?: AbortSignal },
): Promise<Map<string, ReadNode>> {
  const nodes = new Map<string, ReadNode>();
  for (let from = 0; from < ids.length; from += maxTranslatables) {
    const chunk = ids.slice(from, from + maxTranslatables);
    for (let first = 0; first < targets.length; first += maxTranslationTargets) {
      const some = targets.slice(first, first + maxTranslationTargets);
      const { translatableResourcesByIds } = await admin.run(readTranslations(some), { ids: chunk }, options);
      for (const node of translatableResourcesByIds.nodes) {
        const rows = some.map((_, at) => translationsAt(node, at));
        nodes.set(node.resourceId, { node, rows: [...(nodes.get(node.resourceId)?.rows ?? []), ...rows] });
      }
    }
  }
  return nodes;
}

function emptyReading(places: readonly TextPlace[]) {
  return {
    forms: new Map<string, TextForm>(),
    found: new Map<string, TranslatableText | null>(),
    texts: {} as Record<string, TextBody | null>,
    rows: new Map<string, ShopTranslation | null>(),
    keys: new Map<string, TranslatableKey & { digest: string; source: string }>(),
    digests: new Map<string, readonly string[]>(),
    outdated: new Set<string>(),
    goneImages: new Set<string>(),
    notTranslatable: new Set<string>(),
    inheritsSource: new Set<string>(),
    inherited: {} as Record<string, TextBody | null> satisfies LiveTexts,
    above: {} as Record<string, TextBody | null> satisfies LiveTexts,
    keepsRepeats: true as const,
    places,
  };
}

function take(
  read: ReturnType<typeof emptyReading>,
  { node, rows }: ReadNode,
  nameOfKey: (key: string) => string | null,
  { target, isPrimaryLocale, parents }: ReadInput,
): void {
  const { resourceId, translatableContent } = node;
  const { places } = read;
  const byKey = (some: readonly TranslationNode[] = []) => new Map(some.map((row) => [row.key, row]));
  const own = byKey(rows[0]);
  const ofParents = rows.slice(1, 1 + parents.length).map(byKey);
  const general = byKey(rows[1 + parents.length]);
  const sources = new Map(translatableContent.map((content) => [content.key, content]));
  for (const key of new Set([...sources.keys(), ...own.keys()])) {
    const name = nameOfKey(key);
    if (name === null) continue;
    const source = sources.get(key);
    const row = own.get(key);
    const form = formOf(name, source?.type, places);
    read.forms.set(name, form);
    read.found.set(name, source?.value?.trim() ? { value: source.value, type: source.type } : null);
    read.texts[name] = bodyOf(form, row?.value);
    read.rows.set(name, row?.value ? rowOf({ ...row, value: row.value }, source?.digest) : null);
    if (row?.value && row.outdated) read.outdated.add(name);
    if (!source?.value || !source.digest) continue;
    read.keys.set(name, { resourceId, key, digest: source.digest, source: source.value });
    read.digests.set(name, digestsOf(form, { value: source.value, digest: source.digest }));
    if (target.market === "") continue;
    const nearest = ofParents.find((one) => one.get(key)?.value)?.get(key);
    if (nearest) read.above[name] = bodyOf(form, nearest.value);
    const translated = isPrimaryLocale ? source.value : general.get(key)?.value;
    if (!translated) read.inheritsSource.add(name);
    read.inherited[name] = bodyOf(form, translated || source.value);
  }
}

function formOf(name: string, type: string | undefined, places: readonly TextPlace[]): TextForm {
  const isContentType = slotNamed(name).resource === ofProduct;
  return (!isContentType && type !== undefined ? formOfType(type) : null) ?? formOfContentType(name, places);
}

function bodyOf(form: TextForm, value: string | null | undefined): TextBody | null {
  return value ? bodyOfValue(form, value) : null;
}

/** Of the value as Shopify stores it, and of the same text as we would write it, which is all that is known between two readings. */
function digestsOf(form: TextForm, { value, digest }: { value: string; digest: string }): string[] {
  const body = bodyOfValue(form, value);
  return [...new Set([digest, ...(body === null ? [] : [sourceDigest(valueOfBody(form, body))])])];
}

function rowOf(row: TranslationNode & { value: string }, digest: string | null | undefined): ShopTranslation {
  const { value, outdated } = row;
  const updatedAt = row.updatedAt ? Date.parse(row.updatedAt) : null;
  return { value, outdated: outdated && Boolean(digest), updatedAt, ...(outdated || !digest ? {} : { of: digest }) };
}
