import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

const bareId = z.string().transform((id) => id.slice(id.lastIndexOf("/") + 1));

const categoryFields = "id name fullName level isArchived parentId";
const categorySchema = z.object({
  id: bareId,
  name: z.string(),
  fullName: z.string(),
  level: z.number(),
  isArchived: z.boolean(),
  parentId: bareId.nullable(),
});
export type TaxonomyCategoryNode = z.infer<typeof categorySchema>;

const pageSchema = z.object({
  nodes: z.array(categorySchema),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});
export type TaxonomyPage = z.infer<typeof pageSchema>;

/** The next 250 categories below one, archived ones too; of null, the roots. Shopify gives no version of the whole. */
export const readTaxonomyPage = defineOperation<{ descendantsOf: string | null; after: string | null }>()({
  name: "ReadTaxonomyPage",
  document: `query ReadTaxonomyPage($descendantsOf: ID, $after: String) {
  taxonomy {
    categories(first: 250, descendantsOf: $descendantsOf, after: $after) {
      nodes { ${categoryFields} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  data: z.object({ taxonomy: z.object({ categories: pageSchema }).nullable() }),
});

const valuesSchema = z.object({
  nodes: z.array(z.object({ id: bareId, name: z.string() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});

/** So many values of each attribute come with its category; the others by `readAttributeValues`. */
const firstValues = 15;

const attributeSchema = z.object({
  /** absent for one that holds no list */
  id: bareId.optional(),
  name: z.string().optional(),
  values: valuesSchema.optional(),
});

/** A category with its attributes and the values that these permit. Null for one that Shopify does not know. */
export const readCategoryNode = defineOperation<{ id: string }>()({
  name: "ReadCategory",
  document: `query ReadCategory($id: ID!) {
  node(id: $id) {
    ... on TaxonomyCategory {
      ${categoryFields}
      attributes(first: 50) {
        nodes {
          ... on TaxonomyChoiceListAttribute {
            id name values(first: ${firstValues}) { nodes { id name } pageInfo { hasNextPage endCursor } }
          }
        }
      }
    }
  }
}`,
  data: z.object({
    node: categorySchema.extend({ attributes: z.object({ nodes: z.array(attributeSchema) }) }).nullable(),
  }),
});

/** The next 250 values of an attribute after a cursor. */
export const readAttributeValues = defineOperation<{ id: string; after: string }>()({
  name: "ReadAttributeValues",
  document: `query ReadAttributeValues($id: ID!, $after: String!) {
  node(id: $id) {
    ... on TaxonomyChoiceListAttribute {
      values(first: 250, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } }
    }
  }
}`,
  data: z.object({ node: z.object({ values: valuesSchema.optional() }).nullable() }),
});
