import type { AdminProduct } from "../catalogue.ts";
import { type Html, html } from "../html.ts";
import { backIcon } from "./icons.ts";
import { layout, type Surroundings } from "./layout.ts";
import { dateOf, statusBadge } from "./products-page.ts";

const statuses = ["ACTIVE", "DRAFT", "ARCHIVED"];

export function productPage(
  surroundings: Surroundings,
  product: AdminProduct,
  problems: readonly string[] = [],
): string {
  const { shop, app } = surroundings;
  const base = `/store/${shop.handle}`;
  const content = html`<form class="page" id="product-form" method="post" action="${base}/products/${product.id}">
  <div class="page-head"><a class="back" href="${base}/products" aria-label="Products">${backIcon}</a>
    <h1>${product.title || "(no title)"}</h1>${statusBadge(product.status)}<span class="space"></span>
    <a class="button" href="${base}/apps/${app.handle}/app/products/${product.id}">Open in ${app.name}</a>
    <button class="button button-primary">Save</button></div>
  ${problems.length > 0 && html`<section class="card problem" role="alert"><h2>The product was not saved</h2>${problems.map((problem) => html`<p>${problem}.</p>`)}</section>`}
  <div class="columns"><div class="stack">
    <section class="card">
      ${field("Title", html`<input name="title" value="${product.title}" autocomplete="off">`)}
      ${field(
        "Description (HTML)",
        html`<textarea class="code" name="descriptionHtml" rows="9">
${product.descriptionHtml}</textarea>`,
      )}
      <iframe class="preview" id="description-preview" sandbox title="Description as customers see it"></iframe>
    </section>
    ${media(product)}
    <section class="card"><h2>Search engine listing</h2>
      <div class="listing"><div class="url">https://${shop.domain} › products › ${product.handle}</div>
        <div class="title" id="listing-title"></div><div class="text" id="listing-description"></div></div>
      ${field("Page title", html`<input name="seoTitle" value="${product.seoTitle}" autocomplete="off">`)}
      ${field(
        "Meta description",
        html`<textarea name="seoDescription" rows="3">
${product.seoDescription}</textarea>`,
      )}
    </section>
    ${variants(product)}
    ${metafields(product)}
  </div><div class="stack">
    <section class="card">${field(
      "Status",
      html`<select name="status">${[...new Set([...statuses, product.status])].map(
        (status) =>
          html`<option value="${status}" ${status === product.status && html`selected`}>${status.charAt(0)}${status.slice(1).toLowerCase()}</option>`,
      )}</select>`,
    )}</section>
    <section class="card"><h2>Product organization</h2>
      <div><span class="muted">Type</span><br>${product.productType || "–"}</div>
      <div><span class="muted">Vendor</span><br>${product.vendor || "–"}</div>
      ${field("Tags, separated by commas", html`<input name="tags" value="${product.tags.join(", ")}" autocomplete="off">`)}
      ${product.options.map(
        (option) =>
          html`<div><span class="muted">${option.name}</span><div class="chips">${option.values.map((value) => html`<span class="chip">${value}</span>`)}</div></div>`,
      )}
    </section>
    <section class="card"><div class="muted">Product ${product.id}<br>Handle ${product.handle}<br>Updated ${dateOf(product.updatedAt)} UTC</div></section>
  </div></div></form>`;
  return layout(surroundings, {
    title: product.title || "Product",
    section: "products",
    content,
    scripts: ["product-page.js"],
  });
}

function field(label: string, control: Html): Html {
  return html`<label class="field"><span>${label}</span>${control}</label>`;
}

function media({ images }: AdminProduct): Html {
  return html`<section class="card"><h2>Media</h2>${
    images.length === 0
      ? html`<p class="muted">No images.</p>`
      : html`<div class="media">${images.map(
          ({ url, alt }) =>
            html`<figure><img src="${url}" alt="${alt}" loading="lazy"><figcaption>${alt || "No alt text"}</figcaption></figure>`,
        )}</div>`
  }</section>`;
}

function variants({ variants }: AdminProduct): Html {
  return html`<section class="card flush"><div class="tools"><h2>Variants</h2></div><div class="table-wrap" role="region" aria-label="Variants" tabindex="0"><table>
    <thead><tr><th>Variant</th><th>SKU</th><th class="number">Price</th><th class="number">Available</th></tr></thead>
    <tbody>${variants
      .slice(0, 100)
      .map(
        (variant) =>
          html`<tr><td>${variant.title}</td><td>${variant.sku}</td><td class="number">${variant.price}</td><td class="number">${variant.inventory}</td></tr>`,
      )}</tbody></table></div></section>`;
}

function metafields({ metafields }: AdminProduct): Html {
  return html`<section class="card flush"><div class="tools"><h2>Metafields</h2></div>${
    metafields.length === 0
      ? html`<div class="empty">No metafields yet.</div>`
      : html`<div class="table-wrap" role="region" aria-label="Metafields" tabindex="0"><table><thead><tr><th>Name</th><th>Type</th><th>Value</th></tr></thead><tbody>${metafields.map(
          ({ namespace, key, type, value }) =>
            html`<tr><td>${namespace}.${key}</td><td class="muted">${type}</td><td class="value">${value}</td></tr>`,
        )}</tbody></table></div>`
  }</section>`;
}
