import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Product } from "../catalog/product.ts";
import { primaryTargetOf, readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readOwner } from "../catalog/read-product.ts";
import { plainText } from "../catalog/translations/text-form.ts";
import { otherKindOf, translationSources } from "../catalog/translations/translation-sources.ts";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import type { Acted } from "../db/record-act.ts";
import { type TextBody, versions } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import { enqueueJobIn } from "../jobs/enqueue-job.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import { newId } from "../lib/id.ts";
import type { Models } from "../model/model-for-shop.ts";
import type { CheckResult } from "../quality/check-result.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import { catalogueOf, compareWithCatalogue } from "../quality/near-duplicates/compare-catalogue.ts";
import type { WrittenText } from "../quality/run-checks.ts";
import { languagesOfSources } from "../quality/translation/source-languages.ts";
import { standingDifferences } from "../quality/translation/standing-differences.ts";
import { channelConfig } from "../rules/channels/channel-config.ts";
import { channelType } from "../rules/channels/channel-types.ts";
import { type ResolvedConfig, resolveConfig } from "../rules/configs/resolve-config.ts";
import { translationConfig } from "../rules/configs/translation-config.ts";
import { listContentTypes, typeNamed } from "../rules/content-types/list-content-types.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import { readLocaleTerms } from "../rules/terms/read-locale-terms.ts";
import { readersView } from "../texts/readers-view.ts";
import { imageAlt, isImageAlt, nameOfRow, slotColumns } from "../texts/slot.ts";
import { storeChannel, type Target } from "../texts/target.ts";
import { checkEdit } from "./check-edit.ts";
import { isForTarget, isOfSlot } from "./conditions.ts";
import { examinationOf } from "./examine-edit-job.ts";
import { readKeptFindings } from "./findings/read-kept-findings.ts";
import { liveTextsFor } from "./live-texts-for.ts";
import { madeFrom } from "./made-from.ts";
import { dropVersion } from "./old-versions.ts";
import { openVersions } from "./open-versions.ts";
import { readSourceFacts } from "./read-source-facts.ts";
import { refreshContentState } from "./refresh-content-state.ts";
import { liveShown, type ShownText } from "./shown-text.ts";
import { type VersionRow, type VersionView, viewOf } from "./version-view.ts";

export interface EditInput {
  shop: ShopDomain;
  productId: ProductId;
  /** the name of the slot */
  contentType: string;
  target: Target;
  /** one text, or the list of bullets */
  body: unknown;
  by: string;
  /** the version that the person had before them, null for none; undefined where nobody looked at one */
  seen?: string | null | undefined;
  /** what else they had before them; undefined where nobody looked: as all is now */
  shown?: ShownText | undefined;
  /** of an earlier text that comes back: what that was made from. Default: what was shown */
  madeFrom?: string | undefined;
  /** the market's own text is taken away by it; `body` is what is read there without, for the history */
  givesUp?: boolean | undefined;
  /** a text that saves itself while it is written; undefined: it is saved once */
  sitting?: Sitting | undefined;
}

/**
 * One stay at a text: what is saved in it is one version in the end, and each text of it is examined at most once: the last one,
 * and one that nothing was written to for ten minutes.
 */
export interface Sitting {
  /**
   * the version that was seen was saved in this sitting: the new one takes its place instead of following it, if that sitting
   * is open still and no older than half a day
   */
  continues: boolean;
  /** nothing more comes */
  ends: boolean;
}

export interface EditDeps extends Acted {
  db: Db;
  clock: Clock;
  /** takes texts that would hold the event loop; default: none is taken elsewhere */
  heavy?: HeavyChecks;
  /** whether the shop has an examiner, who reads what the checks leave in doubt afterwards; default: it has none */
  models?: Models;
}

/** Why a text was not taken. */
export type EditProblem =
  /** the shop no longer has it */
  | { code: "content_type_gone" }
  /** an alt text belongs to one image */
  | { code: "image_not_named" }
  /** the product no longer has it */
  | { code: "image_gone" }
  | { code: "text_too_long"; chars: number }
  /** too many of them, or one too long */
  | { code: "bullets_too_long"; bullets: number; chars: number }
  | { code: "text_empty" };

export type Edited =
  | { outcome: "saved"; version: VersionView }
  /** nothing was changed: the newest draft has the same text */
  | { outcome: "unchanged"; version: VersionView }
  /** nothing was changed: somebody wrote or decided this text since; its newest version, if there is one still */
  | { outcome: "stale"; version: VersionView | null }
  | { outcome: "invalid"; problem: EditProblem }
  | { outcome: "not_found" };

/** Whoever goes on later has slept over it: what they wrote before stays a version of its own. */
const longestPauseMs = 12 * 3_600_000;
/** A window that was closed in the middle of it says nothing. */
const examinedAfterMs = 10 * 60_000;

const most = { text: 100_000, bullet: 10_000, bullets: 50 };
const oneText = z.string().max(most.text);
const bulletTexts = z.array(z.string().max(most.bullet)).max(most.bullets);

/** What can become of a text that was found valid. */
export type Stored = Extract<Edited, { outcome: "saved" | "unchanged" | "stale" }>;

/** A text that was cleaned up, checked and found valid, to be stored. */
export interface PreparedEdit {
  outcome: "ready";
  contentType: string;
  /** for the checks of texts that are prepared after it */
  text: WrittenText;
  /** what the checks make of it */
  result: CheckResult;
  /** Stores it as a draft, if it is still over the text that was seen. A step of a transaction, before `settle`. */
  store(tx: Tx): Steps<Stored>;
  /** Once after all that were stored for a product: its state, and which of its texts other products' are compared with. */
  settle(): Steps<void>;
}

/**
 * Saves a person's text as a new draft, cleaned up and checked like the model's. It keeps the base of the draft it was
 * edited from, so that a change of the live text in between is still found.
 * @throws OperationalError `too_much_at_once`, `busy` when the text cannot be checked; then nothing is stored
 */
export async function editVersion(deps: EditDeps, input: EditInput): Promise<Edited> {
  const prepared = await prepareEdit(deps, input);
  if (prepared.outcome !== "ready") return prepared;
  return deps.db.transact({ shop: input.shop }, function* (tx) {
    const stored = yield* prepared.store(tx);
    if (stored.outcome === "saved") yield* prepared.settle();
    return stored;
  });
}

/**
 * All of an edit that can be refused or fail before it is stored.
 * @param beside texts of the same product that are prepared to be stored with it
 * @throws as {@link editVersion}
 */
export async function prepareEdit(
  deps: EditDeps,
  input: EditInput,
  beside: readonly PreparedEdit[] = [],
): Promise<PreparedEdit | Extract<Edited, { outcome: "invalid" | "not_found" }>> {
  const { db, clock, note } = deps;
  const { shop, productId, contentType, target } = input;
  const isForStore = target.channel === storeChannel;
  const type = isForStore ? typeNamed(await db.do(listContentTypes(shop)), contentType) : channelType(contentType);
  if (!type && otherKindOf(contentType) === null) return { outcome: "invalid", problem: { code: "content_type_gone" } };
  if (contentType === imageAlt) return { outcome: "invalid", problem: { code: "image_not_named" } };
  const product = await readOwner({ db }, shop, productId);
  if (!product) return { outcome: "not_found" };
  const primary = await readPrimaryTarget(deps, shop);
  const source = await db.do(sourceOf(product, contentType, target));
  const isOpen = and(
    eq(versions.shop, shop),
    eq(versions.productId, productId),
    isForTarget(versions, target),
    inArray(versions.state, ["draft", "approved", "published"]),
  );
  const current = await db.orm
    .select()
    .from(versions)
    .where(isOpen)
    .orderBy(desc(versions.createdAt), desc(versions.id));
  // What is no content type is built as its source is, or as what was written of it while it had one.
  const before = source?.body ?? current.find((row) => nameOfRow(row) === contentType)?.body;
  if (!type && before === undefined) return { outcome: "invalid", problem: { code: "content_type_gone" } };
  const isBullets = type ? type.family === "bullets" : Array.isArray(before);
  const parsed = (isBullets ? bulletTexts : oneText).safeParse(input.body);
  if (!parsed.success) {
    const problem: EditProblem = isBullets
      ? { code: "bullets_too_long", bullets: most.bullets, chars: most.bullet }
      : { code: "text_too_long", chars: most.text };
    return { outcome: "invalid", problem };
  }
  const raw: TextBody = parsed.data;
  if (isImageAlt(contentType) && !Object.hasOwn(product.live, contentType)) {
    return { outcome: "invalid", problem: { code: "image_gone" } };
  }
  const rules = await db.do(resolveConfig({ shop, product }));
  const facts = await readSourceFacts({ db }, product);
  const comparison = await db.do(compareWithCatalogue(openVersions, { product, target }));
  const others = new Map<string, WrittenText>();
  for (const row of current) {
    const other = nameOfRow(row);
    if (!others.has(other) && other !== contentType) others.set(other, { body: row.body, raw: row.body });
  }
  for (const one of beside) others.set(one.contentType, one.text);
  const earlier = current.find((row) => nameOfRow(row) === contentType);
  const seenBy = (body: TextBody) => readersView(contentType, body, rules.config).join("\n");
  const standing = (after: TextBody) =>
    earlier ? standingDifferences(earlier.warnings, { before: seenBy(earlier.body), after: seenBy(after) }) : [];
  const factsDigest = (await db.do(madeFrom({ product, target })))(contentType);
  const checked = await checkEdit(deps, {
    ...(source ? { source: { body: source.body, locale: source.locale, differences: standing(raw) } } : {}),
    ...{ shop, contentType, raw, others, facts, live: product.live, target },
    config: !isForStore
      ? channelConfig(rules.config, target)
      : type && target.locale === primary.locale
        ? rules.config
        : translationConfig(rules.config, [
            { name: contentType, body: before ?? raw, form: source?.form ?? "plain", limits: source?.limits },
          ]),
    glossary: (await db.do(readGlossary(shop))).terms,
    terms: await db.do(readLocaleTerms(shop, target.locale)),
    kept: await db.do(readKeptFindings({ shop, productId, target })),
    catalogue: catalogueOf({ db }, comparison),
  });
  if (!checked) return { outcome: "invalid", problem: { code: "text_empty" } };
  const { body, result } = checked;
  // A translation is examined beside its source, as it is written.
  const isExamined = source === null && !isImageAlt(contentType) && (await mayExamine(deps, shop, result));
  return {
    outcome: "ready",
    contentType,
    text: { body, raw: body },
    result,
    *store(tx) {
      const liveOfTarget = yield* liveTextsFor({ shop, productId, target, live: product.live });
      const ofType = yield* q(
        tx
          .select()
          .from(versions)
          .where(and(isOpen, isOfSlot(versions, contentType)))
          .orderBy(desc(versions.createdAt), desc(versions.id)),
      );
      const parent = newestOf(ofType);
      const { sitting } = input;
      const own = sitting?.continues && isOfSitting(parent, input, clock.now()) ? parent : undefined;
      const isSameAct = (parent?.origin === "given_up") === (input.givesUp === true);
      if (parent?.state === "draft" && isSameAct && JSON.stringify(parent.body) === JSON.stringify(body)) {
        if (own && sitting?.ends) {
          const ended = { sittingOpen: false, examineAt: null };
          yield* q(
            tx
              .update(versions)
              .set(ended)
              .where(and(eq(versions.shop, shop), eq(versions.id, own.id))),
          );
          // Without that time it was taken up already, while its writer sat before it.
          if (isExamined && own.examineAt !== null)
            yield* enqueueJobIn(clock, examinationOf({ shop, versionId: own.id }));
        }
        return { outcome: "unchanged", version: viewOf(parent) } as const;
      }
      if (input.seen !== undefined && input.seen !== (parent?.id ?? null)) {
        return { outcome: "stale", version: parent ? viewOf(parent) : null } as const;
      }
      const { shown } = input;
      const liveNow = liveOfTarget[contentType] ?? null;
      const live = shown ? liveShown(shown, { live: liveNow, versions: ofType }) : liveNow;
      // Later than what it follows, also within one millisecond: versions are ordered by their time.
      const now = Math.max(clock.now(), (parent?.createdAt ?? 0) + 1);
      const goesOn = sitting?.ends === false;
      if (own) yield* dropVersion({ shop, id: own.id, productId });
      const drafts = ofType.filter(({ id, state }) => state === "draft" && id !== own?.id).map(({ id }) => id);
      if (drafts.length > 0) {
        yield* q(
          tx
            .update(versions)
            .set({ state: "superseded", decidedBy: input.by, decidedAt: now })
            .where(and(eq(versions.shop, shop), inArray(versions.id, drafts))),
        );
      }
      const [saved] = yield* q(
        tx
          .insert(versions)
          .values({
            ...rowOf(input, {
              ...{ live, rules, parent, replaced: own, body, result, now },
              factsDigest: input.madeFrom ?? shown?.source ?? factsDigest,
            }),
            sittingOpen: goesOn,
            examineAt: goesOn && isExamined ? now + examinedAfterMs : null,
          })
          .returning(),
      );
      if (!saved) throw new Error("the edited version was not stored");
      yield* comparison.mark(contentType, body, saved.id);
      if (isExamined && !goesOn) yield* enqueueJobIn(clock, examinationOf({ shop, versionId: saved.id }));
      // One line of the log a sitting.
      if (note && !own)
        yield* note({
          subject: { kind: "product", id: productId },
          details: { edited: 1, versions: { [contentType]: saved.id } },
          unfinished: true,
        });
      return { outcome: "saved", version: viewOf(saved) } as const;
    },
    *settle() {
      yield* refreshContentState({ shop, productId, target });
      yield* comparison.forgetClosed();
    },
  };
}

/**
 * The words that a translation is made from, in the language that they are written in, which may be another one than the shop's; null
 * for a text of the shop's own language, and where it has none of it.
 */
function* sourceOf(product: Product, contentType: string, { locale, channel }: Target) {
  const primary = yield* primaryTargetOf(product.shop);
  if (locale === primary.locale || channel !== primary.channel) return null;
  const sources = yield* translationSources(product);
  const source = sources.find(({ name }) => name === contentType);
  if (!source) return null;
  const spoken = languagesOfSources(
    sources.map(({ name, body, form }) => ({ name, text: plainText(form, body) })),
    primary.locale,
  );
  return { ...source, locale: spoken.get(contentType) ?? primary.locale };
}

async function mayExamine({ models }: EditDeps, shop: ShopDomain, { doubts }: CheckResult): Promise<boolean> {
  const examiner = (await models?.forShop(shop))?.examiner;
  return examiner?.mode === "always" || (examiner?.mode === "doubtful" && doubts.length > 0);
}

/** The asker's own draft, which nobody decided on and which they were at a moment ago. */
function isOfSitting(parent: VersionRow | undefined, { by, seen }: EditInput, now: number): boolean {
  return (
    parent?.state === "draft" &&
    parent.createdBy === by &&
    parent.id === seen &&
    parent.sittingOpen &&
    now - parent.createdAt <= longestPauseMs
  );
}

function newestOf(rows: readonly VersionRow[]): VersionRow | undefined {
  return rows.find(({ state }) => state === "draft") ?? rows[0];
}

function rowOf(
  { shop, productId, contentType, target, by, givesUp }: EditInput,
  {
    live,
    rules,
    parent,
    replaced,
    body,
    result,
    now,
    factsDigest,
  }: {
    /** the text of the shop that the person saw */
    live: TextBody | null;
    rules: ResolvedConfig;
    parent: VersionRow | undefined;
    /** the version whose place it takes: it has what that was edited from */
    replaced: VersionRow | undefined;
    body: TextBody;
    result: CheckResult;
    now: number;
    /** what it is made from: see `madeFrom` */
    factsDigest: string;
  },
): typeof versions.$inferInsert {
  // What was published since is what the person saw; an unpublished parent was made from its own base.
  const base = parent && parent.state !== "published" ? (parent.base ?? null) : live;
  return {
    id: newId("ver", now),
    shop,
    productId,
    ...slotColumns(contentType),
    ...target,
    state: "draft",
    origin: givesUp ? "given_up" : "edited",
    body,
    warnings: result.warnings,
    blocked: result.blocked,
    evidence: result.evidence,
    wordings: parent?.wordings ?? null,
    base,
    baseDigest: digestOf(base),
    factsDigest,
    configDigest: rules.digest,
    parentId: replaced ? replaced.parentId : (parent?.id ?? null),
    createdBy: by,
    createdAt: now,
  };
}
