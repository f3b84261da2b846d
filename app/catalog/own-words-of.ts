import { all, type Steps } from "../db/steps.ts";
import { textOfHtml } from "../lib/html/text-of-html.ts";

const wordsSql = `SELECT id, title, description_html AS descriptionHtml FROM products
  WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))`;

/** Titles and descriptions of some products in the shop's own language, as readers see them, by the products' ids. */
export function* ownWordsOf(
  shop: string,
  ids: readonly string[],
): Steps<ReadonlyMap<string, { title: string; desc: string }>> {
  const rows = yield* all<{ id: string; title: string; descriptionHtml: string }>(wordsSql, {
    shop,
    ids: JSON.stringify(ids),
  });
  return new Map(rows.map(({ id, title, descriptionHtml }) => [id, { title, desc: textOfHtml(descriptionHtml) }]));
}
