import { all, run, type Steps } from "../../db/steps.ts";
import type { ReadResource } from "../translations/store-read.ts";
import type { OwnerTexts } from "./read-owner-texts.ts";

/** Stands in `import_children` for the import, whose id begins with `imp_`. */
export const textsAside = "texts";

/** A page of resources that are parts of one line of the list, as the shop's menus are. */
export interface PageAside {
  texts: OwnerTexts["texts"];
  /** the line is called by the names on this page, and on others such */
  named: boolean;
  /** for each group of targets what was read, by resource */
  read: Record<string, ReadResource>[];
  /** resources that an answer left out */
  unanswered: string[];
}

const putSql = `INSERT INTO import_children (shop, import_id, product_id, line, body)
  VALUES (@shop, '${textsAside}', @owner, @line, @body)
  ON CONFLICT (shop, import_id, product_id, line) DO UPDATE SET body = excluded.body`;
const pagesSql = `SELECT body FROM import_children
  WHERE shop = @shop AND import_id = '${textsAside}' AND product_id = @owner ORDER BY line`;
const dropSql = `DELETE FROM import_children WHERE shop = @shop AND import_id = '${textsAside}'`;

/** Puts a page aside until all are read. @param at.line which page of its owner it is */
export function* putAside(at: { shop: string; owner: string; line: number }, page: PageAside): Steps<void> {
  yield* run(putSql, { ...at, body: JSON.stringify(page) });
}

/** All pages of an owner that were put aside, in order. */
export function* readAside(shop: string, owner: string): Steps<PageAside[]> {
  const rows = yield* all<{ body: string }>(pagesSql, { shop, owner });
  return rows.map(({ body }) => JSON.parse(body) as PageAside);
}

/** Forgets what was put aside. */
export function* dropAside(shop: string): Steps<void> {
  yield* run(dropSql, { shop });
}
