import type { i18n } from "i18next";
import { namedImages } from "../../catalog/image-alts.ts";
import type { Product } from "../../catalog/product.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { heldTexts } from "../../catalog/translations/held-texts.ts";
import { isOutdated } from "../../catalog/translations/is-outdated.ts";
import { shopTranslationsOf } from "../../catalog/translations/shop-translations.ts";
import { sourceDigest } from "../../catalog/translations/source-digest.ts";
import { plainText, type TextForm, valueOfBody } from "../../catalog/translations/text-form.ts";
import { type SourceText, translationSources } from "../../catalog/translations/translation-sources.ts";
import type { Db } from "../../db/open.ts";
import type { TextBody } from "../../db/schema/index.ts";
import { all, type Steps } from "../../db/steps.ts";
import { productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { listConflicts } from "../../publishing/list-conflicts.ts";
import { hasWords } from "../../quality/translation/has-words.ts";
import { languagesOfSources } from "../../quality/translation/source-languages.ts";
import { resolveConfig } from "../../rules/configs/resolve-config.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { configNameOf } from "../../texts/slot.ts";
import type { Target } from "../../texts/target.ts";
import { writtenOf } from "../../texts/text-body.ts";
import type { TranslationView } from "../../ui/languages/editor-view.ts";
import { editorUrl } from "../../ui/languages/language-address.ts";
import { readBehindGeneral } from "../../versions/behind-general.ts";
import { type ProductText, readProductTexts } from "../../versions/read-product-texts.ts";
import { shownText } from "../../versions/shown-text.ts";
import { writtenSlots } from "../../versions/written-slots.ts";
import { contentTypeViews } from "../content-type-views.ts";
import { languageName } from "./names.ts";
import { otherType } from "./other-type.ts";
import { readInMarket } from "./read-in-market.ts";
import { readTermViews } from "./term-views.ts";

/**
 * The texts of a product beside their translations, in reading order: its content types and images, then its options, their values
 * and its metafields, and last what is translated or was written and has no original any more, which waits for a decision.
 */
export async function readTranslations(
  deps: { db: Db },
  { shop, product, target, words }: { shop: ShopDomain; product: Product; target: Target; words: i18n },
): Promise<TranslationView[]> {
  const { db } = deps;
  const productId = productIdSchema.parse(product.id);
  const primary = await readPrimaryTarget(deps, shop);
  const [sources, waiting, conflicts, live, bodies, config, inMarket, isBehind] = await Promise.all([
    db.do(translationSources(product)),
    db.do(writtenSlots({ shop, productId, target, states: ["draft", "approved"] })),
    listConflicts(deps, { shop, productId, target }),
    db.do(shopTranslationsOf({ shop, owner: productId, target })),
    db.do(heldTexts({ shop, owner: productId, target })),
    db.do(resolveConfig({ shop, product })),
    db.do(readInMarket(shop, { owner: productId, target })),
    db.do(readBehindGeneral({ shop, productId })),
  ]);
  const { vendor } = product;
  const termsOf = await db.do(readTermViews({ shop, config: config.config, locale: target.locale, vendor }));
  const spoken = languagesOfSources(
    sources.map(({ name, body, form }) => ({ name, text: plainText(form, body) })),
    primary.locale,
  );
  const ofEntries = new URLSearchParams({ kind: "metaobject" });
  const entries = await db.do(knownEntries(shop, sources));
  const entryUrl = (id: string) =>
    editorUrl({ locale: target.locale, productId: id, market: target.market }, ofEntries);
  const sourceOf = new Map(sources.map((source) => [source.name, source]));
  const lost = [...waiting, ...conflicts.rows.map(({ contentType }) => contentType), ...Object.keys(live)];
  const names = [...new Set([...sourceOf.keys(), ...lost])];
  const [written, own] = await Promise.all([
    readProductTexts(deps, { shop, productId, target, also: names }),
    readProductTexts(deps, { shop, productId, target: primary }),
  ]);
  const types = contentTypeViews(await db.do(listContentTypes(shop)), config.config, words.t);
  const images = namedImages(product.facts.images);
  const altLabel = (number: number) => words.t("texts:label.altOf", { number });
  return names.map((name): TranslationView => {
    const source = sourceOf.get(name) ?? null;
    const text = written?.find(({ contentType }) => contentType === name);
    const newest = text?.newest ?? null;
    const held = live[name];
    const waits = newest?.state === "draft" || newest?.state === "approved";
    const madeFrom = waits ? newest.factsDigest : held?.of;
    const givesUp = waits && newest.origin === "given_up";
    const stale =
      source !== null &&
      !givesUp &&
      isOutdated(source, { waiting: waits ? { digest: newest.factsDigest } : null, held });
    const before = stale && madeFrom !== undefined ? own?.find(({ contentType }) => contentType === name) : undefined;
    const language = spoken.get(name);
    const conflict = conflicts.rows.find(({ contentType }) => contentType === name) ?? null;
    const liveBody = bodies.get(name) ?? null;
    const image = images.find((one) => one.contentType === name);
    const named = types.find((type) => type.name === configNameOf(name));
    const body = source?.body ?? newest?.body ?? liveBody;
    const said = waits ? newest.body : liveBody;
    const terms = source ? termsOf(name, { body: source.body, locale: language ?? primary.locale }, said) : [];
    const type = image && named ? { ...named, name, label: altLabel(image.position) } : named;
    return {
      type: type?.name === name ? type : otherType(name, { source, body }, words.t),
      source: source?.body ?? null,
      sourceBefore: source && before && madeFrom !== undefined ? earlierSource(before, madeFrom, source.form) : null,
      ...(source && !hasWords({ text: writtenOf(source.body), locale: language ?? primary.locale }, target.locale)
        ? { isAlike: true }
        : {}),
      ...(source?.linked === undefined
        ? {}
        : {
            linked: { name: writtenOf(source.body), url: entries.has(source.linked) ? entryUrl(source.linked) : null },
          }),
      ...(source?.limits?.choices ? { choices: source.limits.choices } : {}),
      ...(language === undefined ? {} : { writtenIn: languageName(language, words.language) }),
      ...(terms.length > 0 ? { terms } : {}),
      live: liveBody,
      newest,
      approved: text?.approved ?? null,
      history: [],
      stale,
      conflict,
      ...(source ? { shown: shownText({ source: source.digest, live: conflict ? conflict.theirs : liveBody }) } : {}),
      ...(inMarket
        ? { inMarket: { ...inMarket(name, source), isBehind: source !== null && isBehind(source, target) } }
        : {}),
      ...(image ? { image: { url: image.url, position: image.position } } : {}),
    };
  });
}

const entriesSql = `SELECT id FROM text_resources
  WHERE shop = @shop AND gone_at IS NULL AND id IN (SELECT value FROM json_each(@ids))`;

/** Of the entries that texts are linked to those that have an editor of their own. */
function* knownEntries(shop: ShopDomain, sources: readonly SourceText[]): Steps<Set<string>> {
  const ids = sources.flatMap(({ linked }) => linked ?? []);
  if (ids.length === 0) return new Set();
  const rows = yield* all<{ id: string }>(entriesSql, { shop, ids: JSON.stringify(ids) });
  return new Set(rows.map(({ id }) => id));
}

/** The words of the shop's own language that have a digest, among those that were written here or stood in the shop before. */
function earlierSource(text: ProductText, digest: string, form: TextForm): TextBody | null {
  const bodies = text.history.flatMap(({ body, base }) => (base === null ? [body] : [body, base]));
  return bodies.find((body) => sourceDigest(valueOfBody(form, body)) === digest) ?? null;
}
