import { digestOf } from "../text.ts";

/** One text of a resource that can be translated: source of the GraphQL type TranslatableContent. */
export interface TranslatableContent {
  key: string;
  value: string;
  /** lowercase hex sha256 of the value's UTF-8, as measured at Shopify; also of an empty value */
  digest: string;
  /** the shop's primary locale */
  locale: string;
  /** a LocalizableContentType */
  type: string;
}

/** A text before it is shown: its value may be missing. */
export interface SourceText {
  key: string;
  value: string | null;
  type?: string;
  /** listed when it is empty, too */
  always?: boolean;
}

/** The texts that are there. Shopify lists most keys only when the source has a text for them. */
export function contentOf(texts: readonly SourceText[], locale: string): TranslatableContent[] {
  return texts.flatMap(({ key, value, type = "SINGLE_LINE_TEXT_FIELD", always }) => {
    const text = value ?? "";
    return text === "" && !always ? [] : [{ key, value: text, digest: digestOf(text), locale, type }];
  });
}
