import type { i18n } from "i18next";
import { listProducts } from "../../catalog/list-products.ts";
import { parseProductQuery } from "../../catalog/product-query.ts";
import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { listQueryOf } from "../../ui/products/list-address.ts";
import { csvLine } from "../csv.ts";
import { rowViews } from "./row-view.ts";

/** As many products as one file takes. */
const fileRows = 20_000;

const columns = [
  ...(["product", "title", "handle", "status", "vendor", "type", "texts", "missing", "findings", "changed"] as const),
] as const;

/** The products of a list's address as a CSV file, in its order. @param reader who asks, as decisions keep it */
export async function productsFile(
  { db, clock }: { db: Db; clock: Clock },
  { shop, by }: { shop: ShopDomain; by: string },
  params: URLSearchParams,
  { t }: i18n,
): Promise<string> {
  const query = { ...parseProductQuery(shop, listQueryOf(params), clock.now()), limit: 250, cursor: undefined };
  const lines = [csvLine(columns.map((column) => t(`answers:products.csv.${column}`)))];
  for (let cursor: string | undefined | null; cursor !== null && lines.length <= fileRows; ) {
    const page = await listProducts({ db }, { ...query, cursor });
    const views = await db.do(rowViews(shop, page.rows, by));
    const handles = new Map<string, string>(page.rows.map(({ id, handle }) => [id, handle]));
    for (const view of views) {
      const { id, title, gone, status, vendor, productType, contentState, missing, findings, updatedAt } = view;
      lines.push(
        csvLine([
          ...[id, title, handles.get(id) ?? "", gone ? "deleted" : status, vendor, productType, contentState],
          missing.join(" "),
          (findings ?? []).map(({ code, count }) => `${code} ${count}`).join("; "),
          new Date(updatedAt).toISOString(),
        ]),
      );
    }
    cursor = page.nextCursor;
  }
  return `${lines.join("\r\n")}\r\n`;
}
