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
import { answerOfError } from "./translation-refusals.ts";

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
    for (const { name } of meant) answers.set(name, answerOfError(error));
  }
}

const withoutSource: FieldAnswer = answerOfError({ code: "INVALID_KEY_FOR_MODEL", message: "" });
