import type { AdminProduct } from "../catalogue.ts";
import { type Html, html } from "../html.ts";
import type { AdminLanguage, Target } from "../translations.ts";
import { layout, type Surroundings } from "./layout.ts";
import { targetChoice } from "./target-choice.ts";

export interface TranslatedList {
  rows: { product: Pick<AdminProduct, "id" | "title">; texts: number; translated: number; outdated: number }[];
  total: number;
  more?: boolean;
  languages: readonly AdminLanguage[];
  markets: readonly { handle: string; name: string }[];
  into: Target;
  query: string;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** The products of the store with how far each is translated into one language. */
export function translateListPage(surroundings: Surroundings, list: TranslatedList): string {
  const base = `/store/${surroundings.shop.handle}/translate`;
  const { into } = list;
  const query = `?locale=${into.locale}&market=${into.market ?? ""}`;
  const search = html`<label class="field"><span>Product</span><input type="search" name="query" value="${list.query}" placeholder="Search products"></label>`;
  const pages = Math.max(1, Math.ceil(list.total / list.pageSize));
  const toPage = (page: number, label: string) =>
    page < 1 || page > pages
      ? html`<button type="button" class="button" disabled>${label}</button>`
      : html`<a class="button" href="${base}${query}&query=${encodeURIComponent(list.query)}&page=${page}">${label}</a>`;
  const content = html`<div class="page">
  <div class="page-head"><h1>Translate</h1><span class="space"></span><span class="muted">${list.total.toLocaleString("en")}${list.more && " or more"} products</span></div>
  <section class="card">${targetChoice(base, list, search)}</section>
  <section class="card flush"><div class="table-wrap" role="region" aria-label="Products" tabindex="0"><table>
    <thead><tr><th>Product</th><th>Translation</th><th class="number">Texts</th></tr></thead>
    <tbody>${list.rows.map((row) => rowOf(`${base}/${row.product.id}${query}`, row))}</tbody></table></div>
    ${list.rows.length === 0 && html`<div class="empty">No product found. Try other words.</div>`}
    <div class="pages">${toPage(list.page - 1, "‹ Previous")}<span class="muted">Page ${list.page} of ${pages}</span>${toPage(list.page + 1, "Next ›")}</div>
  </section></div>`;
  return layout(surroundings, { title: "Translate", section: "translate", content });
}

function rowOf(href: string, { product, texts, translated, outdated }: TranslatedList["rows"][number]): Html {
  const [kind, state] =
    outdated > 0
      ? ["badge-draft", `${outdated} outdated`]
      : translated === 0
        ? ["", "Not translated"]
        : translated < texts
          ? ["", "In part"]
          : ["badge-active", "Translated"];
  return html`<tr><td><a class="row" href="${href}">${product.title || "(no title)"}</a></td>
    <td><span class="badge ${kind}">${state}</span></td><td class="number">${translated} of ${texts}</td></tr>`;
}
