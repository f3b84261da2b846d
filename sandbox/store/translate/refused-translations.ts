import type { RowProblem } from "./check-translation.ts";

/**
 * Refusals of a row that nothing in the sandbox's own shops leads to, or only by long ways: each is a fault that a test switches
 * on, named `refused_` and its code. Codes are those of Shopify's TranslationErrorCode; the words are the schema's, where no live
 * answer is on record.
 */
const refusals: Readonly<Record<string, Omit<RowProblem, "code">>> = {
  BLANK: { part: "value", message: "The input value is blank." },
  FAILS_RESOURCE_VALIDATION: {
    part: "value",
    message: 'Value fails validation on resource: ["Value has a maximum length of 20."]',
  },
  INVALID: { part: "value", message: "The input value is invalid." },
  INVALID_CODE: { part: "locale", message: "Locale language code is invalid." },
  INVALID_FORMAT: { part: "locale", message: "Locale code format is invalid." },
  INVALID_KEY_FOR_MODEL: { part: "key", message: "Translation key is invalid." },
  INVALID_LOCALE_FOR_MARKET: {
    part: "locale",
    message: "The locale is missing on the market corresponding to the `marketId` argument.",
  },
  INVALID_LOCALE_FOR_SHOP: { part: "locale", message: "Locale is not a valid locale for the shop" },
  INVALID_MARKET_LOCALIZABLE_CONTENT: { part: "value", message: "Market localizable content is invalid." },
  INVALID_TRANSLATABLE_CONTENT: { part: "translatableContentDigest", message: "Translatable content hash is invalid" },
  INVALID_VALUE_FOR_HANDLE_TRANSLATION: { part: "value", message: "Handle has already been taken" },
  MARKET_CUSTOM_CONTENT_NOT_ALLOWED: {
    part: "marketId",
    message: "The shop isn't allowed to operate on market custom content.",
  },
  MARKET_DOES_NOT_EXIST: {
    part: "marketId",
    message: "The market corresponding to the `marketId` argument doesn't exist",
  },
  MARKET_LOCALE_CREATION_FAILED: { part: "marketId", message: "The market override locale creation failed." },
  RESOURCE_NOT_FOUND: { part: "key", message: "Resource does not exist." },
  RESOURCE_NOT_MARKET_CUSTOMIZABLE: {
    part: "key",
    message: "The specified resource can't be customized for a market.",
  },
  RESOURCE_NOT_TRANSLATABLE: { part: "key", message: "Resource is not translatable." },
  TOO_MANY_KEYS_FOR_RESOURCE: { part: "key", message: "Too many translation keys for the resource." },
};

const kindOf = (code: string) => `refused_${code.toLowerCase()}`;
const codes = new Map(Object.keys(refusals).map((code) => [kindOf(code), code]));

/** Kinds of faults. */
export const refusedTranslationKinds: readonly string[] = [...codes.keys()];

const ofMarkets = Object.keys(refusals).filter((code) => code.includes("MARKET"));

/** The kinds that may strike a row: what is about a market strikes rows of a market only. */
export function refusedKindsFor(marketId: string | null | undefined): readonly string[] {
  return marketId
    ? refusedTranslationKinds
    : refusedTranslationKinds.filter((kind) => !ofMarkets.map(kindOf).includes(kind));
}

/** @param kind that struck */
export function refusedBy(kind: string): RowProblem | undefined {
  const code = codes.get(kind);
  const refusal = code === undefined ? undefined : refusals[code];
  return code === undefined || refusal === undefined ? undefined : { ...refusal, code };
}
