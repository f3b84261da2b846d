import { z } from "zod";
import { defineOperation } from "./define-operation.ts";
import { maxTranslatables, translatableContentSchema } from "./translations.ts";

/** Shopify's types of resources with texts, beside products and what hangs on them, that the app translates. Themes are not among them. */
export const textResourceTypes = [
  "COLLECTION",
  "PAGE",
  "BLOG",
  "ARTICLE",
  "SHOP_POLICY",
  "MENU",
  "LINK",
  "METAOBJECT",
  "FILTER",
  "SHOP",
] as const;
export type TextResourceType = (typeof textResourceTypes)[number];

const nodeSchema = z.object({ resourceId: z.string(), translatableContent: z.array(translatableContentSchema) });
export type TextResourceNode = z.infer<typeof nodeSchema>;

/**
 * A page of all resources of a type, at most `maxTranslatables`, with their texts in the shop's own language. One without a text,
 * e.g. a policy that was not written, is missing. A link is listed beside its menu, which does not say that it is its.
 */
export const readTextResources = defineOperation<{ type: TextResourceType; after: string | null }>()({
  name: "ReadTextResources",
  document: `query ReadTextResources($type: TranslatableResourceType!, $after: String) {
  translatableResources(resourceType: $type, first: ${maxTranslatables}, after: $after) {
    nodes { resourceId translatableContent { key value digest type } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  data: z.object({
    translatableResources: z.object({
      nodes: z.array(nodeSchema),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    }),
  }),
});
