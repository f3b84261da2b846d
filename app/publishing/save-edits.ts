import { and, eq } from "drizzle-orm";
import type { Tx } from "../db/orm.ts";
import { conflicts } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import { digestOf } from "../lib/digest.ts";
import { closeApproved, rebaseVersion } from "../versions/close-approved.ts";
import { isForTarget, isOfSlot } from "../versions/conditions.ts";
import type { EditDeps } from "../versions/edit-version.ts";
import { type EditedTogether, type EditsInput, editVersions } from "../versions/edit-versions.ts";
import { mayDo } from "../workplace/rights.ts";
import { type ConflictView, listConflicts } from "./list-conflicts.ts";

/**
 * Saves texts of one product as drafts, all or none. An edit of a text in conflict decides the conflict with it: the new draft
 * counts as made from the shop's text, and what was approved is not to be published any more. Of a person without the right to
 * approve the edit is a draft like any other, and the conflict waits for somebody who has it. Nothing is written to the shop.
 * @throws as `editVersions`; then nothing is stored or decided
 */
export async function saveEdits(deps: EditDeps, input: EditsInput): Promise<EditedTogether> {
  const { shop, productId, target, by } = input;
  if (!(await deps.db.do(mayDo(shop, by, "approve")))) return editVersions(deps, input);
  const { rows } = await listConflicts(deps, { shop, productId, target });
  return editVersions(deps, input, function* (tx, drafts) {
    for (const conflict of rows) {
      const draftId = drafts.get(conflict.contentType)?.id;
      const shown = input.edits.find(({ contentType }) => contentType === conflict.contentType)?.shown;
      // A text of the shop that came since was not weighed: that conflict waits for a decision of its own.
      const wasSeen = shown === undefined || shown.live === digestOf(conflict.theirs);
      if (draftId !== undefined && wasSeen) yield* decideByEdit(tx, deps, input, { conflict, draftId });
    }
  });
}

function* decideByEdit(
  tx: Tx,
  { clock, note }: EditDeps,
  { shop, productId, target, by }: EditsInput,
  { conflict, draftId }: { conflict: ConflictView; draftId: string },
): Steps<void> {
  const { contentType, versionId, theirs, detectedAt } = conflict;
  const closed = yield* q(
    tx
      .delete(conflicts)
      .where(
        and(
          eq(conflicts.shop, shop),
          eq(conflicts.productId, productId),
          isOfSlot(conflicts, contentType),
          isForTarget(conflicts, target),
          // One that was found anew meanwhile is another one.
          eq(conflicts.detectedAt, detectedAt),
        ),
      )
      .returning(),
  );
  if (closed.length === 0) return;
  yield* closeApproved({ shop, versionIds: [versionId], state: "superseded", by, now: clock.now() });
  yield* rebaseVersion({ shop, versionId: draftId, live: theirs });
  if (note) {
    const subject = { kind: "product", id: productId };
    yield* note({ subject, details: { version: versionId, kept: "edit" }, unfinished: true });
  }
}
