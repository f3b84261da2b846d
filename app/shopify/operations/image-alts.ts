import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

const userErrorSchema = z.object({
  field: z.array(z.string()).nullish(),
  message: z.string(),
  code: z.string().nullish(),
});

/** The alt texts of images, at most 250; null for one that is gone. */
export const readImageAlts = defineOperation<{ ids: string[] }>()({
  name: "ReadImageAlts",
  document: `query ReadImageAlts($ids: [ID!]!) {
  nodes(ids: $ids) { ... on MediaImage { id alt } }
}`,
  data: z.object({ nodes: z.array(z.object({ id: z.string(), alt: z.string().nullish() }).nullable()) }),
});

/**
 * Writes alt texts, at most 250 and all or none of them; "" takes one away. An image must be READY, a text has at most 512
 * characters. Shopify has no compare-and-set here: read just before, and again after.
 */
export const updateImageAlts = defineOperation<{ files: { id: string; alt: string }[] }>()({
  name: "UpdateImageAlts",
  document: `mutation UpdateImageAlts($files: [FileUpdateInput!]!) {
  fileUpdate(files: $files) {
    files { id alt }
    userErrors { field message code }
  }
}`,
  data: z.object({
    fileUpdate: z.object({
      files: z.array(z.object({ id: z.string(), alt: z.string().nullish() })).nullish(),
      userErrors: z.array(userErrorSchema),
    }),
  }),
});
