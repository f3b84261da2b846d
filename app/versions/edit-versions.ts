import { setImmediate as nextTurn } from "node:timers/promises";
import type { Tx } from "../db/orm.ts";
import type { Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { type EditDeps, type EditInput, type EditProblem, type PreparedEdit, prepareEdit } from "./edit-version.ts";
import type { VersionView } from "./version-view.ts";

export interface EditsInput {
  shop: ShopDomain;
  productId: ProductId;
  target: Target;
  by: string;
  /** each slot once */
  edits: readonly Pick<EditInput, "contentType" | "body" | "seen" | "shown" | "sitting" | "givesUp">[];
}

/** Why one of several texts was not taken, by the name of its slot. */
export interface ProblemOfEdit {
  contentType: string;
  problem: EditProblem | { code: "text_given_twice" };
}

export type ProblemsOfEdits = [ProblemOfEdit, ...ProblemOfEdit[]];

export type EditedTogether =
  /** the draft of each text by its name */
  | { outcome: "saved"; drafts: ReadonlyMap<string, VersionView> }
  /** somebody wrote or decided one of the texts since it was seen */
  | { outcome: "stale" }
  | { outcome: "invalid"; problems: ProblemsOfEdits }
  | { outcome: "not_found" };

/** Takes back what was stored of other texts. */
class OneIsStale extends Error {}

/**
 * Saves texts of one product as drafts, as `editVersion` does one: all of them, or none, whatever the outcome. All are checked
 * before the first is stored.
 * @param also steps of the same transaction. They get each text's draft by its name
 * @throws as `editVersion`; then nothing is stored
 */
export async function editVersions(
  deps: EditDeps,
  { edits, ...product }: EditsInput,
  also?: (tx: Tx, drafts: ReadonlyMap<string, VersionView>) => Steps<void>,
): Promise<EditedTogether> {
  const twice = edits.find(({ contentType }, i) => edits.findIndex((one) => one.contentType === contentType) < i);
  if (twice) {
    const { contentType } = twice;
    return { outcome: "invalid", problems: [{ contentType, problem: { code: "text_given_twice" } }] };
  }
  const prepared: PreparedEdit[] = [];
  const problems: ProblemOfEdit[] = [];
  for (const edit of edits) {
    const one = await prepareEdit(deps, { ...product, ...edit }, prepared);
    if (one.outcome === "not_found") return one;
    if (one.outcome === "invalid") problems.push({ contentType: edit.contentType, problem: one.problem });
    else prepared.push(one);
    // Whoever else waits for a page comes in between.
    await nextTurn();
  }
  const [first, ...more] = problems;
  if (first) return { outcome: "invalid", problems: [first, ...more] };
  try {
    const drafts = await deps.db.transact({ shop: product.shop }, function* (tx) {
      const drafts = new Map<string, VersionView>();
      for (const { contentType, store } of prepared) {
        const stored = yield* store(tx);
        if (stored.outcome === "stale") throw new OneIsStale();
        drafts.set(contentType, stored.version);
      }
      if (also) yield* also(tx, drafts);
      // All are of one product and target, so that one speaks for all.
      const [one] = prepared;
      if (one) yield* one.settle();
      return drafts;
    });
    return { outcome: "saved", drafts };
  } catch (error) {
    if (error instanceof OneIsStale) return { outcome: "stale" };
    throw error;
  }
}
