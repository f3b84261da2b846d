import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { barcodesOf } from "../catalog/barcodes.ts";
import { collectionsOfProduct } from "../catalog/collections/list-collections.ts";
import { imageAltOf, type NamedImage, namedImages } from "../catalog/image-alts.ts";
import { termsOfText } from "../catalog/keywords.ts";
import { writeOwnKeywords } from "../catalog/own-keywords.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readProduct } from "../catalog/read-product.ts";
import { writeOwnAttributes } from "../catalog/write-own-attributes.ts";
import type { AppContext } from "../context.server.ts";
import type { Acted } from "../db/record-act.ts";
import type { FieldValue } from "../generation/regenerate-fields.ts";
import { speakOfImages } from "../generation/speak-of-images.ts";
import { agentModelSchema, generateKind, generatePayloadSchema } from "../generation/start-generation.ts";
import { startRegeneration } from "../generation/start-regeneration.ts";
import { type JobOfSubject, listJobsOfSubject } from "../jobs/list-jobs-of-subject.ts";
import { boundedList } from "../lib/bounded-list.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { isSavedDifferently } from "../publishing/judge-write.ts";
import { listConflicts } from "../publishing/list-conflicts.ts";
import { listWriteBacks } from "../publishing/list-write-backs.ts";
import { resolveConflict } from "../publishing/resolve-conflict.ts";
import { startPublishing } from "../publishing/start-publishing.ts";
import { startUndo } from "../publishing/start-undo.ts";
import { resolveConfig } from "../rules/configs/resolve-config.ts";
import { listContentTypes } from "../rules/content-types/list-content-types.ts";
import type { AdminUser } from "../shopify/authenticate-admin.ts";
import { contentTypeNameSchema } from "../texts/content-types.ts";
import { configNameOf, imageAlt } from "../texts/slot.ts";
import { writtenOf } from "../texts/text-body.ts";
import { countOf } from "../ui/numbers.ts";
import type { ProductDetailView, RunningView, TextView } from "../ui/product/product-detail-view.ts";
import { allInState } from "../versions/all-in-state.ts";
import { approveVersions } from "../versions/approve-versions.ts";
import { countBlockedDrafts } from "../versions/count-blocked-drafts.ts";
import { editVersion } from "../versions/edit-version.ts";
import { readReasons } from "../versions/feedback/read-reasons.ts";
import { readLostTexts } from "../versions/read-lost-texts.ts";
import { type ProductText, readProductTexts } from "../versions/read-product-texts.ts";
import { readSourceFacts } from "../versions/read-source-facts.ts";
import { readVersionCosts } from "../versions/read-version-costs.ts";
import { rejectVersion } from "../versions/reject-version.ts";
import type { VersionView } from "../versions/version-view.ts";
import type { Outcome } from "./answer-action.ts";
import { contentTypeViews, modelChoices } from "./content-type-views.ts";
import { keywordsView } from "./keywords-view.ts";
import { namePerson } from "./name-person.ts";
import { readShopNotices } from "./shop-notices.ts";
import { readSpending } from "./spending.ts";
import { startedWords } from "./waits-for.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models"> & Partial<Pick<AppContext, "heavy">> & Acted;

const kinds: Record<string, RunningView["kind"]> = { "generate-content": "generate", publish: "publish", undo: "undo" };

/** All that a product's page shows, or null when the shop has no such product. */
export async function readProductPage(deps: Deps, shop: ShopDomain, productId: ProductId, reader = "") {
  const { locale } = await readPrimaryTarget(deps, shop);
  const [product, texts, lost, conflicts, jobs, writeBacks, models, spending, notices] = await Promise.all([
    readProduct(deps, shop, productId),
    readProductTexts(deps, { shop, productId, locale }),
    readLostTexts(deps, { shop, productId, locale }),
    listConflicts(deps, { shop, productId }),
    listJobsOfSubject(deps, { shop, subject: productId }),
    listWriteBacks(deps, { shop, productId }),
    modelChoices(deps, shop),
    readSpending(deps, shop),
    readShopNotices(deps, shop),
  ]);
  if (!product || !texts) return null;
  const versionIds = [...texts, ...lost].flatMap(({ history }) => history.map(({ id }) => id));
  const reasons = await readReasons(deps, { shop, versionIds });
  const costs = readVersionCosts(deps, { shop, versions: [...texts, ...lost].flatMap(({ history }) => history) });
  const decided = (version: VersionView) => ({
    ...version,
    cost: costs.get(version.id),
    decidedBy: namePerson(version.decidedBy, reader),
    reason: reasons.get(version.id) ?? null,
  });
  // What waits for a person is said by the banners: a page that polls for it would poll for days.
  const job = jobs.find(({ kind, itemStatus }) => kind in kinds && itemStatus !== "paused");
  const rules = resolveConfig(deps, { shop, product });
  const types = contentTypeViews(listContentTypes(deps, shop), rules.config);
  const { category, tags, options, attributes, images } = await readSourceFacts(deps, product);
  const named = namedImages(images);
  const placeOf = ({ id }: { id: string }) =>
    named.find(({ contentType }) => contentType === imageAltOf({ id }))?.position ?? named.length + 1;
  const view: ProductDetailView = {
    category,
    tags,
    collections: collectionsOfProduct(deps, shop, product.rowId),
    keywords: keywordsView(product, rules, types),
    options,
    attributes,
    ownAttributes: product.ownAttributes,
    images: images.toSorted((a, b) => placeOf(a) - placeOf(b)),
    id: product.id,
    title: product.title,
    adminUrl: product.shopifyId && product.goneAt === null ? `shopify://admin/products/${product.id}` : null,
    status: product.status,
    gone: product.goneAt !== null,
    contentState: product.contentState,
    locale,
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
      const conflict = conflicts.rows.find((row) => row.contentType === contentType && row.locale === locale) ?? null;
      if (!type) return [];
      if (!image) return [{ type, conflict, ...text }];
      const own = { ...type, name: contentType, label: `Alt text of image ${image.position}` };
      return [{ type: own, conflict, ...inWords(text, named), image: { url: image.url, position: image.position } }];
    }),
    lost: lost.map(({ history, ...text }) => ({ ...text, history: history.map(decided) })),
    running: job ? { jobId: job.id, title: job.title, kind: kinds[job.kind] ?? "other", texts: writtenBy(job) } : null,
    canUndo: writeBacks[0]?.canUndo ?? false,
    lastWriteBack: writeBacks[0]?.id,
    models,
    spending,
    notices,
    now: deps.clock.now(),
  };
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

/** More than the texts and pictures of a product. */
const typeNames = boundedList(contentTypeNameSchema, 500);
const isSome = (list: readonly unknown[]) => list.length > 0;
const bodySchema = z.union([z.string().max(200_000), boundedList(z.string().max(20_000), 100)]);
const attributesSchema = boundedList(z.object({ name: z.string().max(1_000), value: z.string().max(5_000) }), 200);
const groupSchema = z.object({ name: z.string().max(1_000), terms: boundedList(z.string().max(5_000), 500) });
const requestSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("edit"),
    edits: boundedList(
      z.object({
        contentType: contentTypeNameSchema,
        body: bodySchema,
        /** the newest version as the form showed it */
        seen: z.string().max(64).nullable().optional(),
      }),
      100,
    ).refine(isSome),
  }),
  /** with the newest version as the page showed it */
  z.object({
    intent: z.literal("restore"),
    versionId: z.string().max(64),
    seen: z.string().max(64).nullable().optional(),
  }),
  z.object({
    intent: z.literal("generate"),
    contentTypes: typeNames.refine(isSome),
    agentModel: agentModelSchema,
    allImages: z.boolean().optional(),
    notes: z.string().optional(),
    fieldNotes: z.record(contentTypeNameSchema, z.string()).optional(),
    /** those whose note is the new text itself */
    given: typeNames.optional(),
  }),
  z.object({
    intent: z.literal("attributes"),
    attributes: attributesSchema,
    /** what the form was made from */
    seen: attributesSchema,
  }),
  z.object({
    intent: z.literal("keywords"),
    groups: boundedList(
      z.union([groupSchema, z.object({ name: z.string().max(1_000), text: z.string().max(100_000) })]),
      100,
    ),
    seen: boundedList(groupSchema, 100),
  }),
  z.object({
    intent: z.literal("approve"),
    versionIds: boundedList(z.string().max(64), 300).refine(isSome),
    override: z.boolean(),
  }),
  z.object({
    intent: z.literal("reject"),
    versionId: z.string().max(64),
    reason: z.string().max(1_000).optional(),
  }),
  z.object({ intent: z.literal("publish"), contentTypes: typeNames.refine(isSome) }),
  z.object({
    intent: z.literal("resolve"),
    contentType: contentTypeNameSchema,
    keep: z.enum(["theirs", "ours"]),
    /** of the conflict as the page showed it */
    detectedAt: z.number().optional(),
  }),
  /** with the publication as the page showed it */
  z.object({ intent: z.literal("undo"), writeBackId: z.string().max(64).optional() }),
]);
const goneProblem = "This product is gone. Go back to the list of products.";

/** What the product page sends, as JSON. */
export type ProductRequest = z.input<typeof requestSchema>;

/** Does what a person asked for on a product's page. */
export async function changeProduct(
  deps: Deps,
  { shop, by }: AdminUser,
  productId: ProductId,
  input: unknown,
): Promise<Outcome> {
  const parsed = requestSchema.safeParse(input);
  if (!parsed.success) return { problem: "This page is from an older version of the app. Reload it." };
  const asked = parsed.data;
  const createdBy = by;
  switch (asked.intent) {
    case "edit":
      return saveEdits(deps, { shop, by, productId, edits: asked.edits });
    case "restore":
      return restore(deps, { shop, by, productId, versionId: asked.versionId, seen: asked.seen });
    case "generate": {
      const { contentTypes, agentModel, allImages = false, notes, fieldNotes = {}, given = [] } = asked;
      const fieldOf = (name: string): FieldValue => {
        const value = fieldNotes[name] ?? "";
        return given.includes(name) ? { mode: "content", value } : value;
      };
      const fields = Object.fromEntries(contentTypes.map((name) => [name, fieldOf(name)]));
      const { creditsOf, refusalOf } = await deps.models.forShop(shop);
      const started = await startRegeneration(deps, {
        shop,
        productIds: [productId],
        notes,
        fields,
        agentModel,
        itemCredits: creditsOf(agentModel),
        allImages,
        createdBy,
      });
      if (started.outcome === "invalid") return { problem: `${started.fields.join(". ")}.` };
      if (started.outcome === "not_found") return { problem: goneProblem };
      if (!started.jobId) return { message: contentTypes.length === 1 ? "Text saved as a draft" : "Drafts saved" };
      const refused = refusalOf(agentModel) !== null;
      const words = { kind: generateKind, begins: "Generation started", queued: "Writing is queued", refused };
      return { message: await startedWords(deps, shop, words), jobId: started.jobId };
    }
    case "attributes": {
      const { attributes, seen } = asked;
      const written = await writeOwnAttributes(deps, { shop, productId, attributes, seen, keepOthers: false, by });
      if (written.outcome === "stale") return { problem: staleFacts("attributes"), stale: true };
      if (written.outcome === "invalid") return { problem: written.message };
      if (written.outcome === "not_found") return { problem: goneProblem };
      return { message: written.changed ? "Attributes saved. Texts written before can be generated again" : "Saved" };
    }
    case "keywords": {
      const groups = asked.groups.map((group) => ({
        name: group.name,
        terms: "text" in group ? termsOfText(group.text) : group.terms,
      }));
      const written = await writeOwnKeywords(deps, { shop, productId, groups, seen: asked.seen, by });
      if (written.outcome === "stale") return { problem: staleFacts("keywords"), stale: true };
      if (written.outcome === "invalid") return { problem: written.message };
      if (written.outcome === "not_found") return { problem: goneProblem };
      return { message: written.changed ? "Keywords saved. Texts written before can be generated again" : "Saved" };
    }
    case "approve": {
      const { versionIds, override } = asked;
      const { approved, blocked } = await approveVersions(deps, {
        shop,
        versionIds,
        by,
        onlyClean: !override,
        override,
      });
      const done = approved === 0 && (await allInState(deps, { shop, versionIds, state: "approved" }));
      if (done) return { message: "Approved already" };
      if (approved > 0) {
        const left = override ? 0 : await countBlockedDrafts(deps, { shop, productId });
        const done = approved === 1 ? "Text approved" : `${countOf(approved, "text")} approved`;
        return { message: left > 0 && versionIds.length > 1 ? `${done}, ${left} blocked by a check` : done };
      }
      return {
        problem:
          blocked > 0
            ? "A check blocks this text. Approve it alone if you are sure."
            : "A newer text took its place. Look at that one.",
      };
    }
    case "reject":
      return (await rejectVersion(deps, { shop, versionId: asked.versionId, by, reason: asked.reason })) ||
        (await allInState(deps, { shop, versionIds: [asked.versionId], state: "rejected" }))
        ? { message: "Text rejected" }
        : { problem: "A newer text took its place. Look at that one." };
    case "publish": {
      const jobId = await startPublishing(deps, {
        shop,
        productIds: [productId],
        contentTypes: asked.contentTypes,
        createdBy,
      });
      const words = { kind: "publish", begins: "Publishing started", queued: "Publishing is queued" };
      return { message: await startedWords(deps, shop, words), jobId };
    }
    case "resolve": {
      const { locale } = await readPrimaryTarget(deps, shop);
      const { contentType, keep, detectedAt } = asked;
      const { kind } = await resolveConflict(deps, {
        shop,
        productId,
        contentType,
        locale,
        decision: { kind: keep },
        by,
        detectedAt,
      });
      if (kind === "settled") return { problem: "This was decided meanwhile. The page shows how it stands now." };
      return {
        message:
          keep === "theirs" ? "The live text stays" : "Your text is approved: publish it to replace the live one",
      };
    }
    case "undo": {
      const [last] = await listWriteBacks(deps, { shop, productId, limit: 1 });
      if (last && asked.writeBackId !== undefined && last.id !== asked.writeBackId) {
        return { problem: "Something was published or undone since you opened this page. Look at it again first." };
      }
      if (!last?.canUndo) return { problem: "There is no publication to undo any more." };
      const jobId = await startUndo(deps, { shop, writeBackIds: [last.id], createdBy });
      return { message: "Undo started", jobId };
    }
  }
}

const staleFacts = (what: string) =>
  `Somebody changed the ${what} of this product while you had them open. Nothing was overwritten: theirs are shown above yours.`;

const staleProblem =
  "Somebody changed this text while you had it open. Nothing was overwritten: compare both below, press Keep mine to go on with yours, then save.";

interface Edits {
  shop: ShopDomain;
  by: string;
  productId: ProductId;
  edits: { contentType: string; body: string | string[]; seen?: string | null | undefined }[];
}

const staleRestore =
  "A newer text came since you opened this page. Nothing was restored: look at that one, then restore if you still want to.";

/** An earlier text becomes a new draft, judged by the rules and facts of today; all versions stay as they are. */
async function restore(
  deps: Deps,
  { versionId, ...target }: Omit<Edits, "edits"> & { versionId: string; seen: string | null | undefined },
): Promise<Outcome> {
  const { shop, productId } = target;
  const { locale } = await readPrimaryTarget(deps, shop);
  const texts = (await readProductTexts(deps, { shop, productId, locale })) ?? [];
  const version = texts.flatMap(({ history }) => history).find(({ id }) => id === versionId);
  if (!version)
    return { problem: "This version cannot be restored: its text has no place here any more. Reload the page." };
  const edited = await editVersion(deps, { ...target, contentType: version.contentType, locale, body: version.body });
  if (edited.outcome === "stale") return { problem: staleRestore };
  if (edited.outcome === "invalid") return { problem: edited.message };
  if (edited.outcome === "not_found") return { problem: goneProblem };
  return { message: edited.outcome === "unchanged" ? "The draft says this already" : "Restored as a draft" };
}

/** A product page full of long texts has a tenth of it. */
const maxEditedChars = 1_000_000;

/** An edit of a text in conflict also decides the conflict. */
async function saveEdits(deps: Deps, { shop, by, productId, edits }: Edits): Promise<Outcome> {
  const chars = edits.reduce((sum, { body }) => sum + writtenOf(body).length, 0);
  if (chars > maxEditedChars) {
    const message = "That is too much to save at once, so nothing was saved. Your texts still stand in the editors:";
    return { problem: `${message} save one at a time.` };
  }
  const { locale } = await readPrimaryTarget(deps, shop);
  const conflicts = await listConflicts(deps, { shop, productId });
  const texts = (await readProductTexts(deps, { shop, productId, locale })) ?? [];
  const stale = edits.filter(({ contentType, seen }) => {
    const newest = texts.find((text) => text.contentType === contentType)?.newest ?? null;
    return seen !== undefined && seen !== (newest?.id ?? null);
  });
  // All or nothing: what was saved of several texts would look as if somebody else had written it.
  if (stale.length > 0) return { problem: staleProblem };
  for (const { contentType, body, seen } of edits) {
    const target = { shop, productId, contentType, locale, by };
    if (conflicts.rows.some((row) => row.contentType === contentType && row.locale === locale)) {
      const resolved = await resolveConflict(deps, { ...target, decision: { kind: "edit", body, seen } });
      if (resolved.kind === "stale") return { problem: staleProblem };
      if (resolved.kind === "invalid") return { problem: resolved.message };
      if (resolved.kind === "resolved") continue;
    }
    const edited = await editVersion(deps, { ...target, body, seen });
    if (edited.outcome === "stale") return { problem: staleProblem };
    if (edited.outcome === "invalid") return { problem: edited.message };
    if (edited.outcome === "not_found") return { problem: goneProblem };
    // Whoever else waits for a page comes in between.
    await nextTurn();
  }
  return { message: edits.length === 1 ? "Text saved" : `${countOf(edits.length, "text")} saved` };
}

/** The content types that a job writes; none when it does something else. */
function writtenBy({ kind, payload }: JobOfSubject): string[] {
  if (kinds[kind] !== "generate") return [];
  return generatePayloadSchema.safeParse(payload).data?.contentTypes ?? [];
}
