import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import type { Tx } from "../../db/orm.ts";
import type { Acted } from "../../db/record-act.ts";
import { keptFindings, type StoredWarning, versions } from "../../db/schema/index.ts";
import { q, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { isBlocking } from "../../quality/check-result.ts";
import { readVersion } from "../read-version.ts";
import { refreshContentState } from "../refresh-content-state.ts";
import type { VersionRow } from "../version-view.ts";

export interface DecideInput {
  shop: ShopDomain;
  versionId: string;
  /** as the finding carries it */
  findingId: string;
  /** why the text is right as it is; null takes an earlier decision back */
  keep: { reason: string } | null;
  by: string;
}

export type Decided =
  | "decided"
  /** the version is none any more that anybody would publish */
  | "superseded"
  /** the version has no such finding */
  | "no_finding"
  /** no person can decide this: the shop would refuse the text, or it holds code */
  | "fixed"
  /** what blocks is kept for a reason that colleagues can read */
  | "reason_missing";

const openStates: ReadonlySet<string> = new Set(["draft", "approved", "published"]);
/** As long as a comment on a text. */
const maxReasonChars = 1_000;

/**
 * Keeps a finding: it blocks its version no more, stays on show with the decision, and is counted as a false alarm of its check.
 * Later versions of the text are checked with it. Deciding twice is as deciding once; the last reason holds.
 */
export async function decideFinding(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, versionId, findingId, keep, by }: DecideInput,
): Promise<Decided> {
  return db.transact({ shop }, function* (tx) {
    const version = yield* readVersion(shop, versionId);
    if (!version || !openStates.has(version.state)) return "superseded";
    const finding = version.warnings.find(({ id }) => id === findingId);
    if (!finding) return "no_finding";
    if (finding.fixed) return "fixed";
    const reason = keep?.reason.trim().slice(0, maxReasonChars) ?? "";
    if (keep && reason === "" && finding.severity === "block") return "reason_missing";
    const decision = keep ? { by, kind: "keep" as const, reason, at: clock.now() } : null;
    const warnings = version.warnings.map((one) => (one.id === findingId ? withDecision(one, decision) : one));
    const blocked = warnings.some(isBlocking);
    yield* q(
      tx
        .update(versions)
        .set({ warnings, blocked })
        .where(and(eq(versions.shop, shop), eq(versions.id, versionId))),
    );
    yield* forget(tx, version, findingId);
    if (decision) {
      yield* q(tx.insert(keptFindings).values({ ...rowOf(version, finding, findingId), ...columnsOf(decision) }));
    }
    yield* refreshContentState({ shop, productId: version.productId, target: version });
    if (note)
      yield* note({
        subject: { kind: "product", id: version.productId },
        details: { version: versionId, code: finding.code, kept: keep ? 1 : 0 },
        unfinished: true,
      });
    return "decided";
  });
}

function withDecision({ decision: _, ...finding }: StoredWarning, decision: StoredWarning["decision"]): StoredWarning {
  return decision ? { ...finding, decision } : finding;
}

function* forget(tx: Tx, version: VersionRow, findingId: string): Steps<void> {
  const { shop, productId, resource, contentType, locale, market, channel } = version;
  yield* q(
    tx
      .delete(keptFindings)
      .where(
        and(
          eq(keptFindings.shop, shop),
          eq(keptFindings.productId, productId),
          eq(keptFindings.resource, resource),
          eq(keptFindings.contentType, contentType),
          eq(keptFindings.locale, locale),
          eq(keptFindings.market, market),
          eq(keptFindings.channel, channel),
          eq(keptFindings.findingId, findingId),
        ),
      ),
  );
}

function rowOf(version: VersionRow, finding: StoredWarning, findingId: string) {
  const { id: versionId, shop, productId, resource, contentType, locale, market, channel } = version;
  return {
    ...{ shop, productId, resource, contentType, locale, market, channel, versionId, findingId },
    code: finding.code,
    quote: finding.quote ?? finding.description,
    factPath: finding.fact?.path ?? null,
    factValue: finding.fact?.value ?? null,
  };
}

function columnsOf({ by, reason, at }: NonNullable<StoredWarning["decision"]>) {
  return { keptBy: by, reason, keptAt: at };
}
