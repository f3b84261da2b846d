import type { TranslationRecord } from "../records.ts";
import type { Args, Context, Fields } from "../resolve/context.ts";
import { shownTranslation, translatableContent } from "../translations.ts";

interface Input {
  key: string;
  locale: string;
  marketId?: string | null;
  translatableContentDigest: string;
  value: string;
}

function register(args: Args, context: Context) {
  const { shop } = context;
  const resourceId = args.resourceId as string;
  const inputs = args.translations as Input[];
  const content = translatableContent(shop, resourceId);
  const refuse = (field: string[], message: string, code: string) => ({
    translations: null,
    userErrors: [{ field, message, code }],
  });
  if (!content) return refuse(["resourceId"], `Resource ${resourceId} does not exist`, "RESOURCE_NOT_FOUND");
  if (inputs.length > 100) {
    return refuse(["resourceId"], "Too many translation keys for the resource", "TOO_MANY_KEYS_FOR_RESOURCE");
  }
  for (const [i, input] of inputs.entries()) {
    const at = (name: string) => ["translations", String(i), name];
    const source = content.find((c) => c.key === input.key);
    if (!source)
      return refuse(at("key"), `Key ${input.key} is not a valid translatable field`, "INVALID_KEY_FOR_MODEL");
    if (!shop.options.locales.slice(1).includes(input.locale)) {
      return refuse(at("locale"), "Locale is not a valid locale for the shop", "INVALID_LOCALE_FOR_SHOP");
    }
    if (input.value.trim() === "") return refuse(at("value"), "Value can't be blank", "FAILS_RESOURCE_VALIDATION");
    if (source.digest === null || input.translatableContentDigest !== source.digest) {
      return refuse(
        at("translatableContentDigest"),
        "Translatable content hash is invalid",
        "INVALID_TRANSLATABLE_CONTENT",
      );
    }
  }
  const list = [...(shop.translations.get(resourceId) ?? [])];
  const made = inputs.map((input): TranslationRecord => {
    const record = {
      key: input.key,
      locale: input.locale,
      marketId: input.marketId ?? null,
      value: input.value,
      digest: input.translatableContentDigest,
      updatedAt: shop.now(),
    };
    const at = list.findIndex(
      (t) => t.key === record.key && t.locale === record.locale && t.marketId === record.marketId,
    );
    if (at < 0) list.push(record);
    else list[at] = record;
    return record;
  });
  shop.translations.set(resourceId, list);
  return { translations: made.map((t) => shownTranslation(t, t.digest)), userErrors: [] };
}

function remove(args: Args, context: Context) {
  const { shop } = context;
  const resourceId = args.resourceId as string;
  const content = translatableContent(shop, resourceId);
  if (!content) {
    const message = `Resource ${resourceId} does not exist`;
    return { translations: null, userErrors: [{ field: ["resourceId"], message, code: "RESOURCE_NOT_FOUND" }] };
  }
  const keys = args.translationKeys as string[];
  const locales = args.locales as string[];
  const markets: (string | null)[] = Array.isArray(args.marketIds) ? (args.marketIds as string[]) : [null];
  const matches = (t: TranslationRecord) =>
    keys.includes(t.key) && locales.includes(t.locale) && markets.includes(t.marketId);
  const all = shop.translations.get(resourceId) ?? [];
  shop.translations.set(
    resourceId,
    all.filter((t) => !matches(t)),
  );
  const shown = all.filter(matches).map((t) => shownTranslation(t, content.find((c) => c.key === t.key)?.digest));
  return { translations: shown, userErrors: [] };
}

export const translationMutations: Fields<unknown> = {
  translationsRegister: (_s, args, context) => register(args, context),
  translationsRemove: (_s, args, context) => remove(args, context),
};
