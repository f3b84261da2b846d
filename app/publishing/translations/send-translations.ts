import { bodyOfValue, type TextForm, valueOfBody } from "../../catalog/translations/text-form.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import {
  marketGid,
  maxTranslationRows,
  registerTranslations,
  removeTranslations,
  type TranslationError,
} from "../../shopify/operations/index.ts";
import type { TargetColumns } from "../../texts/target.ts";
import type { FieldAnswer, FieldAnswers } from "../field-write.ts";
import type { Sending } from "../writer.ts";
import type { LiveTranslations } from "./read-live-translations.ts";

type Input = Sending<LiveTranslations> & { target: TargetColumns };

/** A text on its way, with the place of its translation. */
interface Placed {
  name: string;
  resourceId: string;
  key: string;
  digest: string;
  form: TextForm;
  /** null = taken away */
  value: string | null;
}

/**
 * Registers translations, one call a resource; those that are to be taken away go by another. Each names the digest of its
 * source as it was read: when that changed meanwhile, Shopify refuses the row, and nothing is sent with a fresh digest.
 * @param answers is filled as they come; a row that Shopify neither answers nor refuses has none
 */
export async function sendTranslations(admin: AdminApi, input: Input, answers: FieldAnswers): Promise<void> {
  const placed = input.fields.flatMap(({ contentType: name, sent }) => {
    const key = input.live.keys.get(name);
    if (!key) {
      // What has no source has no translation either.
      answers.set(name, sent === null ? { kind: "answered", answered: null } : withoutSource);
      return [];
    }
    const form = input.live.forms.get(name) ?? "plain";
    return [{ name, ...key, form, value: sent === null ? null : valueOfBody(form, sent, key.source) }];
  });
  for (const [resourceId, fields] of Map.groupBy(placed, (field) => field.resourceId)) {
    const removed = fields.filter(({ value }) => value === null);
    const written = fields.filter(({ value }) => value !== null);
    if (removed.length > 0) await remove(admin, input, { resourceId, fields: removed }, answers);
    for (let from = 0; from < written.length; from += maxTranslationRows) {
      const rows = written.slice(from, from + maxTranslationRows);
      await register(admin, input, { resourceId, fields: rows }, answers);
    }
  }
}

interface OfResource {
  resourceId: string;
  fields: readonly Placed[];
}

async function register(
  admin: AdminApi,
  { target, beforeCall }: Input,
  { resourceId, fields }: OfResource,
  answers: FieldAnswers,
): Promise<void> {
  const market = target.market === "" ? {} : { marketId: marketGid(target.market) };
  await beforeCall();
  const { translationsRegister } = await admin.run(registerTranslations, {
    resourceId,
    translations: fields.map(({ key, value, digest }) => ({
      ...{ key, locale: target.locale, ...market },
      ...{ value: value ?? "", translatableContentDigest: digest },
    })),
  });
  const stored = new Map(translationsRegister.translations?.map(({ key, value }) => [key, value]));
  for (const { name, key, form } of fields) {
    if (!stored.has(key)) continue;
    answers.set(name, { kind: "answered", answered: bodyOfValue(form, stored.get(key) ?? "") });
  }
  refuse(fields, translationsRegister.userErrors, answers);
}

async function remove(
  admin: AdminApi,
  { target, beforeCall }: Input,
  { resourceId, fields }: OfResource,
  answers: FieldAnswers,
): Promise<void> {
  const market = target.market === "" ? {} : { marketIds: [marketGid(target.market)] };
  await beforeCall();
  const { translationsRemove } = await admin.run(removeTranslations, {
    ...{ resourceId, keys: fields.map(({ key }) => key), locales: [target.locale] },
    ...market,
  });
  // Shopify answers nothing where there was nothing.
  for (const { name } of fields) answers.set(name, { kind: "answered", answered: null });
  refuse(fields, translationsRemove.userErrors, answers);
}

/** An error that names no row counts for all that were not taken. */
function refuse(fields: readonly Placed[], errors: readonly TranslationError[], answers: FieldAnswers): void {
  for (const error of errors) {
    const [list, index] = error.field ?? [];
    const named = list === "translations" && index !== undefined ? fields[Number(index)] : undefined;
    const meant = named ? [named] : fields.filter(({ name }) => answers.get(name)?.kind !== "answered");
    for (const { name } of meant) answers.set(name, answerOf(error));
  }
}

const withoutSource: FieldAnswer = {
  kind: "refused",
  message: "",
  said: "Its original in the shop's own language is empty: write and publish that first.",
};

function answerOf({ code, message }: TranslationError): FieldAnswer {
  if (code === "INVALID_TRANSLATABLE_CONTENT") return { kind: "source_changed" };
  const said = code ? wordsOf[code] : undefined;
  return said === undefined ? { kind: "refused", message } : { kind: "refused", message, said };
}

const wordsOf: Readonly<Record<string, string>> = {
  INVALID_KEY_FOR_MODEL: "Its original in the shop's own language is empty: write and publish that first.",
  INVALID_LOCALE_FOR_SHOP:
    "The shop does not have this language any more. Add it in Shopify again, then publish; the text is kept here.",
  MARKET_DOES_NOT_EXIST: "The shop does not have this market any more. The text is kept here.",
  RESOURCE_NOT_MARKET_CUSTOMIZABLE: "Shopify keeps no text of a market's own here. Translate it for all markets.",
  RESOURCE_NOT_FOUND: "What it belongs to is no longer in the shop.",
};
