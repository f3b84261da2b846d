import { z } from "zod";

/** Ids that could be swapped by mistake carry a brand; they are made only by parsing. */
export const shopDomainSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, "a shop is named like example.myshopify.com")
  .brand<"ShopDomain">();
export type ShopDomain = z.infer<typeof shopDomainSchema>;

export const productIdSchema = z.string().min(1).max(64).brand<"ProductId">();
export type ProductId = z.infer<typeof productIdSchema>;

export const jobIdSchema = z.string().min(1).max(64).brand<"JobId">();
export type JobId = z.infer<typeof jobIdSchema>;

/** BCP-47, canonical case. @see https://www.rfc-editor.org/rfc/rfc5646 */
export const localeSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a locale is written like en or pt-BR")
  .brand<"Locale">();
export type Locale = z.infer<typeof localeSchema>;
