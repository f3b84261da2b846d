import { isImageAlt } from "../catalog/image-alts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import { metafieldValueOf, textOfMetafield } from "../catalog/metafield-text.ts";
import type { TextPlace } from "../catalog/text-places.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { adminError } from "../shopify/admin-errors.ts";
import {
  deleteMetafields,
  type ProductTextsInput,
  setMetafields,
  updateProductTexts,
} from "../shopify/operations/index.ts";
import { fieldTexts } from "./read-live-texts.ts";
import { writeImageAlts } from "./write-image-alts.ts";

export interface FieldWrite {
  contentType: string;
  /** null = take the text away */
  sent: TextBody | null;
}

/** What Shopify said to one field. `stale`: somebody changed it since it was read. */
export type FieldAnswer =
  | { kind: "answered"; answered: TextBody | null }
  | { kind: "refused"; message: string }
  | { kind: "stale" };

export type FieldAnswers = Map<string, FieldAnswer>;

export interface TextsToWrite {
  gid: string;
  fields: readonly FieldWrite[];
  places: readonly TextPlace[];
  /** by content type: digest of its metafield as it was read; absent = there was none */
  digests: ReadonlyMap<string, string>;
  /** runs just before each call that changes the shop, and may stop it by throwing */
  beforeCall(): Promise<void>;
}

/**
 * Sends texts to one product, only the fields given: metafields first, since only they can be guarded by a digest.
 * @throws whatever `beforeCall` and the Admin API throw; what was sent until then is to be read again
 */
export async function writeTexts(admin: AdminApi, input: TextsToWrite): Promise<FieldAnswers> {
  const answers: FieldAnswers = new Map();
  const placeOf = new Map(input.places.map((place) => [place.contentType, place]));
  const own: FieldWrite[] = [];
  const alts: FieldWrite[] = [];
  const emptied: TextPlace[] = [];
  for (const field of input.fields) {
    const { contentType, sent } = field;
    const place = placeOf.get(contentType);
    if (isImageAlt(contentType)) alts.push(field);
    else if (!place) own.push(field);
    else if (sent === null || sent.length === 0) emptied.push(place);
    else {
      await input.beforeCall();
      answers.set(contentType, await setOne(admin, input, place, sent));
    }
  }
  if (emptied.length > 0) {
    await input.beforeCall();
    for (const [contentType, answer] of await deleteAll(admin, input.gid, emptied)) answers.set(contentType, answer);
  }
  if (own.length > 0) {
    await input.beforeCall();
    for (const [contentType, answer] of await writeFields(admin, input.gid, own)) answers.set(contentType, answer);
  }
  for (const [contentType, answer] of await writeImageAlts(admin, alts, input.beforeCall)) {
    answers.set(contentType, answer);
  }
  return answers;
}

async function writeFields(admin: AdminApi, gid: string, fields: readonly FieldWrite[]): Promise<FieldAnswers> {
  const { productUpdate } = await admin.run(updateProductTexts, { product: productInput(gid, fields) });
  const refusal = productUpdate.userErrors.map((error) => error.message).join(" ");
  const { product } = productUpdate;
  if (!product && refusal === "")
    throw adminError("shopify_bad_answer", "the update answered neither a product nor an error");
  const answered: LiveTexts | undefined = product ? fieldTexts(product) : undefined;
  return new Map(
    fields.map(({ contentType }): [string, FieldAnswer] => [
      contentType,
      refusal !== "" || !answered
        ? { kind: "refused", message: refusal }
        : { kind: "answered", answered: answered[contentType] ?? null },
    ]),
  );
}

function productInput(gid: string, fields: readonly FieldWrite[]): ProductTextsInput {
  const input: ProductTextsInput = { id: gid };
  for (const { contentType, sent } of fields) {
    // An empty string takes the text away; null would be "no change".
    const text = typeof sent === "string" ? sent : "";
    if (contentType === "title") input.title = text;
    if (contentType === "desc") input.descriptionHtml = text;
    if (contentType === "seo_title") input.seo = { ...input.seo, title: text };
    if (contentType === "seo_desc") input.seo = { ...input.seo, description: text };
  }
  return input;
}

/** One call for each: several in one are refused together when one of them is stale. */
async function setOne(
  admin: AdminApi,
  { gid, digests }: TextsToWrite,
  place: TextPlace,
  sent: TextBody,
): Promise<FieldAnswer> {
  const { contentType, namespace, key, type } = place;
  const value = metafieldValueOf(type, sent);
  const { metafieldsSet } = await admin.run(setMetafields, {
    metafields: [{ ownerId: gid, namespace, key, type, value, compareDigest: digests.get(contentType) ?? null }],
  });
  const stale = metafieldsSet.userErrors.some((error) => error.code === "STALE_OBJECT");
  if (stale) return { kind: "stale" };
  const [refusal] = metafieldsSet.userErrors;
  if (refusal) return { kind: "refused", message: refusal.message };
  const stored = metafieldsSet.metafields?.[0];
  if (!stored) throw adminError("shopify_bad_answer", "metafieldsSet answered neither a metafield nor an error");
  return { kind: "answered", answered: textOfMetafield(type, stored) };
}

async function deleteAll(admin: AdminApi, gid: string, places: readonly TextPlace[]): Promise<FieldAnswers> {
  const { metafieldsDelete } = await admin.run(deleteMetafields, {
    metafields: places.map(({ namespace, key }) => ({ ownerId: gid, namespace, key })),
  });
  const [refusal] = metafieldsDelete.userErrors;
  const answer: FieldAnswer = refusal
    ? { kind: "refused", message: refusal.message }
    : { kind: "answered", answered: null };
  return new Map(places.map(({ contentType }) => [contentType, answer]));
}
