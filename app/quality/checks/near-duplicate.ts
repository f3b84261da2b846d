import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";

/** DUPLICATE within the catalogue: a text of another product is the same, or nearly the same. */
export function checkNearDuplicate({
  contentType,
  nearDuplicate,
}: Pick<CheckInput, "contentType" | "nearDuplicate">): Finding[] {
  if (!nearDuplicate) return [];
  const { productId: id, title, resemblance } = nearDuplicate;
  const alike = resemblance === 1 ? "is the same as" : "says nearly the same as";
  return [
    {
      code: "DUPLICATE",
      description: `${contentType} ${alike} that of the product "${title.slice(0, 120).replace(/\p{Cs}/gu, "")}"`,
      // The other product's title is no business of this one's text.
      forModel: `${contentType} ${alike} the text of another product`,
      hint: "write it anew, around what sets this product apart",
      product: { id, title },
    },
  ];
}
