import { get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** What not everybody in a shop may do, where somebody limited it. */
export type Right = "approve" | "publish" | "changeRules";

interface Row {
  owner: string | null;
  mayApprove: unknown;
  mayPublish: unknown;
  mayChangeRules: unknown;
}

const rightsSql = `SELECT s.owner, p.may_approve AS "mayApprove", p.may_publish AS "mayPublish", p.may_change_rules AS "mayChangeRules"
  FROM work_settings AS s JOIN shop_people AS p ON p.shop = s.shop WHERE s.shop = @shop AND p.person = @by`;

/** What a person may do. @param by who asks, as commands know them: programs may do everything */
export function* rightsOf(shop: ShopDomain, by: string): Steps<Record<Right, boolean>> {
  const row = by.startsWith("user:") ? yield* get<Row>(rightsSql, { shop, by }) : undefined;
  const limited = row !== undefined && row.owner !== null && row.owner !== by;
  return {
    approve: !limited || Boolean(row.mayApprove),
    publish: !limited || Boolean(row.mayPublish),
    changeRules: !limited || Boolean(row.mayChangeRules),
  };
}

/** Whether a person may do this. */
export function* mayDo(shop: ShopDomain, by: string, right: Right): Steps<boolean> {
  return (yield* rightsOf(shop, by))[right];
}
