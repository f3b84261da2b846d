import { and, eq, gt } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { sessions } from "../db/schema/index.ts";
import type { ItemContext, ItemOutcome } from "../jobs/task.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { shopIdentity } from "../shopify/operations/index.ts";
import type { Notice } from "./leaving-jobs.ts";
import { outcomeOfError } from "./outcome-of-error.ts";
import { waitedTime } from "./waited-time.ts";

const hourMs = 3_600_000;
/** After so many days without a usable answer the notice of Shopify's is believed: data has to go within thirty. */
const believedAfterMs = 7 * 24 * hourMs;

/** Of the time between two looks no more counts: a clock that is set forward must not make a shop forgotten. */
const longestLookMs = 12 * hourMs;

/**
 * Asks the shop itself whether it has the app, before its data or work goes: a webhook may be late or a replay. Only an
 * answer about the shop counts as yes. A token that is dead, by 401 or the token endpoint's error, counts as no, unless Shopify gave
 * it after the time of the notice: then the notice is about a former installation, and this one only has to be authorised
 * again. While nobody answers the item waits for the outage's end; while the app's own key is wrong, no encryption key opens the token, or the answer is
 * another, from hour to hour. All of it for a week at most.
 * @returns what is true, or how the item waits
 */
export async function askWhetherInstalled(
  deps: { db: Db; admin: AdminApiFor; clock: Clock },
  context: Pick<ItemContext, "shop" | "checkpoint" | "saveCheckpoint">,
  { noticeAt }: Notice,
): Promise<"installed" | "gone" | ItemOutcome> {
  try {
    await deps.admin(context.shop).run(shopIdentity, {});
    return "installed";
  } catch (error) {
    if (!isOperationalError(error)) throw error;
    if (await hasNewerToken(deps, context.shop, noticeAt)) return "installed";
    if (error.code === "shopify_needs_reauth") return "gone";
    const waited = waitedTime(context.checkpoint, { now: deps.clock.now(), longestMs: longestLookMs });
    if (waited.waitedMs >= believedAfterMs) return "gone";
    await context.saveCheckpoint(waited);
    const outcome = outcomeOfError(error);
    if (outcome.outcome === "stalled") return outcome;
    const { code, merchantMessage: message, retryAfterMs } = error;
    return { outcome: "retry", code, message, waitMs: waited.waitedMs > 0 ? hourMs : (retryAfterMs ?? 60_000) };
  }
}

/**
 * Whether Shopify has given us a token since the notice that a shop left: it gives none to an app that is not installed. Two
 * clocks are compared. With ours ahead, a shop that left just after its token was refreshed keeps its data until
 * `shop/redact` comes two days later.
 */
async function hasNewerToken({ db }: { db: Db }, shop: ShopDomain, noticeAt: number | null): Promise<boolean> {
  if (noticeAt === null) return false;
  return (await db.orm.$count(sessions, and(eq(sessions.shop, shop), gt(sessions.updatedAt, noticeAt)))) > 0;
}
