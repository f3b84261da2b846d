import { all, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** Somebody who works in this shop, and what they may do. */
export interface ShopPerson {
  /** `user:<Shopify user id>` */
  person: string;
  /** as the shop's people call them; "" until somebody does */
  name: string;
  mayApprove: boolean;
  mayPublish: boolean;
  mayChangeRules: boolean;
}

interface Row {
  person: string;
  name: string | null;
  mayApprove: unknown;
  mayPublish: unknown;
  mayChangeRules: unknown;
}

/** More people than this work in no shop of ours; the log may hold many who left. */
const mostPeople = 200;

const peopleSql = `SELECT seen.person, p.name, p.may_approve AS "mayApprove", p.may_publish AS "mayPublish",
    p.may_change_rules AS "mayChangeRules"
  FROM (SELECT DISTINCT by AS person FROM audit_log WHERE shop = @shop AND by LIKE 'user:%' AND by <> 'user:unknown'
    UNION SELECT person FROM shop_people WHERE shop = @shop) AS seen
  LEFT JOIN shop_people AS p ON p.shop = @shop AND p.person = seen.person
  ORDER BY seen.person LIMIT ${mostPeople}`;

/** Everybody who did something in this shop, in the order of their Shopify ids. */
export function* peopleOf(shop: ShopDomain): Steps<ShopPerson[]> {
  const rows = yield* all<Row>(peopleSql, { shop });
  return rows.map((row) => ({
    person: row.person,
    name: row.name ?? "",
    mayApprove: row.mayApprove === null || Boolean(row.mayApprove),
    mayPublish: row.mayPublish === null || Boolean(row.mayPublish),
    mayChangeRules: row.mayChangeRules === null || Boolean(row.mayChangeRules),
  }));
}

const namesSql = "SELECT person, name FROM shop_people WHERE shop = @shop AND name <> ''";

/** What the shop's people are called, by `user:<Shopify user id>`: those whom somebody gave a name. */
export function* namesOfPeople(shop: ShopDomain): Steps<Map<string, string>> {
  const rows = yield* all<{ person: string; name: string }>(namesSql, { shop });
  return new Map(rows.map(({ person, name }) => [person, name]));
}
