import { OperationalError } from "../../lib/errors.ts";
import type { TranslationError } from "../../shopify/operations/index.ts";
import type { FieldAnswer } from "../field-write.ts";

/** Shopify's codes of refused translations, all that its schema has. */
export const translationErrorCodes = [
  "BLANK",
  "FAILS_RESOURCE_VALIDATION",
  "INVALID",
  "INVALID_CODE",
  "INVALID_FORMAT",
  "INVALID_KEY_FOR_MODEL",
  "INVALID_LOCALE_FOR_MARKET",
  "INVALID_LOCALE_FOR_SHOP",
  "INVALID_MARKET_LOCALIZABLE_CONTENT",
  "INVALID_TRANSLATABLE_CONTENT",
  "INVALID_VALUE_FOR_HANDLE_TRANSLATION",
  "MARKET_CUSTOM_CONTENT_NOT_ALLOWED",
  "MARKET_DOES_NOT_EXIST",
  "MARKET_LOCALE_CREATION_FAILED",
  "RESOURCE_NOT_FOUND",
  "RESOURCE_NOT_MARKET_CUSTOMIZABLE",
  "RESOURCE_NOT_TRANSLATABLE",
  "TOO_MANY_KEYS_FOR_RESOURCE",
] as const;
type TranslationErrorCode = (typeof translationErrorCodes)[number];

/** Why a translation was refused, for people: a code, by which it is said in their language, and the English words. */
interface Refusal {
  code: string;
  said: string;
}

const notAccepted: Refusal = {
  code: "translation_refused",
  said: "Shopify did not accept this translation. The text is kept here: import the catalogue again, then publish it once more.",
};

/** `source_changed`: it is no refusal, but a conflict. `stops`: no text of a market will be taken, whatever it says. */
const refusals: Readonly<Record<TranslationErrorCode, Refusal | "source_changed" | "stops">> = {
  BLANK: {
    code: "translation_blank",
    said: "Shopify takes no translation without words. Write one, or take the translation away in Shopify.",
  },
  FAILS_RESOURCE_VALIDATION: {
    code: "place_refused",
    said: "Its field in Shopify does not take this text. Edit it to what the field asks for, then publish it again.",
  },
  INVALID: notAccepted,
  INVALID_CODE: notAccepted,
  INVALID_FORMAT: notAccepted,
  INVALID_KEY_FOR_MODEL: {
    code: "no_source",
    said: "Its original in the shop's own language is empty: write and publish that first.",
  },
  INVALID_LOCALE_FOR_MARKET: {
    code: "locale_not_in_market",
    said: "The market does not have this language. Add it to the market in Shopify, then publish; the text is kept here.",
  },
  INVALID_LOCALE_FOR_SHOP: {
    code: "locale_not_in_shop",
    said: "The shop does not have this language any more. Add it in Shopify again, then publish; the text is kept here.",
  },
  INVALID_MARKET_LOCALIZABLE_CONTENT: notAccepted,
  INVALID_TRANSLATABLE_CONTENT: "source_changed",
  INVALID_VALUE_FOR_HANDLE_TRANSLATION: {
    code: "handle_taken",
    said: "Another page of the shop has this address in the language already. Choose another one.",
  },
  MARKET_CUSTOM_CONTENT_NOT_ALLOWED: "stops",
  MARKET_DOES_NOT_EXIST: {
    code: "market_gone",
    said: "The shop does not have this market any more. The text is kept here.",
  },
  MARKET_LOCALE_CREATION_FAILED: {
    code: "market_locale_failed",
    said: "Shopify could not add this language to the market. Offer it there in Shopify's settings of the market, then publish; the text is kept here.",
  },
  RESOURCE_NOT_FOUND: { code: "resource_gone", said: "What it belongs to is no longer in the shop." },
  RESOURCE_NOT_MARKET_CUSTOMIZABLE: {
    code: "not_of_markets",
    said: "Shopify keeps no text of a market's own here. Translate it for all markets.",
  },
  RESOURCE_NOT_TRANSLATABLE: {
    code: "resource_not_translatable",
    said: "Shopify translates no texts of this. For an entry, switch on translations in its definition in Shopify, then publish; the text is kept here.",
  },
  TOO_MANY_KEYS_FOR_RESOURCE: notAccepted,
};

/**
 * What an error of Shopify's means for the text that it names.
 * @throws OperationalError `market_content_not_allowed` where no text of a market would be taken: the run waits for a person, and
 *   all texts stay as they are
 */
export function answerOfError({ code, message }: Pick<TranslationError, "code" | "message">): FieldAnswer {
  const known = isKnown(code) ? refusals[code] : notAccepted;
  if (known === "source_changed") return { kind: "source_changed" };
  if (known !== "stops") return { kind: "refused", message, ...known };
  throw new OperationalError(`the shop may have no texts of markets (${message})`, {
    code: "market_content_not_allowed",
    retryable: false,
    merchantMessage:
      "Shopify lets this store have no texts of single markets. All texts are kept: cancel this run and publish for all markets, or ask Shopify which plan allows them and go on then.",
  });
}

function isKnown(code: string | null | undefined): code is TranslationErrorCode {
  return typeof code === "string" && Object.hasOwn(refusals, code);
}
