import type { i18n } from "i18next";
import { namedImages } from "../../catalog/image-alts.ts";
import type { Product } from "../../catalog/product.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { shopTranslationsOf } from "../../catalog/translations/shop-translations.ts";
import { sourceDigest } from "../../catalog/translations/source-digest.ts";
import { bodyOfValue, type TextForm, valueOfBody } from "../../catalog/translations/text-form.ts";
import { translationSources } from "../../catalog/translations/translation-sources.ts";
import type { Db } from "../../db/open.ts";
import type { TextBody } from "../../db/schema/index.ts";
import { productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { listConflicts } from "../../publishing/list-conflicts.ts";
import { resolveConfig } from "../../rules/configs/resolve-config.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { configNameOf } from "../../texts/slot.ts";
import type { Target } from "../../texts/target.ts";
import type { TranslationView } from "../../ui/languages/editor-view.ts";
import type { ContentTypeView } from "../../ui/text-body.ts";
import { type ProductText, readProductTexts } from "../../versions/read-product-texts.ts";
import { shownText } from "../../versions/shown-text.ts";
import { contentTypeViews } from "../content-type-views.ts";

/** The texts of a product beside their translations, in reading order; what the shop has no text of is not among them. */
export async function readTranslations(
  deps: { db: Db },
  { shop, product, target, words }: { shop: ShopDomain; product: Product; target: Target; words: i18n },
): Promise<TranslationView[]> {
  const { db } = deps;
  const productId = productIdSchema.parse(product.id);
  const primary = await readPrimaryTarget(deps, shop);
  const [sources, written, own, conflicts, live, config] = await Promise.all([
    db.do(translationSources(product)),
    readProductTexts(deps, { shop, productId, target }),
    readProductTexts(deps, { shop, productId, target: primary }),
    listConflicts(deps, { shop, productId, target }),
    db.do(shopTranslationsOf({ shop, owner: productId, target })),
    db.do(resolveConfig({ shop, product })),
  ]);
  const types = contentTypeViews(await db.do(listContentTypes(shop)), config.config, words.t);
  const images = namedImages(product.facts.images);
  return sources.flatMap(({ name, body: source, digest, form }): TranslationView[] => {
    const named = types.find((type) => type.name === configNameOf(name));
    if (!named) return [];
    const image = images.find((one) => one.contentType === name);
    const type: ContentTypeView = image
      ? { ...named, name, label: words.t("texts:label.altOf", { number: image.position }) }
      : named;
    const text = written?.find(({ contentType }) => contentType === name);
    const newest = text?.newest ?? null;
    const held = live[name];
    const waits = newest?.state === "draft" || newest?.state === "approved";
    const madeFrom = waits ? newest.factsDigest : held?.of;
    const stale = waits ? newest.factsDigest !== digest : (held?.outdated ?? false);
    const before = stale && madeFrom !== undefined ? own?.find(({ contentType }) => contentType === name) : undefined;
    const conflict = conflicts.rows.find(({ contentType }) => contentType === name) ?? null;
    const liveBody = held ? bodyOfValue(form, held.value) : null;
    return [
      {
        type,
        source,
        sourceBefore: before && madeFrom !== undefined ? earlierSource(before, madeFrom, form) : null,
        live: liveBody,
        newest,
        approved: text?.approved ?? null,
        history: [],
        stale,
        conflict,
        shown: shownText({ source: digest, live: conflict ? conflict.theirs : liveBody }),
        ...(image ? { image: { url: image.url, position: image.position } } : {}),
      },
    ];
  });
}

/** The words of the shop's own language that have a digest, among those that were written here or stood in the shop before. */
function earlierSource(text: ProductText, digest: string, form: TextForm): TextBody | null {
  const bodies = text.history.flatMap(({ body, base }) => (base === null ? [body] : [body, base]));
  return bodies.find((body) => sourceDigest(valueOfBody(form, body)) === digest) ?? null;
}
