import { z } from "zod";
import { defineOperation } from "./define-operation.ts";
import { definitionRulesSchema } from "./product-fields.ts";

/** So many resources are asked for in one call: with more it costs more than one query may. */
export const maxPartOwners = 25;

/** Metafields of one resource in an answer. */
const maxMetafields = 50;

const metafieldSchema = z.object({
  id: z.string(),
  namespace: z.string(),
  type: z.string(),
  definition: z.object({ validations: definitionRulesSchema.nullish() }).nullish(),
});

const nodeSchema = z.object({
  id: z.string(),
  image: z.object({ id: z.string().nullish() }).nullish(),
  metafields: z.object({
    nodes: z.array(metafieldSchema),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});

const metafields = `metafields(first: ${maxMetafields}, after: $after) {
        nodes { id namespace type definition { validations { name value } } } pageInfo { hasNextPage endCursor }
      }`;

/**
 * What hangs on collections, pages, blogs and articles (at most `maxPartOwners`) and is a resource of its own for translation:
 * the image, whose alt text it is, and a page of metafields. One that may not be read, or is another kind, is null or empty.
 */
export const readResourceParts = defineOperation<{ ids: string[]; after: string | null }>()({
  name: "ReadResourceParts",
  document: `query ReadResourceParts($ids: [ID!]!, $after: String) {
  nodes(ids: $ids) {
    ... on Collection { id image { id } ${metafields} }
    ... on Article { id image { id } ${metafields} }
    ... on Page { id ${metafields} }
    ... on Blog { id ${metafields} }
  }
}`,
  allowsDenied: true,
  data: z.object({ nodes: z.array(nodeSchema.partial().nullable()).max(maxPartOwners) }),
});
