import type english from "../../i18n/en/marks.ts";
import type { DetailsView, FindingView } from "./finding-view.ts";

type Codes = keyof typeof english.code;
type Sources = keyof typeof english.source;

const codes: Record<Codes, true> = {
  ALL_CAPS: true, ALT_TEXT: true, BELOW_LENGTH: true, CHANNEL_RULE: true, CONTRADICTED_FACT: true, DUPLICATE: true, ECHO: true,
  EXCEED_LENGTH: true, FORBIDDEN_WORD: true, FOREIGN_LINK: true, GLOSSARY: true, IMAGE_UNSEEN: true, LOST_MEDIA: true,
  MISSING_CLAIM: true, MISSING_DISCLAIMER: true, MISSING_KEYWORD: true, OMITTED_KEYWORD_USED: true, PLACEHOLDER: true,
  REFUSAL: true, REPEATS: true, COPY: true, SIGN_CODE: true, NUMBERS_DIFFER: true, TOKENS_DIFFER: true, MEANING_DIFFERS: true, MARKUP_DIFFERS: true, LENGTH_DIFFERS: true, CONVENTIONS: true, NOT_TRANSLATED: true, NOT_TAKEN: true,
  UNSAFE_HTML: true, UNSUPPORTED_FACT: true, WRONG_LANGUAGE: true, other: true,
}; // biome-ignore format: a table

const sources: Record<Sources, true> = {
  title: true, vendor: true, product_type: true, category: true, tag: true, attribute: true, option: true, variant: true,
  description: true, image: true, price: true, shipping_weight: true, merchant: true, review: true, other: true,
}; // biome-ignore format: a table

/** What one code says of a text alone has a name of its own. */
const namesByDetails: Partial<Record<DetailsView["kind"], Codes>> = {
  ...{ same_bullets: "REPEATS", said_twice: "REPEATS", word_repeated: "REPEATS" },
  ...{ copy_of_title: "COPY", copy_of_live: "COPY", copy_of_text: "COPY", copy_of_source: "NOT_TRANSLATED" },
  sign_code: "SIGN_CODE",
  ...{ place_too_long: "NOT_TAKEN", place_too_short: "NOT_TAKEN", place_most: "NOT_TAKEN", place_least: "NOT_TAKEN" },
  ...{ not_a_choice: "NOT_TAKEN", not_of_pattern: "NOT_TAKEN" },
};

/** The key of a finding's name, e.g. "Contradicts a fact". */
export function findingTitleKey({
  code,
  details,
}: Pick<FindingView, "code"> & { details?: Pick<DetailsView, "kind"> | null | undefined }): `code.${Codes}` {
  const own = details ? namesByDetails[details.kind] : undefined;
  if (own) return `code.${own}`;
  return Object.hasOwn(codes, code) ? `code.${code as Codes}` : "code.other";
}

/** The key of what a fact comes from. */
export function sourceKey(source: string): `source.${Sources}` {
  return Object.hasOwn(sources, source) ? `source.${source as Sources}` : "source.other";
}
