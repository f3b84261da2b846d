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
}

export interface PlannedWrite extends Candidate {
  /** the live text that it replaces, kept for undo */
  before: TextBody | null;
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
}): WriteBackPlan {
  const plan: WriteBackPlan = { write: [], alreadyLive: [], conflicts: [] };
  for (const candidate of input.approved) {
    const { contentType, ours, base } = candidate;
    const live = input.live[contentType] ?? null;
    const last = input.lastWrites[contentType];
    const isAsAnswered = last !== undefined && sameRendering(contentType, live, last.answered);
    const isOwn = last !== undefined && sameOnceSaved(contentType, live, last.answered);
    if (sameRendering(contentType, live, ours) || (isAsAnswered && sameText(ours, last.sent))) {
      plan.alreadyLive.push(candidate);
    } else if (candidate.isUndecided) {
      plan.conflicts.push({ ...candidate, theirs: live, reason: "not_shown" });
    } else if (isOwn || sameOnceSaved(contentType, live, base)) {
      plan.write.push({ ...candidate, before: live });
    } else {
      plan.conflicts.push({ ...candidate, theirs: live });
    }
  }
  return plan;
}
