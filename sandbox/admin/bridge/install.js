import { readConfig } from "./config.js";
import { connect } from "./connection.js";
import { followAddress, reloadWithToken } from "./follow-address.js";
import { createIdTokens } from "./id-token.js";
import { defineModal } from "./modal.js";
import { defineNavMenu } from "./nav-menu.js";
import { openLinks } from "./open-links.js";
import { patchFetch } from "./patch-fetch.js";
import { defineSaveBar } from "./save-bar.js";
import { createShopifyGlobal } from "./shopify-global.js";
import { defineTitleBar } from "./title-bar.js";
import { clickControl, hideDescribingElements } from "./watched-element.js";

/** Puts everything in place, once per document. */
export function install(script) {
  if (window.shopify || !script?.src) return;
  const adminOrigin = new URL(script.src).origin;
  const connection = connect(adminOrigin);
  const tokens = createIdTokens(connection);
  const openAtTop = (url) =>
    connection.tell("open", /^shopify:/i.test(url) ? url : new URL(url, window.location.href).href);
  hideDescribingElements();
  defineNavMenu(connection);
  defineTitleBar(connection);
  const saveBar = defineSaveBar(connection);
  const modal = defineModal(connection);
  connection.on("click", clickControl);
  window.shopify = createShopifyGlobal({ config: readConfig(script), connection, tokens, modal, saveBar, adminOrigin });
  if (!connection.embedded) return;
  patchFetch(tokens, { locale: window.shopify.config.locale, openAtTop });
  openLinks(openAtTop);
  connection.tell("ready");
  if (new URLSearchParams(window.location.search).has("shopify-reload")) reloadWithToken(tokens);
  else followAddress(connection);
}
