import { html, jsonForScript } from "../html.ts";
import { appIcon } from "./icons.ts";
import { layout, type Surroundings } from "./layout.ts";

export interface AppFrame {
  launchUrl: string;
  appOrigin: string;
  /** The app's path that the frame opens at. */
  appPath: string;
  /** Path of `application_url`, "" for none. */
  appRoot: string;
  scopes: readonly string[];
}

/** The app in its frame. What surrounds it (title, actions, navigation) is drawn from what the app says. */
export function appPage(surroundings: Surroundings, frame: AppFrame): string {
  const { shop, app } = surroundings;
  const appBase = `/store/${shop.handle}/apps/${app.handle}`;
  const { launchUrl: _signed, ...known } = frame;
  const config = {
    ...known,
    appBase,
    appName: app.name,
    shop: shop.domain,
    storeHandle: shop.handle,
    tokenUrl: `${appBase}/__id-token`,
    pickerUrl: `/store/${shop.handle}/__resources`,
  };
  const content = html`<div class="app"><div class="loading-bar" id="loading-bar"></div>
  <div class="app-head" id="app-head">${appIcon}<div data-title><h1>${app.name}</h1></div><div data-actions></div></div>
  <script>window.earlyMessages = []; window.addEventListener("message", (event) => window.earlyMessages?.push(event));</script>
  <iframe class="app-frame" id="app-frame" src="${frame.launchUrl}" title="${app.name}" allow="clipboard-write"></iframe></div>
  <section class="card app-silent" id="app-silent" hidden><h2>${app.name} does not answer</h2>
    <p>Nothing came from ${frame.appOrigin} yet. Start the app with <code>npm run demo</code>, then reload this page.</p></section>
  <script type="application/json" id="frame-config">${jsonForScript(config)}</script>`;
  return layout(surroundings, { title: app.name, section: "app", content, scripts: ["app-frame.js"] });
}
