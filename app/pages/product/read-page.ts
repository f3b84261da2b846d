import type { i18n } from "i18next";
import { barcodesOf } from "../../catalog/barcodes.ts";
import { collectionsOfProduct } from "../../catalog/collections/list-collections.ts";
import { handsOffAmong } from "../../catalog/hands-off.ts";
import { imageAltOf, type NamedImage, namedImages } from "../../catalog/image-alts.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProduct } from "../../catalog/read-product.ts";
import { targetPlaceOf } from "../../catalog/target-place.ts";
import { textsAt } from "../../catalog/target-texts.ts";
import type { AppContext } from "../../context.server.ts";
import type { StoredWarning } from "../../db/schema/index.ts";
import { generateJob, generatePayloadSchema } from "../../generation/jobs.ts";
import { speakOfImages } from "../../generation/speak-of-images.ts";
import { english } from "../../i18n/words-of.server.ts";
import { type JobOfSubject, listJobsOfSubject } from "../../jobs/list-jobs-of-subject.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { publishJob, undoJob } from "../../publishing/jobs.ts";
import { isSavedDifferently } from "../../publishing/judge-write.ts";
import { listConflicts } from "../../publishing/list-conflicts.ts";
import { listWriteBacks } from "../../publishing/list-write-backs.ts";
import { withoutMachineWords } from "../../quality/facts/without-machine-words.ts";
import { resolveConfig } from "../../rules/configs/resolve-config.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { configNameOf, imageAlt } from "../../texts/slot.ts";
import type { ProductDetailView, RunningView, TextView } from "../../ui/product/product-detail-view.ts";
import { readReasons } from "../../versions/feedback/read-reasons.ts";
import { type LostText, readLostTexts } from "../../versions/read-lost-texts.ts";
import { type ProductText, readProductTexts } from "../../versions/read-product-texts.ts";
import { readSourceFacts } from "../../versions/read-source-facts.ts";
import { readVersionCosts } from "../../versions/read-version-costs.ts";
import { readVersionRules } from "../../versions/read-version-rules.ts";
import { shownText } from "../../versions/shown-text.ts";
import type { VersionView } from "../../versions/version-view.ts";
import { contentTypeViews, modelChoices, typeLabel } from "../content-type-views.ts";
import { keywordsView } from "../keywords-view.ts";
import { languageTabs } from "../languages/language-tabs.ts";
import { namePerson } from "../name-person.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readSpending } from "../spending.ts";
import { waitsFor } from "../waits-for.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

const kinds: Record<string, RunningView["kind"]> = {
  [generateJob.kind]: "generate",
  [publishJob.kind]: "publish",
  [undoJob.kind]: "undo",
};

/** All that a product's page shows, or null when the shop has no such product. */
export async function readProductPage(deps: Deps, shop: ShopDomain, productId: ProductId, reader = "", words?: i18n) {
  const target = await readPrimaryTarget(deps, shop);
  const [product, texts, lost, conflicts, jobs, writeBacks, models, canWait, spending, notices] = await Promise.all([
    readProduct(deps, shop, productId),
    readProductTexts(deps, { shop, productId, target }),
    readLostTexts(deps, { shop, productId, target }),
    listConflicts(deps, { shop, productId, target }),
    listJobsOfSubject(deps, { shop, subject: productId }),
    listWriteBacks(deps, { shop, productId }),
    modelChoices(deps, shop),
    deps.models.forShop(shop).then(({ offersBatches }) => offersBatches()),
    readSpending(deps, shop),
    readShopNotices(deps, shop),
  ]);
  if (!product || !texts) return null;
  const inLanguage = words ?? (await english());
  const { t } = inLanguage;
  const versionIds = [...texts, ...lost].flatMap(({ history }) => history.map(({ id }) => id));
  const reasons = await readReasons(deps, { shop, versionIds });
  const versions = [...texts, ...lost].flatMap(({ history }) => history);
  const rulesOf = await readVersionRules(deps, { shop, versionIds });
  const costs = await deps.db.do(readVersionCosts({ shop, versions }));
  const decided = (version: VersionView) => ({
    ...version,
    warnings: version.warnings.map((warning) => withKeeper(warning, reader)),
    cost: costs.get(version.id),
    rules: rulesOf.get(version.id),
    writer: writerOf(version.createdBy, reader),
    decidedBy: namePerson(version.decidedBy, reader),
    reason: reasons.get(version.id) ?? null,
  });
  // Work that waits for a person is shown by the banners: a page that polled for it would poll for days.
  const job = jobs.find(({ kind, itemStatus }) => kind in kinds && itemStatus !== "paused");
  const rules = await deps.db.do(resolveConfig({ shop, product }));
  const types = contentTypeViews(await deps.db.do(listContentTypes(shop)), rules.config, t);
  const facts = await readSourceFacts(deps, product);
  const { category, tags, options, attributes, images } = facts;
  const named = namedImages(images);
  const placeOf = ({ id }: { id: string }) =>
    named.find(({ contentType }) => contentType === imageAltOf({ id }))?.position ?? named.length + 1;
  const view: ProductDetailView = {
    category,
    tags,
    collections: await deps.db.do(collectionsOfProduct(shop, product.rowId)),
    keywords: keywordsView(t, product, rules, types),
    options,
    attributes,
    ownAttributes: product.ownAttributes,
    machineWords: withoutMachineWords(facts).machineWords,
    images: images.toSorted((a, b) => placeOf(a) - placeOf(b)),
    id: product.id,
    title: product.title,
    adminUrl: product.shopifyId && product.goneAt === null ? `shopify://admin/products/${product.id}` : null,
    status: product.status,
    gone: product.goneAt !== null,
    handsOff: (await handsOffAmong(deps, shop, [productId])).size > 0,
    contentState: textsAt(await deps.db.do(targetPlaceOf(shop, target)), product).contentState,
    locale: target.locale,
    vendor: product.vendor,
    productType: product.productType,
    variants: product.variants.map((variant) => {
      const { id, title, sku, price } = variant;
      return { id, title, sku, price, barcodes: barcodesOf(variant) };
    }),
    updatedAt: product.updatedAt,
  };
  return {
    product: view,
    imageType: named.length > 0 ? (types.find(({ name }) => name === imageAlt) ?? null) : null,
    texts: texts.flatMap(({ contentType, source, ...read }): TextView[] => {
      const savedDifferently = isSavedDifferently(writeBacks, read);
      const newest = read.newest && decided(read.newest);
      const text = { ...read, newest, history: read.history.map(decided).map(withoutWordings), savedDifferently };
      const type = types.find(({ name }) => name === configNameOf(contentType));
      const image = named.find((one) => one.contentType === contentType);
      const conflict = conflicts.rows.find((row) => row.contentType === contentType) ?? null;
      if (!type) return [];
      const shown = shownText({ source, live: conflict ? conflict.theirs : read.live });
      if (!image) return [{ type, conflict, shown, ...text }];
      const own = { ...type, name: contentType, label: t("texts:label.altOf", { number: image.position }) };
      return [
        { type: own, conflict, shown, ...inWords(text, named), image: { url: image.url, position: image.position } },
      ];
    }),
    lost: lost.map(({ history, image, former, ...text }) => ({
      ...text,
      label: lostLabel(inLanguage, { ...text, image, former }),
      history: history.map(decided).map(withoutWordings),
    })),
    running: job
      ? {
          ...{ jobId: job.id, title: job.title, kind: kinds[job.kind] ?? "other", texts: writtenBy(job) },
          waitingFor: waitsFor(notices.outages, { kind: job.kind, finishedAt: null }),
        }
      : null,
    canUndo: writeBacks[0]?.canUndo ?? false,
    lastWriteBack: writeBacks[0]?.id,
    languages: await deps.db.do(
      languageTabs(shop, { ...view, id: productId, imageUrl: product.imageUrl }, { inLanguage: inLanguage.language }),
    ),
    models,
    canWait,
    spending,
    notices,
    now: deps.clock.now(),
  };
}

/** Among earlier versions nothing is chosen: a long history would carry each of them. */
function withoutWordings<V extends Pick<VersionView, "wordings">>(version: V): V {
  return version.wordings.length === 0 ? version : { ...version, wordings: [] };
}

/** Which person made a version; null where it was none. Of colleagues Shopify gives a number alone. */
function writerOf(by: string | null, reader: string): "you" | "colleague" | null {
  if (!by?.startsWith("user:") || by === "user:unknown") return null;
  return by === reader ? "you" : "colleague";
}

/** Who kept a finding, to the reader; "" where there is nothing to say. */
function withKeeper(warning: StoredWarning, reader: string): StoredWarning {
  const { decision } = warning;
  return decision ? { ...warning, decision: { ...decision, by: namePerson(decision.by, reader) ?? "" } } : warning;
}

type Text = Omit<ProductText, "contentType" | "source"> & { savedDifferently: boolean };

function inWords(text: Text, images: readonly NamedImage[]): Text {
  const read = <V extends VersionView | null>(version: V): V =>
    version && {
      ...version,
      warnings: version.warnings.map((warning) => ({
        ...warning,
        description: speakOfImages(warning.description, images),
      })),
    };
  return { ...text, newest: read(text.newest), approved: read(text.approved), history: text.history.map(read) };
}

/** The content types that a job writes; none when it does something else. */
function writtenBy({ kind, payload }: JobOfSubject): string[] {
  if (kinds[kind] !== "generate") return [];
  return generatePayloadSchema.safeParse(payload).data?.contentTypes ?? [];
}

/** "Title", "Title in German", "Alt text of an image that is gone" */
function lostLabel(
  { t, language }: i18n,
  {
    contentType,
    label,
    image,
    former,
    locale,
  }: Pick<LostText, "contentType" | "label" | "image" | "former" | "locale">,
): string {
  const text =
    image === null
      ? typeLabel(t, contentType, label)
      : t(image === "gone" ? "texts:label.altGone" : "texts:label.altLost");
  if (!former) return text;
  const name = new Intl.DisplayNames([language], { type: "language", fallback: "code" }).of(locale) ?? locale;
  return t("texts:label.inLanguage", { text, language: name });
}
