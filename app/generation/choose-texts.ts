import { z } from "zod";
import { namedImages } from "../catalog/image-alts.ts";
import { missingTexts } from "../catalog/live-texts.ts";
import type { Product } from "../catalog/product.ts";
import { targetPlaceOf } from "../catalog/target-place.ts";
import { textsAt } from "../catalog/target-texts.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import type { StoredFacts } from "../db/schema/index.ts";
import type { ItemContext } from "../jobs/task.ts";
import { productIdSchema } from "../lib/brand.ts";
import { listContentTypes, typeNamed } from "../rules/content-types/list-content-types.ts";
import { configNameOf, imageAlt, isImageAlt } from "../texts/slot.ts";
import { storeTarget } from "../texts/target.ts";
import { altsToWrite } from "../versions/alts-to-write.ts";
import { imagesFor } from "../versions/published-texts.ts";
import { readWaitingTexts } from "../versions/waiting-texts.ts";
import type { GeneratePayload } from "./jobs.ts";

/**
 * The texts that an item is about, by name: those that were asked for and that the shop still has, of images those that the
 * product has; or of these only the ones that it lacks when it is its turn.
 */
export async function chooseTexts(
  deps: { db: Db },
  item: Pick<ItemContext, "shop" | "jobId" | "seq" | "checkpoint" | "saveCheckpoint">,
  payload: GeneratePayload,
  product: Product,
): Promise<string[]> {
  // A type may have been removed since the job was made.
  const types = await deps.db.do(listContentTypes(item.shop));
  const ofTarget = { shop: item.shop, productId: product.id, target: storeTarget(payload.locale) };
  const images = await deps.db.do(imagesFor({ ...ofTarget, images: product.facts.images }));
  const names = textsOfProduct(payload, images);
  const wanted = payload.onlyMissing ? await missingOnly(deps, item, payload, { product, names }) : names;
  return wanted.filter((name) => typeNamed(types, name));
}

/** The names of the texts of one product: `image_alt` means its images. */
function textsOfProduct({ contentTypes, allImages }: GeneratePayload, images: StoredFacts["images"]): string[] {
  const open = altsToWrite(images, { allImages }).map(({ contentType }) => contentType);
  const there = new Set(namedImages(images).map(({ contentType }) => contentType));
  const all = contentTypes.flatMap((name) => (name === imageAlt ? open : [name]));
  return [...new Set(all)].filter((name) => !isImageAlt(name) || there.has(name));
}

const askedSchema = z.object({ contentTypes: z.array(z.string()) });

/**
 * The texts that the product lacks when it is its turn, without those that somebody wrote meanwhile. A request that may wait
 * for hours is not changed under way: its answer is paid.
 */
async function missingOnly(
  deps: { db: Db },
  { shop, jobId, seq: itemSeq, checkpoint, saveCheckpoint }: Parameters<typeof chooseTexts>[1],
  payload: GeneratePayload,
  { product, names }: { product: Product; names: readonly string[] },
): Promise<string[]> {
  const asked = askedSchema.safeParse(checkpoint);
  if (asked.success) return asked.data.contentTypes;
  const { id } = product;
  const target = storeTarget(payload.locale);
  const { missing: bits } = textsAt(await deps.db.do(targetPlaceOf(shop, target)), product);
  const missing = missingTexts(bits, await deps.db.do(readTextPlaces(shop)));
  const productIds = [productIdSchema.parse(id)];
  const except = { jobId, itemSeq };
  const waiting = (await deps.db.do(readWaitingTexts({ shop, productIds, target, except }))).get(id);
  const contentTypes = names.filter((name) => missing.has(configNameOf(name)) && !waiting?.has(name));
  if (payload.lane === "batch") await saveCheckpoint({ contentTypes });
  return contentTypes;
}
