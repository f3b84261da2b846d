import { and, eq, inArray } from "drizzle-orm";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import type { Act, Acted } from "../db/record-act.ts";
import { type ActDetails, versions } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { type Target, type TargetColumns, targetKey } from "../texts/target.ts";
import { approveDraft } from "./approve-draft.ts";
import { isForTarget } from "./conditions.ts";
import { refreshContentState } from "./refresh-content-state.ts";

export interface ApproveInput {
  shop: ShopDomain;
  /** these drafts … */
  versionIds?: readonly string[] | undefined;
  /** … or all drafts of these products for one target */
  productIds?: readonly ProductId[] | undefined;
  /** with `productIds`; default: the shop's own */
  target?: Target | undefined;
  by: string;
  /** true: drafts with a blocking warning are left, whatever `override` is */
  onlyClean: boolean;
  /** a person approves one blocked draft in spite of its warning; holds for a single version id only, and is recorded */
  override?: boolean;
}

/** Products or versions decided in one transaction: keeps each under 20 ms. */
const chunkSize = 20;

/**
 * Approves drafts. A draft with a blocking warning is approved only alone, by a person who confirms it with `override`.
 * An approved version of the same target that was not published gives way. What was decided is kept as feedback.
 * @returns how many drafts were approved, and how many were left because a check blocks them
 */
export async function approveVersions(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  input: ApproveInput,
): Promise<{ approved: number; blocked: number }> {
  const { shop, versionIds, productIds, by, onlyClean } = input;
  const mayOverride = !onlyClean && input.override === true && versionIds?.length === 1;
  const ids = versionIds ?? productIds ?? [];
  const target = input.target ?? (await readPrimaryTarget({ db }, shop));
  const total = { approved: 0, blocked: 0 };
  for (let from = 0; from < ids.length; from += chunkSize) {
    const chunk = ids.slice(from, from + chunkSize);
    const named = versionIds
      ? inArray(versions.id, [...chunk])
      : and(inArray(versions.productId, [...chunk]), isForTarget(versions, target));
    const chosen = await db.transact({ shop }, function* (tx) {
      const drafts = yield* q(
        tx
          .select()
          .from(versions)
          .where(and(eq(versions.shop, shop), eq(versions.state, "draft"), named)),
      );
      const decided = new Map<string, { productId: string; target: TargetColumns }>();
      const chosen = { approved: 0, blocked: 0 };
      for (const draft of drafts) {
        if (draft.blocked && !mayOverride) {
          chosen.blocked++;
          continue;
        }
        const now = clock.now();
        yield* approveDraft(tx, { draft, by, now, overridden: draft.blocked });
        chosen.approved++;
        decided.set(`${draft.productId} ${targetKey(draft)}`, { productId: draft.productId, target: draft });
      }
      for (const one of decided.values()) yield* refreshContentState({ shop, ...one });
      const { approved } = chosen;
      const products = new Set([...decided.values()].map(({ productId }) => productId));
      if (approved > 0)
        if (note)
          yield* note({
            subject: subjectOf(input, ids.length <= chunkSize ? [...products] : []),
            details: { approved, products: products.size, ...oneOf(versionIds) },
            unfinished: true,
          });
      return chosen;
    });
    total.approved += chosen.approved;
    total.blocked += chosen.blocked;
  }
  return total;
}

/** A bulk approval is one line with counts; the product is named when it is one. @param approved of which texts were approved */
function subjectOf({ productIds }: ApproveInput, approved: readonly string[]): Act["subject"] {
  const [only, ...more] = productIds?.length === 1 ? productIds : approved;
  return only !== undefined && more.length === 0 ? { kind: "product", id: only } : undefined;
}

function oneOf(versionIds: readonly string[] | undefined): ActDetails {
  return versionIds && versionIds.length > 0 ? { versions: versionIds.slice(0, 20).join() } : {};
}
