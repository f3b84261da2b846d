import { type ProductName, readProductNames } from "../../catalog/read-product-names.ts";
import type { AppContext } from "../../context.server.ts";
import type { ActRow } from "../../db/read-acts.ts";
import type { ActDetails } from "../../db/schema/index.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import type { ActivityRowView } from "../../ui/activity/activity-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { detailsInWords } from "./act-details.ts";
import { wordsOf } from "./act-words.ts";
import { kindSchema, productOf, programs, readLines, whoSchema } from "./read-lines.ts";

type Deps = Pick<AppContext, "db" | "clock">;

const pageRows = 50;

/** All that the page of activity shows for an address: `kind`, `who` and `cursor`. */
export async function readActivityPage(deps: Deps, user: AdminUser, params: URLSearchParams) {
  const rows = await readLines(deps, user, params, pageRows + 1);
  const shown = rows.slice(0, pageRows);
  const last = shown.at(-1);
  const names = await readProductNames(deps, user.shop, shown.flatMap(productOf));
  return {
    rows: shown.map((row) => rowView(row, user.by, names)),
    nextCursor: rows.length > pageRows && last ? `${last.at}-${last.id}` : null,
    later: params.has("cursor"),
    kind: kindSchema.safeParse(params.get("kind")).data ?? null,
    who: whoSchema.safeParse(params.get("who")).data ?? null,
    notices: await readShopNotices(deps, user.shop),
    now: deps.clock.now(),
  };
}

const pagesOf: Record<string, string> = { job: "/app/jobs/", product: "/app/products/", config: "/app/configs/" };

function rowView(row: ActRow, reader: string, names: Map<string, ProductName>): ActivityRowView {
  const { id, at, by, action, kind, subject, details } = row;
  const product = productOf(row).map((one) => names.get(one))[0];
  const page = kind === null ? undefined : pagesOf[kind];
  const says = wordsOf(action);
  return {
    ...{ id, at, says: product ? `${says}: ${product.title}` : says },
    who: by === reader ? "You" : by.startsWith("user:") ? `Staff member ${by.slice(5)}` : (programs[by] ?? by),
    url: product
      ? `/app/products/${encodeURIComponent(product.id)}`
      : page && subject !== null
        ? page + encodeURIComponent(subject)
        : null,
    details: detailsInWords(JSON.parse(details) as ActDetails),
  };
}
