import { z } from "zod";
import { defineOperation } from "./define-operation.ts";
import { definitionRulesSchema } from "./product-fields.ts";

/** Makes a namespace and key a typed field of all products, so that themes may read it and the admin shows it. */
export const createMetafieldDefinition = defineOperation<{
  definition: {
    name: string;
    namespace: string;
    key: string;
    description: string;
    type: string;
    ownerType: "PRODUCT";
    access: { storefront: "PUBLIC_READ" | "NONE" };
  };
}>()({
  name: "CreateMetafieldDefinition",
  document: `mutation CreateMetafieldDefinition($definition: MetafieldDefinitionInput!) {
  metafieldDefinitionCreate(definition: $definition) {
    createdDefinition { id }
    userErrors { field message code }
  }
}`,
  data: z.object({
    metafieldDefinitionCreate: z.object({
      createdDefinition: z.object({ id: z.string() }).nullish(),
      userErrors: z.array(
        z.object({ field: z.array(z.string()).nullish(), message: z.string(), code: z.string().nullish() }),
      ),
    }),
  }),
});

/** The typed fields of products that the shop has already, for a person to choose from; the first 250. */
export const listMetafieldDefinitions = defineOperation<Record<string, never>>()({
  name: "ListMetafieldDefinitions",
  document: `query ListMetafieldDefinitions {
  metafieldDefinitions(ownerType: PRODUCT, first: 250) { nodes { name namespace key type { name } validations { name value } } }
}`,
  data: z.object({
    metafieldDefinitions: z.object({
      nodes: z.array(
        z.object({
          ...{ name: z.string(), namespace: z.string(), key: z.string(), type: z.object({ name: z.string() }) },
          validations: definitionRulesSchema.nullish(),
        }),
      ),
    }),
  }),
});
