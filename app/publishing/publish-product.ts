import { and, eq, isNull } from "drizzle-orm";
import { storedForm } from "../catalog/metafield-text.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readMetafieldPlaces } from "../catalog/text-places.ts";
import { type WrittenField, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { newId } from "../lib/id.ts";
import { listContentTypes, typeNamed } from "../rules/content-types/list-content-types.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { configNameOf, slotNamed } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";
import { closeApproved } from "../versions/close-approved.ts";
import { markPublished } from "../versions/mark-versions.ts";
import { readApproved } from "../versions/read-approved.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { assertCaughtUp } from "./assert-caught-up.ts";
import { type CarryOutDeps, carryOutWrite, nothingWritten, type WriteGuards } from "./carry-out-write.ts";
import { nameOf } from "./field-write.ts";
import { findGid } from "./find-product.ts";
import { mirrorSharedAlts } from "./image-products.ts";
import { savedDifferently } from "./judge-write.ts";
import { readLastWrites } from "./last-writes.ts";
import { mirrorLiveTexts } from "./mirror-live-texts.ts";
import { ownTextOfImage, type SharesImage } from "./own-texts-of-image.ts";
import { type Candidate, type FoundConflict, planWriteBack, type WriteBackPlan } from "./plan-write-back.ts";
import { readLiveProduct } from "./read-live-product.ts";
import type { LiveProduct } from "./read-live-texts.ts";
import { reconcileWrites } from "./reconcile-writes.ts";
import { recordConflicts } from "./record-conflicts.ts";

export interface PublishDeps extends CarryOutDeps {
  admin: AdminApiFor;
}

export interface PublishInput {
  shop: ShopDomain;
  productId: ProductId;
  /** default: all that are approved */
  contentTypes?: readonly string[] | undefined;
  jobId?: string | null;
  itemSeq?: number | null;
  createdBy?: string | null;
}

/** How the publication of one product ended, field by field. */
export type PublishReport =
  | { kind: "gone" }
  | {
      kind: "done";
      /**
       * the shop shows them, read back, those of earlier attempts at the same item included; the ones that it had already are
       * in `alreadyLive`
       */
      published: string[];
      /** of those published: Shopify saved another form than was sent */
      altered: string[];
      alreadyLive: string[];
      /** changed in the shop since the text was written, those of the next two included: nothing was overwritten */
      conflicts: string[];
      /** of those in conflict: Shopify accepted them and shows another text */
      notShown: string[];
      /** of those in conflict: alt texts of shared images whose live text was published from here for another product */
      ofOthers: { contentType: string; product: SharesImage }[];
      /** to be published in a while: Shopify is at work on the image, or the text changed just now */
      later: string[];
      /** which texts Shopify refused, and why; null = none */
      problem: string | null;
    };

/**
 * Carries a product's approved texts to the shop: read the live texts again, write only what is approved, differs and whose base is
 * still live, read back. Be the product's only writer: Shopify has no compare-and-set for these fields.
 * @throws as carryOutWrite; after any throw the same call continues where this one stopped
 */
export async function publishProduct(
  deps: PublishDeps,
  guards: WriteGuards,
  input: PublishInput,
): Promise<PublishReport> {
  const { shop, productId } = input;
  const gid = await findGid(deps, shop, productId);
  const admin = deps.admin(shop);
  const live = gid === null ? null : await readLiveProduct(deps, admin, { shop, productId, gid });
  if (gid === null || live === null) return { kind: "gone" };
  const { published: settled } = await reconcileWrites(deps, { shop, productId, live });
  const target = await readPrimaryTarget(deps, shop);
  const { approved, gone } = await withoutGoneImages(
    deps,
    guards,
    input,
    { approved: await readCandidates(deps, input, target), target },
    live,
  );
  const lastWrites = await readLastWrites(deps, { shop, productId, target });
  const plan = planWriteBack({ approved, live: live.texts, lastWrites });
  await recordPlan(deps, guards, input, target, plan, live);
  const report =
    plan.write.length === 0
      ? nothingWritten
      : await carryOutWrite(deps, admin, guards, newWrite(deps, input, gid, target, plan), live);
  const applied = [...settled, ...report.applied, ...(await appliedBefore(deps, input))];
  return {
    kind: "done",
    published: [...new Set(applied.map(nameOf))],
    altered: [...new Set(savedDifferently(applied))],
    later: report.later,
    alreadyLive: plan.alreadyLive.map((candidate) => candidate.contentType),
    conflicts: [...plan.conflicts.map((conflict) => conflict.contentType), ...report.changedRemotely],
    notShown: plan.conflicts.flatMap(({ contentType, reason }) => (reason === "not_shown" ? [contentType] : [])),
    ofOthers: await findOfOthers(deps, input, plan.conflicts),
    problem: [gone > 0 ? goneProblem(gone) : "", report.problem ?? ""].filter(Boolean).join(" ") || null,
  };
}

async function findOfOthers(deps: PublishDeps, { shop, productId }: PublishInput, found: readonly FoundConflict[]) {
  const texts: { contentType: string; product: SharesImage }[] = [];
  for (const { contentType, theirs } of found) {
    const product = await ownTextOfImage(deps, { shop, productId, contentType, theirs });
    if (product) texts.push({ contentType, product });
  }
  return texts;
}

/** What earlier attempts at this item published. */
async function appliedBefore({ db }: PublishDeps, input: PublishInput): Promise<WrittenField[]> {
  if (!input.jobId) return [];
  const rows = await db.orm
    .select({ fields: writeBacks.fields })
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, input.shop),
        eq(writeBacks.productId, input.productId),
        eq(writeBacks.jobId, input.jobId),
        eq(writeBacks.writer, "product"),
        eq(writeBacks.state, "verified"),
        isNull(writeBacks.undoes),
      ),
    );
  return rows.flatMap(({ fields }) => fields);
}

function goneProblem(count: number): string {
  return count === 1
    ? "The image of one alt text is no longer in the shop."
    : `The images of ${count} alt texts are no longer in the shop.`;
}

/** A text whose image was taken away has no place any more: it is closed, not offered again. */
async function withoutGoneImages(
  { db, clock }: PublishDeps,
  guards: WriteGuards,
  { shop, productId, createdBy }: PublishInput,
  { approved, target }: { approved: readonly Candidate[]; target: Target },
  { goneImages }: LiveProduct,
): Promise<{ approved: Candidate[]; gone: number }> {
  const [left, there] = partition(approved, ({ contentType }) => goneImages?.has(contentType) ?? false);
  if (left.length > 0) {
    await db.transact({ shop }, function* () {
      yield* guards.assertLease();
      const versionIds = left.map(({ versionId }) => versionId);
      const closing = { versionIds, state: "superseded", by: createdBy ?? null, now: clock.now() } as const;
      yield* closeApproved({ shop, ...closing });
      yield* refreshContentState({ shop, productId, target });
    });
  }
  return { approved: there, gone: left.length };
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

function newWrite(deps: PublishDeps, input: PublishInput, gid: string, target: Target, plan: WriteBackPlan) {
  return {
    id: newId("wb", deps.clock.now()),
    shop: input.shop,
    productId: input.productId,
    gid,
    jobId: input.jobId ?? null,
    itemSeq: input.itemSeq ?? null,
    undoes: null,
    createdBy: input.createdBy ?? null,
    fields: plan.write.map(({ contentType, versionId, before, ours }) => ({
      slot: slotNamed(contentType),
      target,
      versionId,
      before,
      sent: ours,
      answered: null,
    })),
  };
}

/**
 * What is decided without a write: texts that the shop has already, and conflicts.
 * @throws OperationalError when what was read may be older than what we wrote
 */
async function recordPlan(
  deps: PublishDeps,
  guards: WriteGuards,
  input: PublishInput,
  target: Target,
  plan: WriteBackPlan,
  live: LiveProduct,
): Promise<void> {
  const decided = [...plan.alreadyLive, ...plan.conflicts];
  if (decided.length === 0) return;
  const { shop, productId } = input;
  const now = deps.clock.now();
  await deps.db.transact({ shop }, function* (tx) {
    yield* guards.assertLease();
    const contentTypes = decided.map(({ contentType }) => contentType);
    yield* assertCaughtUp(tx, { shop, productId, texts: live.texts, contentTypes, now });
    for (const { versionId } of plan.alreadyLive) {
      yield* markPublished(tx, { shop, versionId, by: input.createdBy ?? null, now });
    }
    const found = plan.conflicts.map((conflict) => ({ ...conflict, target }));
    yield* recordConflicts(tx, { shop, productId, found, now });
    yield* mirrorLiveTexts(tx, deps, { shop, productId, texts: live.texts, updatedAt: live.updatedAt });
    yield* mirrorSharedAlts(tx, deps, { shop, productId, texts: live.texts });
    yield* refreshContentState({ shop, productId, target });
  });
}

/**
 * The newest approved version of each content type that goes to the shop's own product page, in the form in which it will
 * be saved there.
 */
async function readCandidates({ db }: PublishDeps, input: PublishInput, target: Target): Promise<Candidate[]> {
  const rows = await db.do(readApproved({ shop: input.shop, productId: input.productId, target }));
  const types = await db.do(listContentTypes(input.shop));
  const places = await db.do(readMetafieldPlaces(input.shop));
  const newest = new Map<string, Candidate>();
  for (const { versionId, contentType, body, base, reason } of rows) {
    if (newest.has(contentType) || !typeNamed(types, contentType)?.published) continue;
    const isAsked =
      input.contentTypes?.some((name) => name === contentType || name === configNameOf(contentType)) ?? true;
    if (!isAsked) continue;
    const type = places.find((place) => place.contentType === contentType)?.type;
    const ours = (type && storedForm(type, body)) ?? body;
    newest.set(contentType, { versionId, contentType, base, ours, isUndecided: reason === "not_shown" });
  }
  return [...newest.values()];
}
