import { idOf, type TranslationRecord } from "../records.ts";
import type { Args, Context, Fields } from "../resolve/context.ts";
import { checkOwnerOf } from "../scopes.ts";
import { problemOfRow, type TranslationInput } from "../translate/check-translation.ts";
import { savedHandle } from "../translate/handle-translation.ts";
import { refusedBy, refusedKindsFor } from "../translate/refused-translations.ts";
import { shownTranslation } from "../translate/shown-translations.ts";
import { translatableContent } from "../translate/translatable-content.ts";

/** Rows of one call, repeated keys and locales counted. */
const rowLimit = 100;

const refuse = (message: string, code: string) => ({
  translations: null,
  userErrors: [{ field: ["resourceId"], message, code }],
});
const notFound = (resourceId: string) => refuse(`Resource ${resourceId} does not exist`, "RESOURCE_NOT_FOUND");

/** Good rows are stored and returned, bad ones are told with their index; only the whole call's own faults store nothing. */
function register(args: Args, context: Context) {
  const { shop } = context;
  const resourceId = args.resourceId as string;
  const inputs = args.translations as TranslationInput[];
  if (inputs.length > rowLimit) {
    const message = `Too many keys for resource - maximum ${rowLimit} per mutation`;
    return refuse(message, "TOO_MANY_KEYS_FOR_RESOURCE");
  }
  checkOwnerOf(resourceId, "translationsRegister", context.scopes);
  const content = translatableContent(shop, resourceId);
  if (!content) return notFound(resourceId);
  if (shop.metaobjects.get(idOf("Metaobject", resourceId) ?? 0)?.translatable === false) {
    return refuse(`Resource ${resourceId} is not translatable`, "RESOURCE_NOT_TRANSLATABLE");
  }
  const userErrors: { field: string[]; message: string; code: string }[] = [];
  const accepted: TranslationRecord[] = [];
  for (const [i, input] of inputs.entries()) {
    const subject = `translationsRegister ${resourceId} ${input.key} ${input.locale}`;
    const struck = context.strike(subject, refusedKindsFor(input.marketId));
    const problem = (struck && refusedBy(struck)) || problemOfRow(shop, resourceId, content, input);
    if (problem) {
      const { part, message, code } = problem;
      userErrors.push({ field: ["translations", String(i), part], message, code });
      continue;
    }
    const record: TranslationRecord = {
      key: input.key,
      locale: input.locale,
      marketId: input.marketId ?? null,
      value: input.key === "handle" ? savedHandle(input.value) : input.value,
      digest: input.translatableContentDigest,
      updatedAt: shop.now(),
    };
    const isLost = context.strike(subject, ["translation_lost"]);
    if (!isLost) shop.translations.put(resourceId, record);
    accepted.push(record);
  }
  return { translations: accepted.map((record) => shownTranslation(shop, record, record.digest)), userErrors };
}

/** What there was of these keys and locales is removed and returned; null, and no error, when there was nothing. */
function remove(args: Args, context: Context) {
  const { shop } = context;
  const resourceId = args.resourceId as string;
  checkOwnerOf(resourceId, "translationsRemove", context.scopes);
  const content = translatableContent(shop, resourceId);
  if (!content) return notFound(resourceId);
  const keys = new Set(args.translationKeys as string[]);
  const locales = new Set(args.locales as string[]);
  const markets = marketsOf(args.marketIds);
  const removed = shop.translations.remove(
    resourceId,
    (row) => keys.has(row.key) && locales.has(row.locale) && markets.has(row.marketId),
  );
  const shown = removed.map((row) => shownTranslation(shop, row, content.find((c) => c.key === row.key)?.digest));
  return { translations: shown.length > 0 ? shown : null, userErrors: [] };
}

/** Without markets the rows for everywhere are meant. */
function marketsOf(ids: unknown): Set<string | null> {
  const known = Array.isArray(ids) ? ids.filter((id) => idOf("Market", id) !== undefined) : [];
  return Array.isArray(ids) && ids.length > 0 ? new Set(known) : new Set([null]);
}

export const translationMutations: Fields<unknown> = {
  translationsRegister: (_s, args, context) => register(args, context),
  translationsRemove: (_s, args, context) => remove(args, context),
};
