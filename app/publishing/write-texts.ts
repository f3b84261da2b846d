import type { LiveTexts } from "../catalog/live-texts.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { adminError } from "../shopify/admin-errors.ts";
import {
  contentNamespace,
  deleteMetafields,
  type ProductTextsInput,
  setMetafields,
  updateProductTexts,
} from "../shopify/operations/index.ts";
import { bulletsType } from "./metafield-definitions.ts";
import { bulletsOf, fieldTexts } from "./read-live-texts.ts";

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

/**
 * Sends texts to one product, only the fields given: bullets first, since only they can be guarded by a digest.
 * @param input.bulletsDigest digest of the bullets as they were read; null = there were none
 * @param input.beforeCall runs just before each call that changes the shop, and may stop it by throwing
 * @throws whatever `beforeCall` and the Admin API throw; what was sent until then is to be read again
 */
export async function writeTexts(
  admin: AdminApi,
  input: {
    gid: string;
    fields: readonly FieldWrite[];
    bulletsDigest: string | null;
    beforeCall(): Promise<void>;
  },
): Promise<FieldAnswers> {
  const answers: FieldAnswers = new Map();
  const bullets = input.fields.find((field) => field.contentType === "bullets");
  if (bullets) {
    await input.beforeCall();
    answers.set("bullets", await writeBullets(admin, input.gid, bullets.sent, input.bulletsDigest));
  }
  const own = input.fields.filter((field) => field.contentType !== "bullets");
  if (own.length > 0) {
    await input.beforeCall();
    for (const [contentType, answer] of await writeFields(admin, input.gid, own)) answers.set(contentType, answer);
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

async function writeBullets(
  admin: AdminApi,
  gid: string,
  sent: TextBody | null,
  compareDigest: string | null,
): Promise<FieldAnswer> {
  const place = { ownerId: gid, namespace: contentNamespace, key: "bullets" };
  if (sent === null || sent.length === 0) {
    const { metafieldsDelete } = await admin.run(deleteMetafields, { metafields: [place] });
    const [refusal] = metafieldsDelete.userErrors;
    return refusal ? { kind: "refused", message: refusal.message } : { kind: "answered", answered: null };
  }
  const value = JSON.stringify(typeof sent === "string" ? [sent] : sent);
  const { metafieldsSet } = await admin.run(setMetafields, {
    metafields: [{ ...place, type: bulletsType, value, compareDigest }],
  });
  const stale = metafieldsSet.userErrors.some((error) => error.code === "STALE_OBJECT");
  if (stale) return { kind: "stale" };
  const [refusal] = metafieldsSet.userErrors;
  if (refusal) return { kind: "refused", message: refusal.message };
  const stored = metafieldsSet.metafields?.[0];
  if (!stored) throw adminError("shopify_bad_answer", "metafieldsSet answered neither a metafield nor an error");
  return { kind: "answered", answered: bulletsOf(stored.value) };
}
