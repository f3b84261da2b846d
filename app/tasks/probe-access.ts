import type { Db } from "../db/open.ts";
import { all } from "../db/steps.ts";
import { type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { Logger } from "../lib/logger.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { liftAfterAnswer } from "../shopify/auth-state.ts";
import { shopIdentity } from "../shopify/operations/index.ts";
import { scopesSuffice } from "../shopify/scopes.ts";

export interface ProbeAccessDeps {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
  logger: Logger;
  config: { SCOPES: readonly string[] };
}

/** Also how seldom work is tried that Shopify refuses for want of a permission although the token seems to have it. */
const restMs = 15 * 60_000;

/** A shop whose token is known to be dead is not asked: only a visit of its people helps. */
const waitingSql = `SELECT DISTINCT pauses.shop AS shop, sessions.scope AS scope
  FROM pauses JOIN shops ON shops.shop = pauses.shop JOIN sessions ON sessions.shop = pauses.shop
  WHERE pauses.reason IN ('reauth', 'scope') AND pauses.since <= @before AND shops.auth_state = 'ok'
  /* all shops: maintenance */`;

/**
 * Asks Shopify about the shops whose work waits for access although their token is not known to be dead, and resumes the work
 * of those that are answered: what made it wait was not about the token, or is over.
 * @returns how many shops were answered
 */
export async function probeAccess(deps: ProbeAccessDeps): Promise<number> {
  const { db, clock, admin, logger } = deps;
  const before = clock.now() - restMs;
  const waiting = await db.do(all<{ shop: string; scope: string | null }>(waitingSql, { before }));
  let answered = 0;
  for (const { shop: domain, scope } of waiting) {
    const shop = shopDomainSchema.parse(domain);
    const askedAt = clock.now();
    if (!(await isAnswered(admin, shop))) continue;
    await liftAfterAnswer(db, shop, { scopesSuffice: scopesSuffice(scope, deps.config.SCOPES), askedAt });
    logger.info({ shop }, "Shopify answers a shop's token whose work waited for access");
    answered += 1;
  }
  return answered;
}

async function isAnswered(admin: AdminApiFor, shop: ShopDomain): Promise<boolean> {
  try {
    await admin(shop).run(shopIdentity, {});
    return true;
  } catch (error) {
    if (!isOperationalError(error)) throw error;
    return false;
  }
}
