import type { AdminShop } from "../catalogue.ts";
import { type Html, html } from "../html.ts";
import { appIcon, brandIcon, homeIcon, productsIcon, translateIcon } from "./icons.ts";

export interface Surroundings {
  shop: AdminShop;
  shops: readonly AdminShop[];
  app: { handle: string; name: string };
}

export type Section = "home" | "products" | "translate" | "app";

/** The admin around a page: top bar with shop switcher, navigation, content. `scripts` are modules under `/assets/`. */
export function layout(
  surroundings: Surroundings,
  page: { title: string; section: Section; content: Html; scripts?: readonly string[] },
): string {
  const { shop, shops, app } = surroundings;
  const base = `/store/${shop.handle}`;
  const link = (section: Section, href: string, label: string, icon: Html) =>
    html`<a href="${href}" class="${page.section === section ? "is-current" : ""}">${icon}${label}</a>`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${page.title} · ${shop.name} · Sandbox admin</title>
<link rel="stylesheet" href="/fonts/inter.css">${["shell", "content", "frame"].map((sheet) => html`<link rel="stylesheet" href="/assets/${sheet}.css">`)}<link rel="icon" href="data:,"></head>
<body>
<header class="top">
  <a class="brand" href="${base}">${brandIcon}Sandbox admin</a>
  <span class="sandbox-note">Sandbox store: no account, nothing leaves this machine; texts are written by rules</span>
  <span class="space"></span>
  <details class="menu" id="shop-switcher"><summary class="shop-name">${shop.name}<span class="avatar">${initials(shop.name)}</span></summary>
    <div class="menu-items">${shops.map(
      (one) =>
        html`<a href="/store/${one.handle}" ${one.domain === shop.domain && html`aria-current="true"`}><span class="avatar">${initials(one.name)}</span><span>${one.name}<br><span class="muted">${one.domain}</span></span></a>`,
    )}</div>
  </details>
  <div class="save-bar" id="save-bar" hidden role="region" aria-label="Unsaved changes"><span>Unsaved changes</span><span class="space"></span>
    <button type="button" data-discard>Discard</button><button type="button" data-save>Save</button></div>
</header>
<nav class="side" aria-label="Main">
  ${link("home", base, "Home", homeIcon)}
  ${link("products", `${base}/products`, "Products", productsIcon)}
  ${link("translate", `${base}/translate`, "Translate", translateIcon)}
  <div class="group">Apps</div>
  <a id="app-link" href="${base}/apps/${app.handle}" class="${page.section === "app" ? "is-current" : ""}">${appIcon}${app.name}</a>
  <div class="sub" id="app-nav"></div>
  <div class="foot">Sandbox store: no account, nothing leaves this machine. Texts are written by rules, not by a language model.</div>
</nav>
<main class="main">${page.content}</main>
${(page.scripts ?? []).map((script) => html`<script type="module" src="/assets/${script}"></script>`)}
</body></html>`.text;
}

function initials(name: string): string {
  return name
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
