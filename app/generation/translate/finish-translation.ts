import type { SourceText } from "../../catalog/translations/translation-sources.ts";
import type { TextBody } from "../../db/schema/index.ts";
import { cleanUnicode } from "../../quality/fixes/clean-unicode.ts";
import type { FinishedText } from "../../quality/fixes/finish-text.ts";
import { fixText } from "../../quality/fixes/fix-text.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import { writtenOf } from "../../texts/text-body.ts";
import { hasOnlyTagsOf, maskTags, unmaskTags } from "./mask-tags.ts";

/**
 * What the program does to a translation: the source's own tags come back to the letter; HTML that holds any other one is
 * cleaned as all texts of a model are.
 */
export function finishTranslation(
  source: SourceText,
  raw: TextBody,
  { config, locale, kept }: { config: ContentConfig; locale: string; kept: readonly string[] },
): FinishedText {
  const beside = { source: { body: source.body, locale, kept } };
  const fix = (text: TextBody) => fixText(source.name, text, config, { by: "model", live: writtenOf(source.body) });
  const { form } = source;
  if ((form === "html" || form === "rich") && typeof raw === "string" && typeof source.body === "string") {
    const html = unmaskTags(cleanUnicode(raw).trim(), maskTags(source.body));
    const body = hasOnlyTagsOf(source.body, html) ? html : fix(html);
    return { raw: body === html ? html : raw, draft: raw, body, ...beside };
  }
  // A line break of the source is one of its translation; without them, a text is one line.
  const isLines = typeof raw === "string" && typeof source.body === "string" && source.body.includes("\n");
  const body = isLines
    ? raw
        .split("\n")
        .map((line) => writtenOf(fix(line)))
        .join("\n")
        .trim()
    : fix(raw);
  return { raw, draft: raw, body, ...beside };
}
