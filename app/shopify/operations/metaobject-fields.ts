import { z } from "zod";
import { defineOperation } from "./define-operation.ts";
import { definitionRulesSchema } from "./product-fields.ts";
import { maxTranslatables } from "./translations.ts";

const fieldSchema = z.object({
  key: z.string(),
  definition: z.object({ validations: definitionRulesSchema.nullish() }).nullish(),
});

/**
 * What the definitions of some metaobjects (at most `maxTranslatables`) ask of their fields, and whether they let them be
 * translated. A field's definition takes no scope beyond that of its metaobject, that of the whole type does. One that may not be
 * read is null.
 */
export const readMetaobjectFields = defineOperation<{ ids: string[] }>()({
  name: "ReadMetaobjectFields",
  document: `query ReadMetaobjectFields($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Metaobject { id type definition { capabilities { translatable { enabled } } } fields { key definition { validations { name value } } } }
  }
}`,
  allowsDenied: true,
  data: z.object({
    nodes: z
      .array(
        z
          .object({
            id: z.string(),
            type: z.string(),
            definition: z
              .object({ capabilities: z.object({ translatable: z.object({ enabled: z.boolean() }) }) })
              .nullable(),
            fields: z.array(fieldSchema),
          })
          .partial()
          .nullable(),
      )
      .max(maxTranslatables),
  }),
});
