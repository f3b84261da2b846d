import { metafieldValueOf, textOfMetafield } from "../catalog/metafield-text.ts";
import type { TextPlace } from "../catalog/text-places.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { adminError } from "../shopify/admin-errors.ts";
import { deleteMetafields, setMetafields } from "../shopify/operations/index.ts";
import { isImageAlt } from "../texts/slot.ts";
import type { FieldAnswer, FieldAnswers, FieldWrite } from "./field-write.ts";
import { writeImageAlts } from "./write-image-alts.ts";
import { writeProductFields } from "./write-product-fields.ts";

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
 * @param answers is filled as they come. @throws whatever `beforeCall` and the Admin API throw; a field that was sent and
 *   has no answer then is to be read again
 */
export async function writeTexts(admin: AdminApi, input: TextsToWrite, answers: FieldAnswers): Promise<void> {
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
  const { beforeCall } = input;
  if (own.length > 0) await writeProductFields(admin, input.gid, own, { answers, beforeCall });
  if (alts.length > 0) await writeImageAlts(admin, alts, { answers, beforeCall });
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
  if (refusal) {
    const { message, code } = refusal;
    return { kind: "refused", message, ...(ofItsField.has(code ?? "") ? { code: "place_refused" } : {}) };
  }
  const stored = metafieldsSet.metafields?.[0];
  if (!stored) throw adminError("shopify_bad_answer", "metafieldsSet answered neither a metafield nor an error");
  return { kind: "answered", answered: textOfMetafield(type, stored) };
}

/** Codes by which Shopify says that the field does not take such a text. */
const ofItsField: ReadonlySet<string> = new Set(["INVALID_VALUE", "TOO_LONG", "TOO_SHORT", "BLANK", "INCLUSION"]);

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
