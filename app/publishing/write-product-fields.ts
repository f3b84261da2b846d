import type { AdminApi } from "../shopify/admin-api.ts";
import { adminError } from "../shopify/admin-errors.ts";
import { type ProductTextsInput, updateProductTexts } from "../shopify/operations/index.ts";
import type { FieldAnswers, FieldWrite } from "./field-write.ts";
import { fieldTexts } from "./read-live-texts.ts";

interface UserError {
  field?: readonly string[] | null | undefined;
  message: string;
}

/**
 * Writes texts of the product's own fields in one call. Shopify refuses all for one that it does not take: that one is left
 * out and the others are sent again; an error that names no field is found by sending each alone.
 * @param answers is filled as they come. @param beforeCall runs just before each call, and may stop it by throwing
 */
export async function writeProductFields(
  admin: AdminApi,
  gid: string,
  fields: readonly FieldWrite[],
  { answers, beforeCall }: { answers: FieldAnswers; beforeCall(): Promise<void> },
): Promise<void> {
  await beforeCall();
  const { productUpdate } = await admin.run(updateProductTexts, { product: productInput(gid, fields) });
  const { product, userErrors } = productUpdate;
  if (userErrors.length === 0) {
    if (!product) throw adminError("shopify_bad_answer", "the update answered neither a product nor an error");
    const answered = fieldTexts(product);
    for (const { contentType } of fields) {
      answers.set(contentType, { kind: "answered", answered: answered[contentType] ?? null });
    }
    return;
  }
  const refused = refusals(fields, userErrors);
  for (const [contentType, message] of refused) answers.set(contentType, { kind: "refused", message });
  const left = fields.filter(({ contentType }) => !refused.has(contentType));
  if (refused.size > 0 && left.length > 0) await writeProductFields(admin, gid, left, { answers, beforeCall });
  if (refused.size > 0) return;
  for (const field of left) await writeProductFields(admin, gid, [field], { answers, beforeCall });
}

/** The error message by field. Empty when it is not known which fields are meant. */
function refusals(fields: readonly FieldWrite[], errors: readonly UserError[]): Map<string, string> {
  const refused = new Map<string, string>();
  const [only] = fields;
  for (const { field, message } of errors) {
    const name = fields.length === 1 && only ? only.contentType : typeOfPath(field ?? []);
    if (!fields.some(({ contentType }) => contentType === name)) continue;
    refused.set(name, [refused.get(name) ?? "", message].filter(Boolean).join(" "));
  }
  return refused;
}

/** @param path as a user error has it, e.g. `["product", "seo", "title"]` */
function typeOfPath(path: readonly string[]): string {
  const last = path.at(-1) ?? "";
  if (path.includes("seo")) return last === "description" ? "seo_desc" : "seo_title";
  if (/^(?:descriptionHtml|bodyHtml|body_html)$/.test(last)) return "desc";
  return last;
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
