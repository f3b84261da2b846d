import { imageGidOf } from "../catalog/image-alts.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { adminError } from "../shopify/admin-errors.ts";
import { updateImageAlts } from "../shopify/operations/index.ts";
import type { FieldAnswer, FieldAnswers, FieldWrite } from "./write-texts.ts";

const maxFiles = 250;

/**
 * Writes alt texts, as many as go in one call. Shopify refuses all for one that it does not take: that one is left out and
 * the others are sent again, each time without something, so that it comes to an end.
 * @param beforeCall runs just before each call, and may stop it by throwing
 */
export async function writeImageAlts(
  admin: AdminApi,
  fields: readonly FieldWrite[],
  beforeCall: () => Promise<void>,
): Promise<FieldAnswers> {
  const answers: FieldAnswers = new Map();
  for (let left = [...fields]; left.length > 0; ) {
    const chunk = left.slice(0, maxFiles);
    await beforeCall();
    const { fileUpdate } = await admin.run(updateImageAlts, {
      files: chunk.map(({ contentType, sent }) => ({ id: imageGidOf(contentType), alt: textOf(sent) })),
    });
    const refused = refusals(chunk, fileUpdate.userErrors);
    if (refused.size === 0) {
      const files = new Map(fileUpdate.files?.map(({ id, alt }) => [id, alt || null]));
      if (files.size === 0) throw adminError("shopify_bad_answer", "fileUpdate answered neither files nor errors");
      for (const { contentType } of chunk) {
        answers.set(contentType, { kind: "answered", answered: files.get(imageGidOf(contentType)) ?? null });
      }
    }
    for (const [contentType, answer] of refused) answers.set(contentType, answer);
    left = left.filter(({ contentType }) => !answers.has(contentType));
  }
  return answers;
}

function textOf(sent: FieldWrite["sent"]): string {
  return typeof sent === "string" ? sent : "";
}

/** An error that names no file speaks of all of them. */
function refusals(
  fields: readonly FieldWrite[],
  errors: readonly { field?: readonly string[] | null | undefined; message: string }[],
): Map<string, FieldAnswer> {
  const refused = new Map<string, FieldAnswer>();
  for (const { field, message } of errors) {
    const named = fields[Number(field?.[1] ?? Number.NaN)];
    for (const { contentType } of named ? [named] : fields) refused.set(contentType, { kind: "refused", message });
  }
  return refused;
}
