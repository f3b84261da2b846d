import type { LiveTexts } from "../catalog/live-texts.ts";
import type { ConflictReason, TextBody } from "../db/schema/index.ts";
import { sameRendering, sameText } from "./compare-texts.ts";
import type { LastWrite } from "./last-writes.ts";
import { sameOnceSaved } from "./saved-form.ts";

/** An approved version that wants to go to the shop. */
export interface Candidate {
  versionId: string;
  contentType: string;
  ours: TextBody;
  /** the live text it was made from */
  base: TextBody | null;
  /** Shopify accepted it and shows another text; no person has decided yet which one stays */
  isUndecided?: boolean | undefined;
  /** of a market: its own text is taken away, whatever `ours` says */
  givesUp?: boolean | undefined;
  /** of a translation: digest of the text that it was made from */
  source?: string | undefined;
}

export interface PlannedWrite extends Candidate {
  /** the live text that it replaces, kept for undo */
  before: TextBody | null;
  /** null: taken away there, since what is shown instead says the same, or since a person wants that shown */
  sent: TextBody | null;
}

export interface FoundConflict extends Candidate {
  theirs: TextBody | null;
  reason?: ConflictReason | undefined;
}

export interface WriteBackPlan {
  write: PlannedWrite[];
  /** the shop has this text already: nothing to send */
  alreadyLive: Candidate[];
  conflicts: FoundConflict[];
  /** translations of nothing: their source is to be written first */
  withoutSource: Candidate[];
  /** of a market, among the first two: nothing is kept of what says the same as is read there without it */
  sameAsGeneral: string[];
  /** what says the same as the text for everywhere, where a market above has another: with nothing kept, that one would be read */
  shadowed: Candidate[];
}

/** What is known of translations beside their texts. */
export interface Sources {
  /** by the name of the slot: digests that a translation of the source as it is now may name; absent where there is no source */
  digests: ReadonlyMap<string, readonly string[]>;
  /** texts that are in the shop and that Shopify offers for no translation */
  notTranslatable?: ReadonlySet<string> | undefined;
  /** translations in the shop whose source changed since */
  outdated: ReadonlySet<string>;
  /** of a market: what its customers read where it has no text of its own */
  inherited: LiveTexts | null;
  /** of these it is the source, since the language has no translation: such a repeat Shopify keeps for a market */
  inheritsSource?: ReadonlySet<string> | undefined;
  /** of a market: what the nearest of the markets that it inherits from has of its own; they come before `inherited` */
  above?: LiveTexts | undefined;
}

/**
 * Decides what may be written. A live text that is neither the version's base nor what Shopify answered to our own last
 * write of the field, also when either was only saved again, was changed by somebody else: never overwritten.
 * @param lastWrites per field our last write; a field we never wrote is absent
 */
export function planWriteBack(input: {
  approved: readonly Candidate[];
  live: LiveTexts;
  lastWrites: Readonly<Record<string, LastWrite>>;
  /** undefined: texts that translate nothing */
  sources?: Sources | undefined;
}): WriteBackPlan {
  const plan: WriteBackPlan = {
    ...{ write: [], alreadyLive: [], conflicts: [], withoutSource: [] },
    ...{ sameAsGeneral: [], shadowed: [] },
  };
  const { sources } = input;
  for (const candidate of input.approved) {
    const { contentType, ours, base, givesUp = false } = candidate;
    const live = input.live[contentType] ?? null;
    const inherited = sources?.inherited?.[contentType] ?? null;
    const isRepeat = !givesUp && isRepeatIn(sources, contentType, ours);
    // Shopify refuses a market's text that says what the general one says.
    const isRefused = inherited !== null && saysSame(contentType, ours, inherited);
    if (!givesUp && !isRepeat && isRefused && !sources?.inheritsSource?.has(contentType)) {
      plan.shadowed.push(candidate);
      continue;
    }
    const sent = givesUp || isRepeat ? null : ours;
    const isOutdated = sources?.outdated.has(contentType) ?? false;
    const digests = sources?.digests.get(contentType);
    const last = input.lastWrites[contentType];
    const isAsAnswered = last !== undefined && sameRendering(contentType, live, last.answered);
    const isOwn = last !== undefined && sameOnceSaved(contentType, live, last.answered);
    const isShown = sameRendering(contentType, live, sent) || (isAsAnswered && sameText(sent, last.sent));
    if (isShown && !isOutdated) {
      plan.alreadyLive.push(candidate);
      if (isRepeat) plan.sameAsGeneral.push(contentType);
    } else if (sources && !digests) {
      plan.withoutSource.push(candidate);
    } else if (!givesUp && candidate.source !== undefined && digests && !digests.includes(candidate.source)) {
      plan.conflicts.push({ ...candidate, theirs: live, reason: "source_changed" });
    } else if (candidate.isUndecided) {
      plan.conflicts.push({ ...candidate, theirs: live, reason: "not_shown" });
    } else if (isShown || isOwn || sameOnceSaved(contentType, live, base)) {
      plan.write.push({ ...candidate, before: live, sent });
      if (isRepeat) plan.sameAsGeneral.push(contentType);
    } else {
      plan.conflicts.push({ ...candidate, theirs: live });
    }
  }
  return plan;
}

/** Of a market: whether its customers would read the same without a text of its own, so that nothing is to be kept of it. */
export function isRepeatIn(sources: Sources | undefined, contentType: string, ours: TextBody): boolean {
  const otherwise = sources?.above?.[contentType] ?? sources?.inherited?.[contentType] ?? null;
  return otherwise !== null && saysSame(contentType, ours, otherwise);
}

/** To readers, however it is spelled: as the general text may be once it was edited or saved again. */
function saysSame(contentType: string, ours: TextBody, other: TextBody): boolean {
  return sameRendering(contentType, ours, other) || sameOnceSaved(contentType, ours, other);
}
