import type { LiveTexts } from "../catalog/live-texts.ts";
import { chargeItem } from "../credits/charge-item.ts";
import type { Db } from "../db/open.ts";
import type { Steps } from "../db/steps.ts";
import { JobCancelled } from "../jobs/task.ts";
import type { JobId, ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { checkResultOf, settingsOf } from "../quality/check-result.ts";
import { checkNearDuplicate } from "../quality/checks/near-duplicate.ts";
import type { Comparison } from "../quality/near-duplicates/compare-catalogue.ts";
import { comparedText } from "../quality/near-duplicates/find-near-duplicate.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { storeTarget, type Target } from "../texts/target.ts";
import { isEmptyBody } from "../texts/text-body.ts";
import type { StoredByItem } from "../versions/drafts-of-item.ts";
import { liveTextsFor } from "../versions/live-texts-for.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { type NewDraft, openDrafts, replaceDrafts } from "../versions/replace-drafts.ts";
import { writtenSince } from "../versions/written-by-people.ts";
import type { GeneratedText, Usage } from "./generated-text.ts";

/** The texts of one item for one target. */
export interface TargetDrafts {
  target: Target;
  texts: readonly GeneratedText[];
  comparison: Comparison;
  /** by which they were checked */
  config: ContentConfig;
  /** the live texts of the target that they were made from */
  bases: LiveTexts;
  /** of a translation, by the name of its slot: the digest of its source. Default: that of the product's facts */
  digests?: ReadonlyMap<string, string> | undefined;
}

/** What all drafts of one item have in common. */
export interface ItemDrafts {
  shop: ShopDomain;
  productId: ProductId;
  factsDigest: string;
  configDigest: string;
  promptHash: string;
  usage: Usage;
  jobId: JobId;
  itemSeq: number;
  /** what the item costs, booked with its texts */
  credits: number;
  /** what its run kept for it, where items differ */
  heldCredits?: number | undefined;
  createdBy: string | null;
  /** `idsWrittenByPeople` as this try read it: what else people wrote stays, and the item's text goes to the history. Default: none is looked for */
  writtenBefore?: ReadonlySet<string> | undefined;
  /** first step of the transaction: a crash or a lost lease must not store the drafts twice. @throws LeaseLost, JobCancelled */
  assertLease(): Steps<void>;
}

export interface DraftsInput extends ItemDrafts, Omit<TargetDrafts, "target" | "bases" | "digests"> {
  /** BCP-47 */
  locale: string;
  /** the live texts of the shop's own pages that the drafts were made from */
  live: LiveTexts;
}

/** Stores the texts of one item for the shop's own pages in one language: see {@link storeDraftsFor}. */
export async function storeDrafts(deps: { db: Db; clock: Clock }, input: DraftsInput): Promise<StoredByItem> {
  const target = storeTarget(input.locale);
  const bases = await deps.db.do(
    liveTextsFor({ shop: input.shop, productId: input.productId, target, live: input.live }),
  );
  return storeDraftsFor(deps, input, [{ ...input, target, bases }]);
}

/**
 * Stores one draft per content type and target in one transaction. Earlier drafts of the same target are superseded; approved
 * ones stay until a new one is approved. What a person wrote since the run was started stays, too. An empty text never takes the place of an earlier draft. Drafts whose model call is paid
 * are stored also when the job was cancelled meanwhile: nothing goes to the shop by that.
 * @returns what the item wrote. @throws LeaseLost
 */
export async function storeDraftsFor(
  { db, clock }: { db: Db; clock: Clock },
  item: ItemDrafts,
  targets: readonly TargetDrafts[],
): Promise<StoredByItem> {
  const { shop, usage } = item;
  const aside = new Set<GeneratedText>();
  await db.transactTogether({ shop }, function* () {
    yield* assertLeaseOfPaid(item);
    for (const [place, drafts] of targets.entries()) {
      // The calls were made for all texts together: they are counted once, with the first.
      const counted = place === 0 ? usage : { ...usage, tokensIn: 0, tokensOut: 0 };
      yield* storeForTarget({ ...item, usage: counted }, drafts, { at: clock.now(), aside });
    }
    yield* chargeItem(item, { credits: item.credits, held: item.heldCredits, now: clock.now() });
  });
  const texts = targets.flatMap((one) => one.texts);
  const current = texts.filter((text) => !aside.has(text));
  const blocked = current.filter((text) => text.blocked).length;
  const warnings = current.reduce((sum, text) => sum + text.warnings.length, 0);
  return { texts: texts.length, ...(aside.size > 0 ? { aside: aside.size } : {}), blocked, warnings, ...usage };
}

/** @param stored.aside is filled with the texts that a person wrote since the run was started */
function* storeForTarget(
  item: ItemDrafts,
  given: TargetDrafts,
  { at, aside }: { at: number; aside: Set<GeneratedText> },
): Steps<void> {
  const { shop, productId, usage } = item;
  const { target, comparison, config, bases, digests } = given;
  const open = yield* openDrafts({ shop, productId, target });
  const { writtenBefore: known } = item;
  const since: ReadonlySet<string> = known ? yield* writtenSince({ shop, productId, target, known }) : new Set();
  const texts: GeneratedText[] = [];
  for (const text of given.texts) {
    const isKnown = open.some(({ contentType }) => contentType === text.contentType);
    if (isKnown && isEmptyBody(text.body)) continue;
    if (since.has(text.contentType)) aside.add(text);
    texts.push(yield* withLateNearDuplicate(text, comparison, config));
  }
  const replaced = open.filter(
    ({ contentType }) => !since.has(contentType) && texts.some((text) => text.contentType === contentType),
  );
  // Later than what they follow, also within one millisecond: versions are ordered by their time.
  const now = Math.max(at, ...replaced.map(({ createdAt }) => createdAt + 1));
  const drafts = texts.map((text, i) => ({
    ...draftOf({ live: bases, usage }, text, { id: newId("ver", now), first: i === 0 }),
    factsDigest: digests?.get(text.contentType),
    aside: since.has(text.contentType),
  }));
  yield* replaceDrafts({ ...item, target, model: usage.model }, { drafts, replaced, now });
  yield* comparison.forgetClosed();
  for (const { contentType, body, id, aside: isAside } of drafts) {
    if (!isAside) yield* comparison.mark(contentType, body, id);
  }
  yield* refreshContentState({ shop, productId, target });
}

function* assertLeaseOfPaid({ assertLease }: Pick<ItemDrafts, "assertLease">): Steps<void> {
  try {
    yield* assertLease();
  } catch (error) {
    if (!(error instanceof JobCancelled)) throw error;
  }
}

/**
 * The text with a warning when another product's text was stored since it was checked: of two that are written at the same
 * time, the later one is marked.
 */
function* withLateNearDuplicate(
  checked: GeneratedText,
  comparison: Comparison,
  config: ContentConfig,
): Steps<GeneratedText> {
  const { contentType, body, warnings } = checked;
  const settings = settingsOf(config, contentType);
  if (settings.DUPLICATE === "off" || warnings.some(({ product }) => product !== undefined)) return checked;
  const nearDuplicate = yield* comparison.lateNearDuplicateOf(contentType, comparedText(contentType, body));
  const found = checkNearDuplicate({ contentType, nearDuplicate });
  if (found.length === 0) return checked;
  const late = checkResultOf(contentType, found, { settings });
  return { ...checked, warnings: [...warnings, ...late.warnings], blocked: checked.blocked || late.blocked };
}

function draftOf(
  { live, usage }: { live: LiveTexts; usage: Usage },
  { contentType, body, warnings, blocked, evidence, examined = null, wordings = [] }: GeneratedText,
  { id, first }: { id: string; first: boolean },
): NewDraft {
  return {
    ...{ id, contentType, body, warnings, blocked, evidence, examined, wordings },
    base: live[contentType] ?? null,
    tokensIn: first ? usage.tokensIn : 0,
    tokensOut: first ? usage.tokensOut : 0,
  };
}
