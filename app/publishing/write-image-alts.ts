import type { AdminApi } from "../shopify/admin-api.ts";
import { adminError } from "../shopify/admin-errors.ts";
import { updateImageAlts } from "../shopify/operations/index.ts";
import { imageGidOf } from "../texts/slot.ts";
import type { FieldAnswer, FieldAnswers, FieldWrite } from "./field-write.ts";

const maxFiles = 250;

/** Shopify works at the file itself, or has not finished it: the same write is taken a little later. */
const laterCodes: ReadonlySet<string> = new Set(["FILE_LOCKED", "NON_READY_STATE", "MEDIA_CANNOT_BE_MODIFIED"]);

/**
 * Writes alt texts, as many as go in one call. Shopify refuses all for one that it does not take: that one is left out and
 * the others are sent again, each time without something, so that it comes to an end.
 * @param answers is filled as they come. @param beforeCall runs just before each call, and may stop it by throwing
 */
export async function writeImageAlts(
  admin: AdminApi,
  fields: readonly FieldWrite[],
  { answers, beforeCall }: { answers: FieldAnswers; beforeCall(): Promise<void> },
): Promise<void> {
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
}

function textOf(sent: FieldWrite["sent"]): string {
  return typeof sent === "string" ? sent : "";
}

/** An error that names no file counts for all of them. */
function refusals(
  fields: readonly FieldWrite[],
  errors: readonly {
    field?: readonly string[] | null | undefined;
    message: string;
    code?: string | null | undefined;
  }[],
): Map<string, FieldAnswer> {
  const refused = new Map<string, FieldAnswer>();
  for (const { field, message, code } of errors) {
    const named = fields[Number(field?.[1] ?? Number.NaN)];
    const answer: FieldAnswer = laterCodes.has(code ?? "")
      ? { kind: "later" }
      : { kind: "refused", message: wordsOf(code, message) };
    for (const { contentType } of named ? [named] : fields) {
      // What is refused for good is not waited for.
      if (refused.get(contentType)?.kind !== "refused") refused.set(contentType, answer);
    }
  }
  return refused;
}

function wordsOf(code: string | null | undefined, message: string): string {
  return code === "INVALID_FAILED_MEDIA_STATE"
    ? `${message} Shopify could not process this image: upload it again in the Shopify admin.`
    : message;
}
