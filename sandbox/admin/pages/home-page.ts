import { html } from "../html.ts";
import { layout, type Surroundings } from "./layout.ts";

export function homePage(surroundings: Surroundings, productCount: number): string {
  const { shop, app } = surroundings;
  const base = `/store/${shop.handle}`;
  const content = html`<div class="page">
  <div class="page-head"><h1>${shop.name}</h1></div>
  <section class="card"><h2>Try ${app.name} in this store</h2>
    <p class="muted">This store lives in this machine's memory. Change whatever you like: after a restart it is as it was.</p>
    <ol class="steps">
      <li>Open ${app.name} and import the catalogue.</li>
      <li>Pick products and generate content for them.</li>
      <li>Compare with the live texts, edit, approve and publish.</li>
      <li>Come back to Products here and see the new texts. Edit one here too, to see how ${app.name} handles a conflict.</li>
    </ol>
    <div><a class="button button-primary" href="${base}/apps/${app.handle}">Open ${app.name}</a></div>
  </section>
  <section class="card"><h2>Products</h2><p class="muted">${productCount.toLocaleString("en")} products in this store.</p>
    <div><a class="button" href="${base}/products">View products</a></div></section>
</div>`;
  return layout(surroundings, { title: "Home", section: "home", content });
}

export function notFoundPage(surroundings: Surroundings, path: string): string {
  const content = html`<div class="page"><section class="card"><h1>There is no such page</h1>
    <p>${path} is not part of this sandbox admin. It has only products, their translations and the app.</p>
    <div><a class="button" href="/store/${surroundings.shop.handle}/products">Go to products</a></div></section></div>`;
  return layout(surroundings, { title: "Not found", section: "home", content });
}
