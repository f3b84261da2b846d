import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

const nullableText = z.string().nullish();

const namedSchema = z.object({
  nodes: z.array(
    z
      .object({ id: z.string(), displayName: nullableText, name: nullableText, title: nullableText, alt: nullableText })
      .partial({ id: true })
      .nullable(),
  ),
});

/** As many as one call asks for; it costs about a point for each. */
export const maxNamedReferences = 100;

/**
 * What the resources that metafields point to are called; null for one that is gone. A bulk query cannot read the entries of
 * a list of references, which would be its third level.
 * @see https://shopify.dev/docs/api/usage/bulk-operations/queries#operation-restrictions
 */
export const readReferenceNames = defineOperation<{ ids: string[] }>()({
  name: "ReadReferenceNames",
  document: `query ReadReferenceNames($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Metaobject { displayName }
    ... on TaxonomyValue { name }
    ... on Product { title }
    ... on ProductVariant { displayName }
    ... on Collection { title }
    ... on MediaImage { alt }
    ... on GenericFile { alt }
    ... on Video { alt }
    ... on Model3d { alt }
  }
}`,
  // Somebody else's metaobject among a hundred of ours.
  allowsDenied: true,
  data: namedSchema,
});
