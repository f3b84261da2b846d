import type { TFunction } from "i18next";
import type { ReviewText } from "./review-view.ts";

/** How a text is called in the reader's language; the shop's own texts as the shop calls them. */
export function textLabel(
  t: TFunction<"review">,
  { type, label, image }: Pick<ReviewText, "type" | "label" | "image">,
): string {
  switch (type) {
    case "title":
    case "desc":
    case "bullets":
    case "seo_title":
    case "seo_desc":
      return t(`text.${type}`);
    default:
      return image ? t("text.image", { position: image.position }) : label;
  }
}
