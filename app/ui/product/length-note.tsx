import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { useFormats } from "../use-formats.ts";
import { visibleChars } from "../visible-chars.ts";

/** "64 of 70 characters", red when it is too long. */
export function LengthNote({ type, body }: { type: ContentTypeView; body: TextBody }) {
  const { t } = useTranslation("texts");
  const { count } = useFormats();
  const length = visibleChars(type.kind, body);
  const limit = type.limitChars;
  const over = limit !== null && length > limit;
  const chars =
    limit === null
      ? t("length.chars", { length: count(length) })
      : t("length.of", { length: count(length), limit: count(limit) });
  const all = Array.isArray(body) ? t("length.bullets", { count: body.length, words: chars }) : chars;
  return (
    <Text as="span" variant="bodySm" tone={over ? "critical" : "subdued"}>
      {over ? t("length.over", { words: all, over: count(length - limit) }) : all}
    </Text>
  );
}
