import type { i18n } from "i18next";
import { labelOfName } from "../../rules/content-types/label-of-name.ts";
import { type ShopContentType, typeNamed } from "../../rules/content-types/list-content-types.ts";
import { configNameOf } from "../../texts/slot.ts";
import type { TriedProduct } from "../../ui/tried-product.ts";
import type { MarkedProduct } from "../../versions/mark-by-rules.ts";
import { typeLabel } from "../content-type-views.ts";

/** A product whose texts were tried, as the editor of rules shows it. */
export function triedProduct(
  { productId, title, texts }: MarkedProduct,
  types: readonly ShopContentType[],
  t: i18n["t"],
): TriedProduct {
  return {
    productId,
    title,
    texts: texts.map(({ contentType, findings, ...text }) => ({
      ...text,
      contentType,
      label: typeLabel(t, configNameOf(contentType), typeNamed(types, contentType)?.label ?? labelOfName(contentType)),
      findings: findings.map(({ code, severity, description, quote = null, at = [], isNew }) => ({
        code,
        severity,
        description,
        quote,
        at,
        isNew,
      })),
    })),
  };
}
