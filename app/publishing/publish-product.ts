import { and, eq, isNull } from "drizzle-orm";
import { storedForm } from "../catalog/metafield-text.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readMetafieldPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import {
  type ConflictReason,
  type MadeFrom,
  type WriteBackState,
  type WriterName,
  type WrittenField,
  writeBacks,
} from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { listContentTypes, type ShopContentType, typeNamed } from "../rules/content-types/list-content-types.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { configNameOf, ofProduct, slotNamed } from "../texts/slot.ts";
import { sameTarget, type Target } from "../texts/target.ts";
import { closeApproved } from "../versions/close-approved.ts";
import { markPublished } from "../versions/mark-versions.ts";
import { readApproved } from "../versions/read-approved.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { workSettingsOf } from "../workplace/work-settings.ts";
import { assertCaughtUp } from "./assert-caught-up.ts";
import { type CarryOutDeps, carryOutWrite, nothingWritten, type WriteGuards } from "./carry-out-write.ts";
import { nameOf } from "./field-write.ts";
import { findGid } from "./find-product.ts";
import { savedDifferently } from "./judge-write.ts";
import { readLastWrites } from "./last-writes.ts";
import { lostBefore } from "./lost-before.ts";
import type { MetafieldDefinitions } from "./metafield-definitions.ts";
import { ownTextOfImage, type SharesImage } from "./own-texts-of-image.ts";
import { type Candidate, type FoundConflict, planWriteBack, type WriteBackPlan } from "./plan-write-back.ts";
import { productWriter } from "./product-writer.ts";
import { reconcileWrites } from "./reconcile-writes.ts";
import { recordConflicts } from "./record-conflicts.ts";
import { whoSetGoing } from "./set-going.ts";
import { stillThere } from "./still-there.ts";
import { translationWriter } from "./translations/translation-writer.ts";
import type { Live, Writer } from "./writer.ts";

export interface PublishDeps {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
  definitions: MetafieldDefinitions;
}

type DepsWith<L extends Live> = PublishDeps & CarryOutDeps<L>;

export interface PublishInput {
  shop: ShopDomain;
  productId: ProductId;
  /** default: the shop's own pages */
  target?: Target | undefined;
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
      /** to be read again in a while: what they belong to is in the shop, and one reading left it out */
      leftOut: string[];
      /** of those in conflict: their original changed since they were translated */
      sourceChanged: string[];
      /** translations of what has no original in the shop: it is to be written first */
      withoutSource: string[];
      /** translations of what is in the shop and Shopify offers for no translation, e.g. a metafield that the storefront does not see */
      notTranslatable: string[];
      /** of a market, among those published or live: they say what is read there anyway, so that nothing is kept */
      sameAsGeneral: string[];
      /** of a market, among those published or live: a person wanted nothing of its own kept there */
      givenUp: string[];
      /** they say what is said everywhere, and without them customers would read the text of a market above: they stay approved */
      shadowed: string[];
      /** Shopify accepted them twice and did not keep them: not sent again without a person */
      lost: string[];
      /** approved by who publishes, where the shop wants another person to publish: they wait for a colleague */
      ownApproval: string[];
      /** which texts Shopify refused, and why; null = none */
      problem: string | null;
      /** as `AppliedAnswers` */
      problemCode: string | null;
    };

/**
 * Carries a product's approved texts for one target to the shop: read the live texts again, write only what is approved, differs and whose base is
 * still live, read back. Be the product's only writer: Shopify has no compare-and-set for these fields.
 * @throws as carryOutWrite; after any throw the same call continues where this one stopped
 */
export async function publishProduct(
  deps: PublishDeps,
  guards: WriteGuards,
  input: PublishInput,
): Promise<PublishReport> {
  const primary = await readPrimaryTarget(deps, input.shop);
  const { target = primary } = input;
  return sameTarget(target, primary)
    ? publishBy({ ...deps, writer: productWriter(deps) }, guards, input, target)
    : publishBy({ ...deps, writer: translationWriter(deps, target) }, guards, input, target);
}

async function publishBy<L extends Live>(
  deps: DepsWith<L>,
  guards: WriteGuards,
  input: PublishInput,
  target: Target,
): Promise<PublishReport> {
  const { shop, productId } = input;
  const { writer } = deps;
  const gid = await findGid(deps, shop, productId);
  const admin = deps.admin(shop);
  const live = gid === null ? null : await writer.read(admin, { shop, productId, gid });
  if (gid === null || live === null) return { kind: "gone" };
  const { published: settled } = await reconcileWrites(deps, { shop, productId, live });
  const candidates = await readCandidates(deps, input, target);
  const { approved, gone, leftOut } = await withoutGoneImages(
    deps,
    guards,
    input,
    { approved: candidates.free, target },
    live,
  );
  const lastWrites = await readLastWrites(deps, { shop, productId, target, writer: writer.name });
  const lost = await lostBefore(deps, { ...input, target, undoes: null });
  const plan = planWriteBack({
    approved: approved.filter(({ contentType }) => !lost.has(contentType)),
    live: live.texts,
    sources: live.sources,
    lastWrites,
  });
  await recordPlan(deps, guards, input, target, plan, live);
  const madeFrom = await deps.db.do(writer.madeFrom({ shop, productId, live }));
  const report =
    plan.write.length === 0
      ? nothingWritten
      : await carryOutWrite(deps, admin, guards, newWrite(deps, input, gid, target, { plan, madeFrom }), live);
  const applied = [...settled, ...report.applied, ...(await appliedBefore(deps, input, target))];
  const [closedToUs, empty] = partition(
    plan.withoutSource.map(({ contentType }) => contentType),
    (name) => live.sources?.notTranslatable?.has(name) ?? false,
  );
  return {
    kind: "done",
    published: [...new Set(applied.map(nameOf))],
    altered: [...new Set(savedDifferently(applied))],
    later: report.later,
    leftOut,
    alreadyLive: plan.alreadyLive.map((candidate) => candidate.contentType),
    conflicts: [
      ...plan.conflicts.map((conflict) => conflict.contentType),
      ...report.changedRemotely,
      ...report.sourceChanged,
    ],
    notShown: becauseOf(plan.conflicts, "not_shown"),
    sourceChanged: [...becauseOf(plan.conflicts, "source_changed"), ...report.sourceChanged],
    withoutSource: empty,
    notTranslatable: closedToUs,
    sameAsGeneral: plan.sameAsGeneral,
    givenUp: [...plan.write, ...plan.alreadyLive].flatMap(({ contentType, givesUp }) => (givesUp ? [contentType] : [])),
    shadowed: plan.shadowed.map(({ contentType }) => contentType),
    lost: approved.flatMap(({ contentType }) => (lost.has(contentType) ? [contentType] : [])),
    ofOthers: await findOfOthers(deps, input, { found: plan.conflicts, target }),
    ownApproval: candidates.own,
    problemCode: gone > 0 ? null : report.problemCode,
    problem: [gone > 0 ? goneProblem(gone, writer.name) : "", report.problem ?? ""].filter(Boolean).join(" ") || null,
  };
}

function becauseOf(found: readonly FoundConflict[], wanted: ConflictReason): string[] {
  return found.flatMap(({ contentType, reason }) => (reason === wanted ? [contentType] : []));
}

async function findOfOthers(
  deps: PublishDeps,
  { shop, productId }: PublishInput,
  { found, target }: { found: readonly FoundConflict[]; target: Target },
) {
  const texts: { contentType: string; product: SharesImage }[] = [];
  for (const { contentType, theirs } of found) {
    const product = await ownTextOfImage(deps, { shop, productId, contentType, theirs, target });
    if (product) texts.push({ contentType, product });
  }
  return texts;
}

/** What earlier attempts at this item published. */
async function appliedBefore<L extends Live>(deps: DepsWith<L>, input: PublishInput, target: Target) {
  const fields = (await writesOfItem(deps, input, "verified")).flatMap((row) => row.fields);
  return fields.filter((field) => sameTarget(field.target, target));
}

async function writesOfItem<L extends Live>(
  { db, writer }: DepsWith<L>,
  input: PublishInput,
  state: WriteBackState,
): Promise<{ fields: WrittenField[] }[]> {
  if (!input.jobId) return [];
  return db.orm
    .select({ fields: writeBacks.fields })
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, input.shop),
        eq(writeBacks.productId, input.productId),
        eq(writeBacks.jobId, input.jobId),
        eq(writeBacks.writer, writer.name),
        eq(writeBacks.state, state),
        isNull(writeBacks.undoes),
      ),
    );
}

function goneProblem(count: number, writer: WriterName): string {
  if (writer === "translation") {
    return count === 1
      ? "What one translation belongs to is no longer in the shop."
      : `What ${count} translations belong to is no longer in the shop.`;
  }
  return count === 1
    ? "The image of one alt text is no longer in the shop."
    : `The images of ${count} alt texts are no longer in the shop.`;
}

/**
 * A text whose image was taken away has no place any more: it is closed, not offered again, once a second reading says so, too.
 * @returns `leftOut`: the names of those that are there after all; they stay approved
 */
async function withoutGoneImages(
  { db, clock, admin }: PublishDeps,
  guards: WriteGuards,
  { shop, productId, createdBy }: PublishInput,
  { approved, target }: { approved: readonly Candidate[]; target: Target },
  { goneImages }: Live,
): Promise<{ approved: Candidate[]; gone: number; leftOut: string[] }> {
  const [missing, there] = partition(approved, ({ contentType }) => goneImages?.has(contentType) ?? false);
  const missed = missing.map(({ contentType }) => contentType);
  const kept = missed.length > 0 ? await stillThere(admin(shop), missed) : noOne;
  const left = missing.filter(({ contentType }) => !kept.has(contentType));
  if (left.length > 0) {
    await db.transact({ shop }, function* () {
      yield* guards.assertLease();
      const versionIds = left.map(({ versionId }) => versionId);
      const closing = { versionIds, state: "superseded", by: createdBy ?? null, now: clock.now() } as const;
      yield* closeApproved({ shop, ...closing });
      yield* refreshContentState({ shop, productId, target });
    });
  }
  return { approved: there, gone: left.length, leftOut: [...kept] };
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

function newWrite(
  deps: PublishDeps,
  input: PublishInput,
  gid: string,
  target: Target,
  { plan, madeFrom }: { plan: WriteBackPlan; madeFrom: ReadonlyMap<string, MadeFrom> },
) {
  return {
    id: newId("wb", deps.clock.now()),
    shop: input.shop,
    productId: input.productId,
    gid,
    jobId: input.jobId ?? null,
    itemSeq: input.itemSeq ?? null,
    undoes: null,
    createdBy: input.createdBy ?? null,
    fields: plan.write.map(({ contentType, versionId, before, sent }) => ({
      slot: slotNamed(contentType),
      target,
      versionId,
      before,
      sent,
      answered: null,
      beforeMadeFrom: madeFrom.get(contentType),
    })),
  };
}

/**
 * What is decided without a write: texts that the shop has already, and conflicts.
 * @throws OperationalError when what was read may be older than what we wrote
 */
async function recordPlan<L extends Live>(
  deps: DepsWith<L>,
  guards: WriteGuards,
  input: PublishInput,
  target: Target,
  plan: WriteBackPlan,
  live: L,
): Promise<void> {
  const { writer } = deps;
  const decided = [...plan.alreadyLive, ...plan.conflicts];
  if (decided.length === 0) return;
  const { shop, productId } = input;
  const now = deps.clock.now();
  await deps.db.transact({ shop }, function* (tx) {
    yield* guards.assertLease();
    const contentTypes = decided.map(({ contentType }) => contentType);
    yield* assertCaughtUp(tx, { writer, shop, productId, texts: live.texts, contentTypes, now });
    for (const { versionId } of plan.alreadyLive) {
      yield* markPublished(tx, { shop, versionId, by: input.createdBy ?? null, now });
    }
    const found = plan.conflicts.map((conflict) => ({ ...conflict, target }));
    yield* recordConflicts(tx, { shop, productId, found, now });
    const written = new Map(plan.alreadyLive.map(({ contentType }) => [contentType, null]));
    yield* writer.mirror(tx, { shop, productId, live, written });
    yield* refreshContentState({ shop, productId, target });
  });
}

/**
 * The newest approved version of each text that goes to the shop, in the form in which it will be saved there; `own`: those that who publishes or sets the run going again approved, where four eyes have to see a text.
 */
async function readCandidates<L extends Live>(
  { db, writer }: DepsWith<L>,
  input: PublishInput,
  target: Target,
): Promise<{ free: Candidate[]; own: string[] }> {
  const { fourEyes } = await db.do(workSettingsOf(input.shop));
  const publishers = fourEyes ? await whoPublishes({ db }, input) : noOne;
  const rows = await db.do(readApproved({ shop: input.shop, productId: input.productId, target }));
  const types = await db.do(listContentTypes(input.shop));
  const places = await db.do(readMetafieldPlaces(input.shop));
  const newest = new Map<string, Candidate>();
  const own = new Set<string>();
  for (const { versionId, contentType, body, origin, base, reason, decidedBy, factsDigest } of rows) {
    if (newest.has(contentType) || own.has(contentType) || !isPublished(types, contentType, writer)) continue;
    const isAsked =
      input.contentTypes?.some((name) => name === contentType || name === configNameOf(contentType)) ?? true;
    if (!isAsked) continue;
    if (decidedBy !== null && publishers.has(decidedBy)) {
      own.add(contentType);
      continue;
    }
    const type = places.find((place) => place.contentType === contentType)?.type;
    const ours = (type && storedForm(type, body)) ?? body;
    newest.set(contentType, {
      versionId,
      contentType,
      base,
      ours,
      isUndecided: reason === "not_shown",
      givesUp: origin === "given_up",
      ...(writer.name === "translation" ? { source: factsDigest } : {}),
    });
  }
  return { free: [...newest.values()], own: [...own] };
}

/** What is no content type, e.g. an option's name, is published where it is translated. */
function isPublished(types: readonly ShopContentType[], name: string, { name: writer }: Pick<Writer, "name">): boolean {
  const type = typeNamed(types, name);
  return type ? type.published : writer === "translation" && slotNamed(name).resource !== ofProduct;
}

const noOne: ReadonlySet<string> = new Set();

async function whoPublishes(deps: { db: Db }, { shop, jobId, createdBy }: PublishInput): Promise<ReadonlySet<string>> {
  const again = jobId ? await whoSetGoing(deps, { shop, jobId }) : [];
  return new Set([...(createdBy ? [createdBy] : []), ...again]);
}
