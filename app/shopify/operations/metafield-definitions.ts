import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

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
