import { primaryTargetOf } from "../catalog/read-primary-target.ts";
import { readMetafieldPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import type { WrittenField } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { readImageAlts } from "../shopify/operations/index.ts";
import { imageGidOf, isImageAlt } from "../texts/slot.ts";
import { readApproved } from "../versions/read-approved.ts";
import { nameOf } from "./field-write.ts";
import { type LiveProduct, readLiveTexts } from "./read-live-texts.ts";
import type { LiveInput } from "./writer.ts";

const maxIds = 250;

const fieldsSql = `SELECT fields FROM write_backs
  WHERE shop = @shop AND product_id = @productId AND writer = 'product' AND (state = 'writing' OR id = @writeBackId)`;

/**
 * The live value at this moment of every text of a product that is or may be written. The alt texts of its other
 * images are not read. @returns null when the product is gone. @throws OperationalError as AdminApi
 */
export async function readLiveProduct(
  deps: { db: Db },
  admin: AdminApi,
  { shop, productId, gid, writeBackId = "" }: LiveInput,
  options: { signal?: AbortSignal } = {},
): Promise<LiveProduct | null> {
  const names = await deps.db.do(altsToRead({ shop, productId, writeBackId }));
  const live = await readLiveTexts(admin, gid, await deps.db.do(readMetafieldPlaces(shop)), options);
  if (live === null || names.length === 0) return live;
  const texts: Record<string, string | null> = {};
  const goneImages = new Set<string>();
  for (let from = 0; from < names.length; from += maxIds) {
    const chunk = names.slice(from, from + maxIds).map((name) => ({ name, id: imageGidOf(name) }));
    const { nodes } = await admin.run(readImageAlts, { ids: chunk.map(({ id }) => id) }, options);
    const found = new Map(nodes.flatMap((node) => (node === null ? [] : [[node.id, node.alt || null]])));
    for (const { name, id } of chunk) {
      texts[name] = found.get(id) ?? null;
      if (!found.has(id)) goneImages.add(name);
    }
  }
  return { ...live, texts: { ...live.texts, ...texts }, goneImages };
}

/** The alt texts that may be written now, and those of writes that are open or are to be undone. */
function* altsToRead({ shop, productId, writeBackId }: Omit<Required<LiveInput>, "gid">): Steps<string[]> {
  const target = yield* primaryTargetOf(shop);
  const approved = yield* readApproved({ shop, productId, target });
  const rows = yield* all<{ fields: string }>(fieldsSql, { shop, productId, writeBackId });
  const written = rows.flatMap(({ fields }) => JSON.parse(fields) as WrittenField[]);
  const names = [...approved.map(({ contentType }) => contentType), ...written.map(nameOf)];
  return [...new Set(names.filter(isImageAlt))];
}
