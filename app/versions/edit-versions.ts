import { setImmediate as nextTurn } from "node:timers/promises";
import type { Tx } from "../db/orm.ts";
import type { Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { type EditDeps, type EditInput, type PreparedEdit, prepareEdit } from "./edit-version.ts";

export interface EditsInput {
  shop: ShopDomain;
  productId: ProductId;
  target: Target;
  by: string;
  /** each slot once */
  edits: readonly Pick<EditInput, "contentType" | "body" | "seen">[];
}

export type EditedTogether =
  | { outcome: "saved" }
  /** somebody wrote or decided one of the texts since it was seen */
  | { outcome: "stale" }
  /** in words for the merchant, by text; at least one */
  | { outcome: "invalid"; problems: { contentType: string; message: string }[] }
  | { outcome: "not_found" };

/** Takes back what was stored of other texts. */
class OneIsStale extends Error {}

/**
 * Saves texts of one product as drafts, as `editVersion` does one: all of them, or none, whatever the outcome. All are checked
 * before the first is stored.
 * @param also steps of the same transaction. They get the id of each text's draft by its name
 * @throws as `editVersion`; then nothing is stored
 */
export async function editVersions(
  deps: EditDeps,
  { edits, ...product }: EditsInput,
  also?: (tx: Tx, draftIds: ReadonlyMap<string, string>) => Steps<void>,
): Promise<EditedTogether> {
  const twice = edits.find(({ contentType }, i) => edits.findIndex((one) => one.contentType === contentType) < i);
  if (twice) {
    const message = "The same text is given twice. Nothing was saved: give each text once.";
    return { outcome: "invalid", problems: [{ contentType: twice.contentType, message }] };
  }
  const prepared: PreparedEdit[] = [];
  const problems: { contentType: string; message: string }[] = [];
  for (const edit of edits) {
    const one = await prepareEdit(deps, { ...product, ...edit }, prepared);
    if (one.outcome === "not_found") return one;
    if (one.outcome === "invalid") problems.push({ contentType: edit.contentType, message: one.message });
    else prepared.push(one);
    // Whoever else waits for a page comes in between.
    await nextTurn();
  }
  if (problems.length > 0) return { outcome: "invalid", problems };
  try {
    await deps.db.transact({ shop: product.shop }, function* (tx) {
      const draftIds = new Map<string, string>();
      for (const { contentType, store } of prepared) {
        const stored = yield* store(tx);
        if (stored.outcome === "stale") throw new OneIsStale();
        draftIds.set(contentType, stored.version.id);
      }
      if (also) yield* also(tx, draftIds);
      // All are of one product and target, so that one speaks for all.
      const [first] = prepared;
      if (first) yield* first.settle();
    });
  } catch (error) {
    if (error instanceof OneIsStale) return { outcome: "stale" };
    throw error;
  }
  return { outcome: "saved" };
}
