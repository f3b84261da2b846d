import { barcodesOf } from "../../catalog/barcodes.ts";
import { collectionsOfProduct } from "../../catalog/collections/list-collections.ts";
import { imageAltOf, type NamedImage, namedImages } from "../../catalog/image-alts.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProduct } from "../../catalog/read-product.ts";
import { targetPlaceOf } from "../../catalog/target-place.ts";
import { textsAt } from "../../catalog/target-texts.ts";
import type { AppContext } from "../../context.server.ts";
import type { StoredWarning } from "../../db/schema/index.ts";
import { generateJob, generatePayloadSchema } from "../../generation/jobs.ts";
import { speakOfImages } from "../../generation/speak-of-images.ts";
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
import { readLostTexts } from "../../versions/read-lost-texts.ts";
import { type ProductText, readProductTexts } from "../../versions/read-product-texts.ts";
import { readSourceFacts } from "../../versions/read-source-facts.ts";
import { readVersionCosts } from "../../versions/read-version-costs.ts";
import type { VersionView } from "../../versions/version-view.ts";
import { contentTypeViews, modelChoices } from "../content-type-views.ts";
import { keywordsView } from "../keywords-view.ts";
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
export async function readProductPage(deps: Deps, shop: ShopDomain, productId: ProductId, reader = "") {
  const target = await readPrimaryTarget(deps, shop);
  const [product, texts, lost, conflicts, jobs, writeBacks, models, spending, notices] = await Promise.all([
    readProduct(deps, shop, productId),
    readProductTexts(deps, { shop, productId, target }),
    readLostTexts(deps, { shop, productId, target }),
    listConflicts(deps, { shop, productId, target }),
    listJobsOfSubject(deps, { shop, subject: productId }),
    listWriteBacks(deps, { shop, productId }),
    modelChoices(deps, shop),
    readSpending(deps, shop),
    readShopNotices(deps, shop),
  ]);
  if (!product || !texts) return null;
  const versionIds = [...texts, ...lost].flatMap(({ history }) => history.map(({ id }) => id));
  const reasons = await readReasons(deps, { shop, versionIds });
  const versions = [...texts, ...lost].flatMap(({ history }) => history);
  const costs = await deps.db.do(readVersionCosts({ shop, versions }));
  const decided = (version: VersionView) => ({
    ...version,
    warnings: version.warnings.map((warning) => withKeeper(warning, reader)),
    cost: costs.get(version.id),
    decidedBy: namePerson(version.decidedBy, reader),
    reason: reasons.get(version.id) ?? null,
  });
  // Work that waits for a person is shown by the banners: a page that polled for it would poll for days.
  const job = jobs.find(({ kind, itemStatus }) => kind in kinds && itemStatus !== "paused");
  const rules = await deps.db.do(resolveConfig({ shop, product }));
  const types = contentTypeViews(await deps.db.do(listContentTypes(shop)), rules.config);
  const facts = await readSourceFacts(deps, product);
  const { category, tags, options, attributes, images } = facts;
  const named = namedImages(images);
  const placeOf = ({ id }: { id: string }) =>
    named.find(({ contentType }) => contentType === imageAltOf({ id }))?.position ?? named.length + 1;
  const view: ProductDetailView = {
    category,
    tags,
    collections: await deps.db.do(collectionsOfProduct(shop, product.rowId)),
    keywords: keywordsView(product, rules, types),
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
    texts: texts.flatMap(({ contentType, ...read }): TextView[] => {
      const savedDifferently = isSavedDifferently(writeBacks, read);
      const newest = read.newest && decided(read.newest);
      const text = { ...read, newest, history: read.history.map(decided), savedDifferently };
      const type = types.find(({ name }) => name === configNameOf(contentType));
      const image = named.find((one) => one.contentType === contentType);
      const conflict = conflicts.rows.find((row) => row.contentType === contentType) ?? null;
      if (!type) return [];
      if (!image) return [{ type, conflict, ...text }];
      const own = { ...type, name: contentType, label: `Alt text of image ${image.position}` };
      return [{ type: own, conflict, ...inWords(text, named), image: { url: image.url, position: image.position } }];
    }),
    lost: lost.map(({ history, ...text }) => ({ ...text, history: history.map(decided) })),
    running: job
      ? {
          ...{ jobId: job.id, title: job.title, kind: kinds[job.kind] ?? "other", texts: writtenBy(job) },
          waitingFor: waitsFor(notices.outages, { kind: job.kind, finishedAt: null }),
        }
      : null,
    canUndo: writeBacks[0]?.canUndo ?? false,
    lastWriteBack: writeBacks[0]?.id,
    models,
    spending,
    notices,
    now: deps.clock.now(),
  };
}

/** Who kept a finding, in words; "" where there is nothing to say. */
function withKeeper(warning: StoredWarning, reader: string): StoredWarning {
  const { decision } = warning;
  return decision ? { ...warning, decision: { ...decision, by: namePerson(decision.by, reader) ?? "" } } : warning;
}

type Text = Omit<ProductText, "contentType"> & { savedDifferently: boolean };

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
