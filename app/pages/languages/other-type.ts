import type { i18n } from "i18next";
import { otherKindOf, type SourceText } from "../../catalog/translations/translation-sources.ts";
import type { TextBody } from "../../db/schema/index.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import { isImageAlt, slotNamed } from "../../texts/slot.ts";
import { writtenOf } from "../../texts/text-body.ts";
import type { ContentTypeView } from "../../ui/text-body.ts";

const longestName = 40;
const longestLine = 120;

/**
 * What the editor calls a text that is none of the product's content types (an option, one of its values, a metafield), and how
 * it is edited. Texts of one kind are told apart by their originals.
 * @param text.body its original, or where that is gone what there is of its translation
 */
export function otherType(
  name: string,
  { source, body }: { source: SourceText | null; body: TextBody | null },
  t: i18n["t"],
): ContentTypeView {
  const limitChars = source?.limits?.max ?? null;
  return { name, label: labelOf(name, source, t), limitChars, kind: kindOf(source, body), published: true };
}

function labelOf(name: string, source: SourceText | null, t: i18n["t"]): string {
  if (isImageAlt(name)) return t("texts:label.altGone");
  const kind = otherKindOf(name);
  // A content type that the shop removed.
  if (kind === null) return name;
  if (kind === "resource") return labelOfResource(name, source, t);
  const words = source ? shortened(writtenOf(source.body)) : "";
  return words === "" ? t(`texts:label.other.${kind}`) : t(`texts:label.otherOf.${kind}`, { words });
}

/** The keys that Shopify translates texts of pages and the like under. */
const labels = {
  title: "title",
  body_html: "body",
  body: "body",
  summary_html: "summary",
  meta_title: "search_title",
  meta_description: "search_description",
  alt: "image_alt",
} as const;
/** Of these there are many on one page: they are told apart by their words. */
const named = { Link: "link", Menu: "menu", OnlineStoreFilterSetting: "filter" } as const;

function labelOfResource(name: string, source: SourceText | null, t: i18n["t"]): string {
  const { resource, field } = slotNamed(name);
  const kind = resource.split("/")[0] ?? "";
  if (kind in named) {
    const words = source ? shortened(writtenOf(source.body)) : field;
    return t(`texts:label.ofResource.${named[kind as keyof typeof named]}`, { words });
  }
  // What a metaobject's fields are called is the shop's own choice.
  if (kindOfOwner(resource) !== "metaobject" && field in labels)
    return t(`texts:label.ofResource.${labels[field as keyof typeof labels]}`);
  return t("texts:label.ofResource.field", { words: field.replaceAll("_", " ") });
}

function kindOf(source: SourceText | null, body: TextBody | null): ContentTypeView["kind"] {
  if (Array.isArray(body)) return "bullets";
  if (source?.form === "html" || source?.form === "rich") return "html";
  return (body ?? "").length > longestLine || (body ?? "").includes("\n") ? "text" : "line";
}

/** Without markup, in one line. */
function shortened(text: string): string {
  const signs = [...textOfHtml(text).replace(/\s+/g, " ").trim()];
  if (signs.length <= longestName) return signs.join("");
  const kept = signs.slice(0, longestName - 1).join("");
  return `${kept.trimEnd()}…`;
}
