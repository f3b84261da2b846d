import { z } from "zod";

/** A metafield of products that holds a text of ours. */
export interface TextMetafield {
  /** the content type: small letters, digits and underscores */
  contentType: string;
  namespace: string;
  key: string;
}

/** So many a shop may add: each makes every reading of a product dearer by a point. */
export const maxTextMetafields = 20;

const nodeSchema = z
  .object({
    /** a gid, where it was asked for */
    id: z.string().optional(),
    type: z.string(),
    value: z.string(),
    compareDigest: z.string().optional(),
  })
  .nullable();
export type TextMetafieldNode = z.infer<typeof nodeSchema>;

/** What Shopify takes as a namespace or key; both are written into a document, which for a bulk query has no variables. */
export const metafieldNamePattern = /^[a-zA-Z0-9_$:-]{2,255}$/;

/**
 * A field of a product for each metafield, named after its content type. @param fields what is read of each
 * @throws RangeError for a namespace or key that does not belong into a document
 */
export function textMetafieldFields(metafields: readonly TextMetafield[], fields = "type value"): string {
  return metafields
    .map(({ contentType, namespace, key }) => {
      if (![namespace, key].every((name) => metafieldNamePattern.test(name))) throw new RangeError("not a metafield");
      return `text_${contentType}: metafield(namespace: "${namespace}", key: "${key}") { ${fields} }`;
    })
    .join("\n");
}

/** The metafield of a content type in an answer; undefined when it was not asked for. */
export function textMetafieldOf(
  node: Readonly<Record<string, unknown>>,
  contentType: string,
): TextMetafieldNode | undefined {
  return nodeSchema.optional().parse(node[`text_${contentType}`]);
}
