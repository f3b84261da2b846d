import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import { sessions } from "../db/schema/index.ts";
import type { ItemContext, ItemOutcome } from "../jobs/task.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { shopOverview } from "../shopify/operations/index.ts";

const hourMs = 3_600_000;
/** After so many days without a usable answer the notice of Shopify's is believed: data has to go within thirty. */
const believedAfterMs = 7 * 24 * hourMs;
/** The payload of a job that a notice of a shop's leaving led to; `noticeAt` is when it left, by Shopify's clock. */
export const noticeSchema = z.object({ noticeAt: z.number().nullable().default(null) });
export type Notice = z.infer<typeof noticeSchema>;

const checkpointSchema = z.object({ askedSince: z.number() });

/**
 * Asks the shop itself whether it has the app, before its data or work goes: a webhook may be late or a replay. Only a token
 * that works says yes. A token that is dead, in whichever words, says no, unless Shopify gave it after the shop is said to have
 * left: then the notice tells of a former installation, and this one only has to be authorised again. While nobody answers, the app's own key is wrong, or
 * no encryption key opens the token, the item waits, for a week at most.
 * @returns what is true, or how the item waits
 */
export async function askWhetherInstalled(
  deps: { db: Db; admin: AdminApiFor; clock: Clock },
  context: Pick<ItemContext, "shop" | "checkpoint" | "saveCheckpoint">,
  { noticeAt }: Notice,
): Promise<"installed" | "gone" | ItemOutcome> {
  try {
    await deps.admin(context.shop).run(shopOverview, {});
    return "installed";
  } catch (error) {
    if (!isOperationalError(error)) throw error;
    // Refused for want of a scope: the token is one of an installed app.
    if (error.code === "shopify_scope") return "installed";
    if (await hasNewerToken(deps, context.shop, noticeAt)) return "installed";
    if (!error.retryable && error.code !== "shopify_token_unreadable") return "gone";
    const saved = checkpointSchema.safeParse(context.checkpoint);
    const askedSince = saved.success ? saved.data.askedSince : deps.clock.now();
    if (deps.clock.now() - askedSince >= believedAfterMs) return "gone";
    await context.saveCheckpoint({ askedSince });
    const waitMs = saved.success ? hourMs : (error.retryAfterMs ?? 60_000);
    return { outcome: "retry", code: error.code, message: error.merchantMessage, waitMs };
  }
}

/**
 * Whether Shopify has given us a token since a shop is said to have left: it gives none to an app that is not installed. Two
 * clocks are compared. With ours ahead, a shop that left just after its token was refreshed keeps its data until
 * `shop/redact` comes two days later.
 */
async function hasNewerToken({ db }: { db: Db }, shop: ShopDomain, noticeAt: number | null): Promise<boolean> {
  if (noticeAt === null) return false;
  return (await db.orm.$count(sessions, and(eq(sessions.shop, shop), gt(sessions.updatedAt, noticeAt)))) > 0;
}
