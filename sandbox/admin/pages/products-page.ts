import type { AdminProduct } from "../catalogue.ts";
import { type Html, html } from "../html.ts";
import { layout, type Surroundings } from "./layout.ts";

export interface ProductList {
  rows: AdminProduct[];
  total: number;
  more?: boolean;
  query: string;
  /** From 1. */
  page: number;
  pageSize: number;
}

export function productsPage(surroundings: Surroundings, list: ProductList): string {
  const base = `/store/${surroundings.shop.handle}/products`;
  const pages = Math.max(1, Math.ceil(list.total / list.pageSize));
  const toPage = (page: number, label: string) =>
    page < 1 || page > pages
      ? html`<button type="button" class="button" disabled>${label}</button>`
      : html`<a class="button" href="${base}?query=${encodeURIComponent(list.query)}&page=${page}">${label}</a>`;
  const content = html`<div class="page">
  <div class="page-head"><h1>Products</h1><span class="space"></span><span class="muted">${list.total.toLocaleString("en")}${list.more && " or more"} products</span></div>
  <section class="card flush">
    <div class="tools"><form method="get" action="${base}" role="search">
      <input class="input" type="search" name="query" value="${list.query}" placeholder="Search products" aria-label="Search products">
      <button class="button">Search</button></form></div>
    <div class="table-wrap" role="region" aria-label="Products" tabindex="0"><table>
      <thead><tr><th>Product</th><th>Status</th><th class="number">Inventory</th><th>Type</th><th>Vendor</th><th>Updated</th></tr></thead>
      <tbody>${list.rows.map((product) => rowOf(base, product))}</tbody></table></div>
    ${list.rows.length === 0 && html`<div class="empty">No product found. Try other words.</div>`}
    <div class="pages">${toPage(list.page - 1, "‹ Previous")}<span class="muted">Page ${list.page} of ${pages}${list.more && "+"}</span>${toPage(list.page + 1, "Next ›")}</div>
  </section></div>`;
  return layout(surroundings, { title: "Products", section: "products", content });
}

function rowOf(base: string, product: AdminProduct): Html {
  const image = product.images[0];
  const href = `${base}/${product.id}`;
  return html`<tr>
    <td><a class="row product-cell" href="${href}">${
      image
        ? html`<img class="thumb" src="${image.url}" alt="${image.alt}" loading="lazy">`
        : html`<span class="no-image"></span>`
    }<span>${product.title || "(no title)"}</span></a></td>
    <td>${statusBadge(product.status)}</td>
    <td class="number">${product.inventory.toLocaleString("en")}</td>
    <td>${product.productType}</td><td>${product.vendor}</td><td class="muted">${dateOf(product.updatedAt)}</td></tr>`;
}

export function statusBadge(status: string): Html {
  const kind = status === "ACTIVE" ? "badge-active" : status === "DRAFT" ? "badge-draft" : "";
  return html`<span class="badge ${kind}">${status.charAt(0)}${status.slice(1).toLowerCase()}</span>`;
}

export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}
