import type { i18n } from "i18next";
import { type ProductName, readProductNames } from "../../catalog/read-product-names.ts";
import type { AppContext } from "../../context.server.ts";
import type { ActRow } from "../../db/read-acts.ts";
import type { ActDetails } from "../../db/schema/index.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import type { ActivityRowView } from "../../ui/log/log-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { detailsInWords } from "./act-details.ts";
import { wordsOf } from "./act-words.ts";
import { isProgram, kindSchema, productOf, readLines, whoSchema } from "./read-lines.ts";

type Deps = Pick<AppContext, "db" | "clock">;

const pageRows = 50;

/** All that the page of activity shows for an address: `kind`, `who` and `cursor`. */
export async function readActivityPage(deps: Deps, user: AdminUser, params: URLSearchParams, words: i18n) {
  const rows = await readLines(deps, user, params, pageRows + 1);
  const shown = rows.slice(0, pageRows);
  const last = shown.at(-1);
  const names = await readProductNames(deps, user.shop, shown.flatMap(productOf));
  return {
    rows: shown.map((row) => rowView(words, row, user.by, names)),
    nextCursor: rows.length > pageRows && last ? `${last.at}-${last.id}` : null,
    later: params.has("cursor"),
    kind: kindSchema.safeParse(params.get("kind")).data ?? null,
    who: whoSchema.safeParse(params.get("who")).data ?? null,
    notices: await readShopNotices(deps, user.shop),
    now: deps.clock.now(),
  };
}

const pagesOf: Record<string, string> = { job: "/app/activity/", product: "/app/products/", config: "/app/rules/" };

function rowView(words: i18n, row: ActRow, reader: string, names: Map<string, ProductName>): ActivityRowView {
  const { id, at, by, action, kind, subject, details } = row;
  const product = productOf(row).map((one) => names.get(one))[0];
  const page = kind === null ? undefined : pagesOf[kind];
  const says = wordsOf(words, action);
  return {
    ...{ id, at, says: product ? words.t("log:said.about", { what: says, product: product.title }) : says },
    who: personOf(words, by, reader),
    url: product
      ? `/app/products/${encodeURIComponent(product.id)}`
      : page && subject !== null
        ? page + encodeURIComponent(subject)
        : null,
    details: detailsInWords(words, JSON.parse(details) as ActDetails),
  };
}

function personOf({ t }: i18n, by: string, reader: string): string {
  if (by === reader) return t("log:person.you");
  if (by.startsWith("user:")) return t("log:person.staff", { number: by.slice(5) });
  return isProgram(by) ? t(`log:person.${by}`) : by;
}
